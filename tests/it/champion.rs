//! What somebody is told who writes a first page: what is there is not asked
//! for again, and each message holds a line to paste.

use std::fmt::Write as _;

use playbook::diagnostic::Diagnostic;

use crate::fixture::{self, Files};

const PATH: &str = "content/workflows/sales/mine.md";

/// A page with this front matter beside what every page has, and this body.
fn page(front: &str, body: &str) -> Files {
    let text = format!(
        "---\ntitle: Calm an angry customer\nsummary: A calm answer.\nroles: [sales]\nowner: m-osei\n\
         data: internal\nverified: 2026-09-30\ntools: [assistant]\n{front}\n---\n{body}"
    );
    fixture::with(PATH, &text)
}

/// The messages of one rule for that page.
fn told(files: &Files, code: &str) -> Vec<Diagnostic> {
    let build = fixture::build(files);
    let mut mine = build.diagnostics();
    mine.retain(|it| &*it.place.path == PATH && it.code == code);
    mine.into_iter().cloned().collect()
}

fn gap(files: &Files) -> Diagnostic {
    let [gap] = told(files, "PB510").try_into().unwrap();
    gap
}

/// The sections of a fluency page, each with its heading's marks.
fn sections(marks: &str) -> String {
    let bodies = [
        ("When to use it", "A customer writes in anger.\n"),
        ("Not for", "Legal threats.\n"),
        ("Before you start", "May paste: the mail.\n\nNever paste: names.\n"),
        ("Steps", "1. Paste the mail.\n"),
        ("Prompt", "```prompt\nAnswer this.\n```\n"),
        ("Check before you use it", "- [ ] The name is right (source: CRM)\n"),
    ];
    bodies.iter().fold(String::new(), |mut text, (heading, body)| {
        write!(text, "\n{marks} {heading}\n\n{body}").unwrap();
        text
    })
}

#[test]
fn sections_below_a_heading_of_one_mark_are_not_asked_for_again() {
    let body = format!("\n# Calm an angry clerk\n{}", sections("##"));
    let files = page("layer: fluency", &body);
    let gap = gap(&files);
    assert_eq!(
        gap.message,
        "6 of 11 parts of a fluency page are here; missing: \
         the 5 sections below `# Calm an angry clerk` (there, but not seen)"
    );
    assert_eq!(
        gap.help,
        ["for the sections below it, only delete the line `# Calm an angry clerk`"]
    );
    let [above] = told(&files, "PB240").try_into().unwrap();
    assert_eq!(
        above.message,
        "`# Calm an angry clerk` stands above the sections, so they were not seen"
    );
    assert_eq!(above.help, ["delete that line; the title is at the top already"]);
    // The title itself is dropped, and harms nobody.
    let body = format!("\n# Calm an angry customer\n{}", sections("##"));
    let files = page("layer: fluency", &body);
    assert!(told(&files, "PB240").is_empty() && told(&files, "PB510").is_empty());
}

#[test]
fn a_section_with_a_heading_of_one_mark_is_told_to_have_two() {
    let body = sections("##").replacen("## When", "# When", 1);
    let [above] = told(&page("layer: fluency", &body), "PB240").try_into().unwrap();
    assert_eq!(above.help, ["## When to use it"]);
    // All alike are read as they were meant.
    let files = page("layer: fluency", &sections("#"));
    assert!(told(&files, "PB240").is_empty() && told(&files, "PB510").is_empty());
}

#[test]
fn sections_with_too_many_marks_are_found() {
    let gap = gap(&page("layer: fluency", &sections("###")));
    assert_eq!(gap.help.len(), 5);
    assert_eq!(gap.help[0], "write `## When to use it` in place of `### When to use it`");
    assert_eq!(gap.related.len(), 5);
}

