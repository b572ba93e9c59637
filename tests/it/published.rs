//! Who appears where: the publication matrix, for every output. A page in each
//! state, looked for in each place.

use crate::fixture::{self, Files, base, bytes};

/// A finished page of the redesign layer, with a caught error, a question, a
/// prompt and a step that is gone; `head` decides its state.
fn page(id: &str, head: &str, omit: &str) -> String {
    let sections = [
        ("When to use it", format!("Trigger of {id}.")),
        ("Not for", "Nothing.".to_owned()),
        ("Before you start", "May paste: counts.".to_owned()),
        ("Old way", format!("1. Step of {id} (5 min, me) - removed: memory")),
        ("New way", "1. Draft (1 min, AI)".to_owned()),
        ("Check before you use it", "- [ ] The sum (source: ledger)".to_owned()),
        ("What stays human", "The decision.".to_owned()),
        ("Who agreed, how to roll back", format!("Head of {id} agreed. Switch it off.")),
        ("Log", "2026-09-01: tried.".to_owned()),
        ("Prompt", format!("```prompt\nPrompt of {id}\n```")),
        (
            "What went wrong",
            format!(
                "```caught\nAI said: Error of {id}\nIn fact: No.\nNoticed because: I looked.\nCaught by: Ana\n```"
            ),
        ),
    ];
    let sections = sections.iter().filter(|(title, _)| *title != omit);
    let sections: String =
        sections.map(|(title, text)| format!("\n## {title}\n\n{text}\n")).collect();
    format!(
        "---\ntitle: Title of {id}\nsummary: Summary of {id}.\nroles: [sales]\nlayer: redesign\nowner: m-osei\n\
         data: internal\nverified: 2026-09-30\nstopped: [Copying of {id}]\nminutes: {{before: 9, after: 1}}\n\
         instead: [Calling]\ninterview: [Question of {id}?]\n{head}---\n{sections}"
    )
}

const STATES: [(&str, &str, &str); 6] = [
    ("trial", "", ""),
    ("stopped", "tools: [free-chat]\n", ""),
    ("first", "", "Who agreed, how to roll back"),
    ("rebuilding", "rebuilding: {since: 2026-09-01, until: 2026-12-01, room_from: the head}\n", ""),
    ("retired", "retired: {date: 2026-10-20, reason: old, replaced_by: trial}\n", ""),
    ("draft", "draft: true\n", ""),
];

fn playbook(settings: &str) -> Files {
    let mut files = base();
    let toml = format!(
        "[site]\ntitle = \"Northgate\"\nbase_url = \"https://playbook.example\"\n{settings}"
    );
    files.insert("playbook.toml".to_owned(), toml.into_bytes());
    for (id, head, omit) in STATES {
        files.insert(format!("content/workflows/{id}.md"), page(id, head, omit).into_bytes());
    }
    files
}

/// The states, in the order of [`STATES`], whose mark is in the output.
fn found(
    site: &std::collections::BTreeMap<String, Vec<u8>>,
    route: &str,
    mark: &str,
) -> Vec<&'static str> {
    let text = String::from_utf8_lossy(site.get(route).unwrap_or_else(|| panic!("no {route}")));
    let has = |id: &&str| text.contains(&mark.replace('*', id));
    STATES.iter().map(|(id, ..)| *id).filter(has).collect()
}

