//! The comment of a report: what pages say is shown as words, and it fits into a forge.

use jiff::civil::date;
use playbook::change::{self, OtherOutputs, RenamedLine, Report, Since};
use playbook::diagnostic::Translation;
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::fixture::{self, Files, build};

fn comment(before: &Files, after: &Files) -> String {
    let (before, after) = (build(before), build(after));
    let change = change::compare(&before, &after, date(2026, 11, 20));
    let others = change::other_outputs(&before, &after, &change.pages);
    let since = Since { commit: "0123456789".to_owned(), was_empty: false };
    let report = change::report(&change, (&before, &after), since, (others, None));
    report.to_markdown(after.translation())
}

fn guide(title: &str) -> Vec<u8> {
    format!("---\ntitle: {}\nsummary: One.\n---\n\nText.\n", serde_json::to_string(title).unwrap())
        .into_bytes()
}

#[test]
fn no_page_puts_html_links_or_mentions_into_a_comment() {
    let titles = [
        "<img src=x onerror=alert(1)> <!-- -->",
        "[click](https://evil.example) ![x](https://evil.example/x.png)",
        "https://evil.example and www.evil.example or a@evil.example",
        "@everyone and @org/team, #12, !7, GH-3, %\"v1\" &4 ~bug :tada:",
        "`code` **bold** _it_ | cell | ~~gone~~ $x$ \\",
        "```\n# Heading\n- [ ] task",
    ];
    let mut after = fixture::base();
    for (number, title) in titles.iter().enumerate() {
        after.insert(format!("content/guides/hostile-{number}.md"), guide(title));
    }
    let comment = comment(&fixture::base(), &after);
    let (marker, comment) = comment.split_once('\n').unwrap();
    assert_eq!(marker, "<!-- playbook report -->");
    let mut text = String::new();
    for event in Parser::new_ext(comment, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Text(part) => text.push_str(&part),
            Event::Html(html) | Event::InlineHtml(html) => panic!("{html}"),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                panic!("{dest_url}")
            }
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {
                panic!("{event:?}")
            }
            _ => {}
        }
    }
    // A reader sees what was written: what keeps it from meaning more has no width.
    let seen = text.replace('\u{2060}', "");
    for title in &titles[..5] {
        assert!(seen.contains(title), "{title}\n{seen}");
    }
    for sign in ["@everyone", "@org", "#12", "!7", "://", "www.e", "a@e", "%\"", "~bug", ":tada"] {
        assert!(!text.contains(sign), "{sign} in {text}");
    }
}

#[test]
fn a_comment_fits_however_much_has_changed() {
    let mut after = fixture::base();
    for number in 0..400 {
        let page = format!(
            "---\ntitle: {} {number}\nsummary: One.\n---\n\n[a](no.md) [b](no.md)\n",
            "word ".repeat(60)
        );
        after.insert(format!("content/guides/many-{number}.md"), page.into());
    }
    for number in 0..60 {
        let page = format!("---\nname: Role {number}\nsummary: \"{}\"\n---\n", "long ".repeat(40));
        after.insert(format!("content/roles/role-{number}.md"), page.into());
    }
    let comment = comment(&fixture::base(), &after);
    assert!(comment.contains("and 440 more"), "{comment}");
    let place = format!("content/{}.md:1", "long/".repeat(40));
    let renamed = RenamedLine { places: vec![place; 30], ..RenamedLine::default() };
    let report = Report { renamed: vec![renamed; 30], ..Report::default() };
    let comment = report.to_markdown(Translation::default());
    let chars = comment.chars().count();
    assert!((50_000..65_536).contains(&chars), "{chars}");
    assert!(comment.ends_with("The rest is cut: `playbook report` shows it.\n"));
}

#[test]
fn a_comment_speaks_the_language_of_the_site() {
    let settings = "[site]\ntitle = \"Spielbuch\"\nlanguage = \"de\"\n";
    let before = fixture::with("playbook.toml", settings);
    let mut after = before.clone();
    after.remove("content/drills/spot-the-swap.md");
    let comment = comment(&before, &after);
    assert!(comment.contains("### Seiten, die weg sind"), "{comment}");
}

#[test]
fn a_change_without_consequences_says_so_in_a_few_lines() {
    let since = Since { commit: "0123456789".to_owned(), was_empty: false };
    let same = build(&fixture::base());
    let change = change::compare(&same, &same, date(2026, 11, 20));
    let report = change::report(&change, (&same, &same), since, (OtherOutputs::default(), None));
    insta::assert_snapshot!(report.to_markdown(Translation::default()), @r#"
    <!-- playbook report -->
    ## What this changes in the playbook

    Compared with `0123456789`. Nothing is broken by it. 1 older one is no matter of this change.

    Nothing to say about: New pages; Pages with another name; Pages that are gone; Pages with another text; Addresses that lead nowhere now; Another status; Coverage; Links; What else is wrong; Data and safety; The same twice; What else changes; Thanks.
    "#);
}

#[test]
fn a_page_that_does_the_job_of_another_is_named_with_it_once() {
    let page = "content/workflows/sales/base-fluency.md";
    let mut after = fixture::base();
    // The same text, title and job: one pair, and not three.
    after.insert("content/workflows/sales/copy.md".to_owned(), after[page].clone());
    let comment = comment(&fixture::base(), &after);
    let alike = comment.split("### ").find(|part| part.starts_with("The same twice")).unwrap();
    assert_eq!(alike.lines().filter(|line| line.starts_with("- ")).count(), 1, "{comment}");
    assert!(alike.contains("does the same job as"), "{alike}");
}