#[test]
fn a_prompt_that_is_no_block_is_shown_as_one_with_its_blanks() {
    let block = "```prompt\nWrite to {{name}} in a {{plain_warm|plain, warm}} tone.\n```\n\
                 - name: ...\n- plain_warm: ...";
    let text = "Write to [name] in a [plain / warm] tone.";
    for written in [
        text.to_owned(),
        format!("    {text}"),
        format!("> {text}"),
        format!("Copy this:\n\n{text}"),
        format!("```\n{text}\n```"),
    ] {
        let body = sections("##").replace("```prompt\nAnswer this.\n```", &written);
        let files = page("layer: fluency", &body);
        let [told] = told(&files, "PB252").try_into().unwrap();
        assert_eq!(told.help, [block], "{written}");
        assert!(self::told(&files, "PB510").is_empty(), "said once: {written}");
    }
}

#[test]
fn a_page_that_has_to_be_renamed_is_told_of_the_rest_in_the_same_round() {
    let path = "content/workflows/sales/my page (new).md";
    let files =
        fixture::with(path, "---\ntitle: A page of mine\nlayer: fluensy\nownr: m-osei\n---\n");
    let build = fixture::build(&files);
    let mine = build.diagnostics().into_iter().filter(|it| &*it.place.path == path);
    let codes: Vec<&str> = mine.map(|it| it.code).collect();
    assert_eq!(codes, ["PB401", "PB102", "PB109"]);
    let told = fixture::messages(&build, build.diagnostics());
    assert!(told.contains("3 | layer: fluensy"), "{told}");
    assert_eq!(build.site.all().count(), fixture::build(&fixture::base()).site.all().count());
}

#[test]
fn an_owner_is_found_by_a_first_name_and_an_unknown_one_gets_a_command() {
    let help = |owner: &str| {
        let files = page("layer: fluency", &sections("##"));
        let text = String::from_utf8(files[PATH].clone()).unwrap();
        let mut files = fixture::with(PATH, &text.replace("owner: m-osei", owner));
        let mara = b"---\nname: Mara Olsen\n---\n".to_vec();
        files.insert("content/people/mara-olsen.md".to_owned(), mara);
        gap(&files).help
    };
    assert_eq!(help("owner: Mara"), ["no owner is called \"Mara\": did you mean `mara-olsen`?"]);
    assert_eq!(
        help("owner: ines-ruiz"),
        ["no owner is called \"ines-ruiz\": begin a page for it with\n\
          playbook new person \"Ines Ruiz\""]
    );
}

#[test]
fn lists_of_a_word_processor_are_read_and_shown_as_lists() {
    let steps = |lines: &str| {
        let body = sections("##").replace("1. Paste the mail.\n", lines);
        let files = page("layer: fluency", &body);
        let told = told(&files, "PB251").into_iter().flat_map(|it| it.help);
        let html = fixture::shown(&files, "workflows/mine.html");
        (told.collect::<Vec<_>>(), html.matches("<li").count())
    };
    let (_, plain) = steps("1. Paste the mail.\n2. Read.\n");
    for (lines, read) in [
        ("\u{2022}\tPaste the mail.\n\u{2022}\tRead.\n", "- Paste the mail.\n- Read."),
        ("\u{b7}\tPaste the mail.\no\tRead.\n", "- Paste the mail.\n    - Read."),
        ("1.\u{a0}Paste the mail.\n2.\u{a0}Read.\n", "1. Paste the mail.\n2. Read."),
        ("a)\tPaste the mail.\nb)\tRead.\n", "1. Paste the mail.\n2. Read."),
        ("\t\u{2022}\tPaste the mail.\n\t\u{2022}\tRead.\n", "- Paste the mail.\n- Read."),
        ("Do this:\n1)\u{a0}Paste the mail.\n2)\u{a0}Read.\n", "\n1. Paste the mail.\n2. Read."),
    ] {
        assert_eq!(steps(lines), (vec![read.to_owned().into()], plain), "{lines:?}");
    }
    for text in [
        "o no, not again",
        "\u{2013} a dash begins this",
        "-5 degrees",
        "a) one",
        "It ends on\n1.\u{a0}May",
    ] {
        assert!(steps(&format!("{text}\n")).0.is_empty(), "{text}");
    }
}