#[test]
fn every_output_shows_the_states_that_it_should() {
    let site = bytes(&fixture::build(&playbook("")));
    let but_draft = ["trial", "stopped", "first", "rebuilding", "retired"];
    let listed = ["trial", "stopped", "first", "rebuilding"];
    for (route, mark, states) in [
        ("sitemap.xml", "/workflows/*.html<", &but_draft[..]),
        ("llms.txt", "[Title of *](", &but_draft),
        ("playbook.json", "\"title\":\"Title of *\"", &but_draft),
        ("prompts.json", "\"title\":\"Title of *\"", &but_draft),
        ("prompts.json", "\"text\":\"Prompt of *", &["trial", "first", "rebuilding", "retired"]),
        ("feeds/all.xml", "<title>Verified: Title of *<", &listed),
        ("feeds/all.xml", "<title>Retired: Title of *<", &["retired"]),
        ("feeds/roles/sales.json", "\"Verified: Title of *\"", &listed),
        ("feeds/layers/redesign.json", "\"Retired: Title of *\"", &["retired"]),
        ("workflows.html", ">Title of *<", &listed),
        ("caught.html", "Error of *<", &listed),
        ("questions.html", "Question of *?", &listed),
        ("removed.html", "Step of * <", &listed),
        ("changed.html", "Copying of *<", &["trial"]),
        ("coverage.html", ">Title of *<", &["stopped", "first"]),
        ("coverage.json", "\"workflow\":\"*\"", &["stopped", "first"]),
    ] {
        assert_eq!(found(&site, route, mark), states, "{route}: {mark}");
    }
    let all: Vec<&String> = site
        .iter()
        .filter(|(_, it)| String::from_utf8_lossy(it).contains("Title of draft"))
        .map(|it| it.0)
        .collect();
    assert_eq!(all, [""; 0]);
}

#[test]
fn what_is_not_finished_is_marked() {
    let site = bytes(&fixture::build(&playbook("")));
    let text = |route: &str| String::from_utf8(site[route].clone()).unwrap();
    for mark in [
        "(first-version: ",
        "(stopped: Stop: Free chat may not be used for this. Use Assistant; ",
        "(rebuilding: Being rebuilt until 1 December 2026; ",
        "(retired: Retired on 20 October 2026. Use Title of trial)",
    ] {
        assert!(text("llms.txt").contains(mark), "{mark}: {}", text("llms.txt"));
    }
    let feed = text("feeds/all.xml");
    assert!(
        feed.contains("<summary>First version: help finish it. Summary of first.</summary>"),
        "{feed}"
    );
    // A retired page leads to what takes its place.
    let retired =
        feed.split("<entry>").find(|it| it.contains("Retired: Title of retired")).unwrap();
    assert!(
        retired.contains("href=\"https://playbook.example/workflows/trial.html\""),
        "{retired}"
    );
    assert!(text("playbook.json").contains("\"status\":{\"id\":\"stopped\""));
}

#[test]
fn first_versions_are_unlisted_where_gaps_are_hidden_and_still_published() {
    let site = bytes(&fixture::build(&playbook("[build]\ngaps = \"hide\"\n")));
    let listed = ["trial", "stopped", "rebuilding"];
    assert_eq!(found(&site, "feeds/all.xml", "<title>Verified: Title of *<"), listed);
    assert_eq!(found(&site, "caught.html", "Error of *<"), listed);
    let published = ["trial", "stopped", "first", "rebuilding", "retired"];
    assert_eq!(found(&site, "llms.txt", "[Title of *]("), published);
    assert_eq!(found(&site, "sitemap.xml", "/workflows/*.html<"), published);
}

#[test]
fn caught_errors_and_failed_repeats_are_nobodys_news() {
    let mut files = playbook("");
    let failed =
        page("failed", "repeated_by: [{who: m-osei, date: 2026-11-09, result: failed}]\n", "");
    files.insert("content/workflows/failed.md".to_owned(), failed.into_bytes());
    let site = bytes(&fixture::build(&files));
    for (route, bytes) in site.iter().filter(|(route, _)| route.starts_with("feeds/")) {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("Error of") && !text.contains("2026-11-09"), "{route}: {text}");
    }
}

#[test]
fn caught_errors_never_stand_beside_an_owner() {
    let site = bytes(&fixture::build(&playbook("")));
    let log = String::from_utf8(site["caught.html"].clone()).unwrap();
    assert!(log.contains("caught by Ana"), "{log}");
    assert!(!log.contains("Osei"), "{log}");
}
