//! The search page as it reads without a script: links and titles from A to Z,
//! which stay few however many pages there are.

use crate::fixture::{self, Files, base, page};

fn with_titles(count: usize, title: impl Fn(usize) -> String) -> Files {
    let mut files = base();
    for number in 0..count {
        let text =
            format!("---\ntitle: {}\nlayer: fluency\nroles: [sales]\n---\nText.\n", title(number));
        files.insert(format!("content/workflows/page-{number:03}.md"), text.into_bytes());
    }
    files
}

#[test]
fn the_search_page_links_to_what_pages_are_found_by() {
    let html = page(&fixture::build(&base()), "search.html");
    for href in ["roles/sales.html", "layers/judgment.html", "tools/assistant.html", "drills.html"]
    {
        assert!(html.contains(&format!("<a href=\"{href}\"")), "{href}: {html}");
    }
    assert!(html.contains("action=\"search.html\" method=\"get\""));
    let workflow = page(&fixture::build(&base()), "workflows/base-fluency.html");
    assert!(workflow.contains("role=\"search\" action=\"../search.html\""));
}

#[test]
fn twelve_titles_stand_under_a_letter_and_the_others_in_a_list() {
    let few = fixture::build(&with_titles(12, |number| format!("Zebra {number:03}")));
    assert!(page(&few, "search.html").contains(">Zebra 011</a>"));
    assert!(!fixture::bytes(&few).contains_key("lists/titles/z/1.html"));

    let many = fixture::build(&with_titles(205, |number| format!("Zebra {number:03}")));
    let html = page(&many, "search.html");
    assert_eq!(html.matches(">Zebra ").count(), 12);
    assert!(html.contains("<a href=\"lists/titles/z/1.html\">All 205 under Z</a>"), "{html}");
    let second = page(&many, "lists/titles/z/2.html");
    assert!(second.contains(">Zebra 100</a>") && second.contains(">Zebra 199</a>"));
    assert!(page(&many, "lists/titles/z/3.html").contains(">Zebra 204</a>"));
    assert!(second.contains("<a href=\"../../../search.html\">Search</a>"), "{second}");
}

#[test]
fn titles_stand_under_their_letter_whatever_it_wears() {
    let titles = ["\"Ärger\" melden", "élan", "42 days", "会議の要約", "Éclair"];
    let html =
        page(&fixture::build(&with_titles(5, |at| format!("'{}'", titles[at]))), "search.html");
    let under = |id: &str| {
        let rest = html.split_once(&format!("id=\"titles:{id}\"")).unwrap().1;
        rest.split_once("</div>").unwrap().0
    };
    assert!(under("a").contains("Ärger"));
    assert!(under("e").contains("Éclair") && under("e").contains("élan"));
    assert!(under("other").contains("42 days") && under("other").contains("会議の要約"));
}

#[test]
fn the_contact_is_a_pattern_for_scripts() {
    let contact = |url: &str| {
        let settings = format!("[site]\ntitle = \"P\"\n[contact]\nurl = \"{url}\"\n");
        let build = fixture::build(&fixture::with("playbook.toml", &settings));
        let html = page(&build, "search.html");
        let found =
            html.split_once("data-contact=\"").map(|(_, rest)| rest.split_once('"').unwrap().0);
        found.map(|found| found.replace("&#x2F;", "/").replace("&amp;", "&"))
    };
    let expected = "mailto:a@example.com?subject={title}&body={text}";
    assert_eq!(contact("mailto:a@example.com").as_deref(), Some(expected));
    let form = "https://forms.example/new?title={title}";
    assert_eq!(contact(form).as_deref(), Some(form));
    let build = fixture::build(&fixture::with("playbook.toml", "[site]\ntitle = \"P\"\n"));
    assert!(!page(&build, "search.html").contains("data-contact"));
}