#[test]
fn plain_and_numbered_names_of_sections_are_headings() {
    for marks in ["", "1. ", "2.\u{a0}", "**"] {
        let body = sections("##").lines().fold(String::new(), |text, line| {
            let end = if marks == "**" { marks } else { "" };
            match line.strip_prefix("## ") {
                Some(name) => text + marks + name + end + "\n",
                None => text + line + "\n",
            }
        });
        let files = page("layer: fluency", &body);
        let [heads] = told(&files, "PB246").try_into().unwrap();
        assert_eq!(heads.help.len(), 6, "{marks}: {heads:?}");
        assert!(told(&files, "PB510").is_empty(), "{marks}");
    }
}

#[test]
fn a_caught_error_in_plain_lines_is_shown_as_a_block() {
    let block = "```caught\nAI said: it ends in May.\nIn fact: in July, as agreed.\nNoticed because: ...\n```";
    for lines in [
        "AI said: it ends in May.\nIn fact: in July,\nas agreed.",
        "**AI said:** it ends in May.\n\n**In fact:** in July, as agreed.",
        "- AI said: it ends in May.\n- In fact: in July, as agreed.",
    ] {
        let body = format!("{}\n## What went wrong\n\n{lines}\n", sections("##"));
        let [told] = told(&page("layer: fluency", &body), "PB253").try_into().unwrap();
        assert_eq!(told.help, [block], "{lines}");
    }
}

#[test]
fn a_heading_that_is_nearly_a_section_is_named_with_its_line() {
    let body = sections("##").replace("## Not for", "## Not meant for");
    let files = page("layer: fluency", &body);
    let build = fixture::build(&files);
    let text = fixture::messages(&build, &[gap(&files)]);
    assert!(text.contains("did you mean `## Not for`?"), "{text}");
    assert!(text.contains("write `## Not for` in place of `## Not meant for`"), "{text}");
    assert!(text.contains("16 |") && text.contains("## Not meant for"), "{text}");
}

#[test]
fn while_it_is_rebuilt_where_it_stands_is_the_new_way() {
    let body = "\n## Old way\n\n1. Copy (20 min, me) - removed: memory\n\n## Where it stands\n\n\
                1. Draft (5 min, AI)\n\n## Log\n\n2026-10-01: begun.\n";
    let new_way = |front: &str| {
        let build = fixture::build(&page(front, body));
        let page = &build.playbook().workflows["mine"].page;
        page.excerpts.new_way.len()
    };
    assert_eq!(new_way("layer: redesign\nrebuilding: {since: 2026-10-01}"), 1);
    assert_eq!(new_way("layer: redesign"), 0);
}

#[test]
fn an_own_job_is_fine_and_a_slip_is_named() {
    let job = |job: &str| {
        let files = page(&format!("layer: fluency\njob: {job}"), &sections("##"));
        told(&files, "PB516").into_iter().flat_map(|it| it.help).collect::<Vec<_>>()
    };
    assert_eq!(job("renewals"), ["job: renewal"]);
    assert_eq!(job("Prospcet"), ["job: prospect"]);
    for fine in ["renewal", "Renewal", "complaints", "new-hire"] {
        assert!(job(fine).is_empty(), "{fine}");
    }
}

#[test]
fn a_repeat_in_plain_words_gets_a_line_to_paste() {
    let help = |value: &str| {
        let files = page(&format!("layer: fluency\n{value}"), &sections("##"));
        let [told] = told(&files, "PB114").try_into().unwrap();
        (told.message, told.help)
    };
    let (message, lines) = help("repeated_by:\n  - two people in support");
    assert_eq!(
        message,
        "\"two people in support\": each line of `repeated_by` says who, when and with what result, \
         and this is plain text"
    );
    let blanks = "date: YYYY-MM-DD, result: worked / adapted / failed";
    let line = format!("- {{who: two people in support, {blanks}}}");
    assert_eq!(lines[0].to_string(), format!("fill in what is true:\n{line}"));
    let (_, lines) = help("repeated_by: Ann, Bo's team");
    let line = format!("  - {{who: 'Ann, Bo''s team', {blanks}}}");
    assert!(lines[0].to_string().ends_with(&format!("\nrepeated_by:\n{line}")), "{lines:?}");
    // Pasted as it stands it says nothing that nobody has said.
    let files = page(&format!("layer: fluency\nrepeated_by:\n{line}"), &sections("##"));
    assert!(fixture::build(&files).playbook().workflows["mine"].front.repeated_by.is_empty());
    // Filled in it is understood.
    let line =
        line.replace("YYYY-MM-DD", "2026-11-20").replace("worked / adapted / failed", "worked");
    let files = page(&format!("layer: fluency\nrepeated_by:\n{line}"), &sections("##"));
    assert_eq!(fixture::build(&files).playbook().workflows["mine"].front.repeated_by.len(), 1);
}

#[test]
fn a_file_name_is_as_short_as_systems_count_it() {
    let name = playbook::document::scaffold::file_name(&"\u{66f8}".repeat(200));
    assert!(!name.is_empty() && name.len() <= 80, "{} bytes: {name}", name.len());
}

#[test]
fn a_title_that_was_hidden_by_a_sign_is_given_back() {
    let text = "---\ntitle: # Calm an angry customer\nlayer: fluency\n---\n";
    let [lost] = told(&fixture::with(PATH, text), "PB103").try_into().unwrap();
    assert_eq!(lost.help, ["title: Calm an angry customer"]);
}

#[test]
fn a_key_whose_right_name_is_set_is_told_to_go() {
    let help = |key: &str, more: &str| {
        let files = page(&format!("layer: fluency\n{key}{more}"), &sections("##"));
        let told = told(&files, "PB109").into_iter().flat_map(|it| it.help);
        told.collect::<Vec<_>>()
    };
    assert_eq!(help("author: k-lindt", ""), ["delete this line: `owner:` has a line of its own"]);
    assert_eq!(help("risk: high", ""), ["stakes: high"]);
    assert_eq!(
        help("risk: high", "\nstakes:"),
        ["delete this line, and fill in the empty one:\nstakes: high"]
    );
}

#[test]
fn the_link_that_starts_a_page_proposes_a_file_and_leaves_the_title_open() {
    let mut files = fixture::base();
    let settings = "[site]\ntitle = \"P\"\n[repository]\nurl = \"https://github.com/example/p\"\n";
    files.insert("playbook.toml".to_owned(), settings.into());
    files.insert(
        "content/workflows/sales/prospect.md".to_owned(),
        b"---\ntitle: Find a new name\nlayer: judgment\nroles: [sales]\njob: other\n---\n".to_vec(),
    );
    let hub = fixture::shown(&files, "roles/sales.html");
    let links: Vec<&str> = hub
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|link| link.contains("/new/main?"))
        .collect();
    assert!(links.len() >= 3, "{hub}");
    for link in &links {
        assert!(link.len() < 6000, "{} bytes: {link}", link.len());
        assert!(link.contains("%23%20what%20the%20reader"), "{link}");
        assert!(link.contains("%0Atitle%3A%0A"), "{link}");
        let is_judgment = link.contains("layer%3A%20judgment");
        assert_eq!(link.contains("they%20stand%20side%20by%20side"), is_judgment, "{link}");
    }
    let named = |name: &str| links.iter().any(|it| it.contains(&format!("sales%2F{name}.md")));
    assert!(named("renewal-sales-judgment") && named("prospect-sales-fluency"), "{links:?}");
}
