//! What front matter means, what is recovered and what is said about it.

pub mod field;
mod kinds;
mod refused;
mod tolerance;
mod values;

use std::sync::Arc;

use insta::assert_snapshot;
use playbook::config::Limits;
use playbook::diagnostic::{At, Severity, SourceMap, Text, Translation};
use playbook::document::DocumentSettings;
use playbook::document::front_matter::{FrontMatter, read};
use playbook::domain::{Front, Kind, Layer, WorkflowFront};

const HEAD: &str = "title: Renewal prep from CRM notes\nlayer: fluency\n";

fn settings() -> DocumentSettings {
    let ladder = ["public", "internal", "confidential", "restricted"];
    DocumentSettings {
        language: "en".to_owned(),
        allow_html: false,
        limits: Limits::default(),
        ladder: ladder.map(str::to_owned).to_vec(),
        allowed_domains: Vec::new(),
    }
}

fn read_as(kind: Kind, path: &str, text: &str) -> FrontMatter {
    read(&Arc::from(path), kind, text, &settings())
}

fn page(text: &str) -> FrontMatter {
    read_as(Kind::Workflow, "content/workflows/renewal-prep.md", text)
}

/// A workflow with these lines below title and layer, which are on lines 2 and 3.
fn workflow(lines: &str) -> FrontMatter {
    page(&format!("---\n{HEAD}{lines}\n---\nBody\n"))
}

fn typed(read: &FrontMatter) -> &WorkflowFront {
    match &read.front {
        Front::Workflow(front) => front,
        other => panic!("no workflow: {other:?}\n{:#?}", read.diagnostics),
    }
}

fn map_of(read: &FrontMatter, text: &str) -> SourceMap {
    let mut map = SourceMap::of_text(Arc::from(text));
    map.front = read.front_range.clone();
    map.keys = read.keys.clone().into();
    map
}

/// Each message on a line, by place, with what the caret is under and the help below.
fn messages(read: &FrontMatter, text: &str) -> String {
    let map = map_of(read, text);
    let line = |found: &playbook::diagnostic::Diagnostic| {
        let at = map.locate(&found.place.at);
        let (severity, code) = (found.severity.as_str(), found.code);
        let under = text[at.range].replace('\n', "\\n");
        let mut lines = format!(
            "{}:{} {severity}[{code}] {}\n  ^ {under} ^ {}",
            at.line,
            at.column,
            found.line(Translation::default()),
            found.label.as_ref().map(Text::to_string).unwrap_or_default()
        );
        for (place, label) in &found.related {
            let at = map.locate(&place.at);
            lines += &format!("\n  {}:{} {label}", at.line, at.column);
        }
        for help in &found.help {
            lines += &format!("\n  = {help}");
        }
        ((at.line, at.column), lines)
    };
    let mut lines: Vec<_> = read.diagnostics.iter().map(line).collect();
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("\n")
}

fn said(text: &str) -> String {
    messages(&page(text), text)
}

fn said_of(lines: &str) -> String {
    said(&format!("---\n{HEAD}{lines}\n---\nBody\n"))
}

fn codes(read: &FrontMatter) -> Vec<&'static str> {
    read.diagnostics.iter().map(|found| found.code).collect()
}

#[test]
fn a_complete_workflow_says_nothing_and_keeps_every_value() {
    let text = "---
title: Renewal prep from CRM notes
summary: One page before a renewal call
roles: [customer-success, everyone]
layer: redesign
owner: m-osei
data: internal
verified: 2026-03-14
tools: [assistant]
job: renewal-prep
stakes: high
verified_with: assistant 4.2
byline: M. Osei, renewals, runs it twice a week
review_every: 45d
repeated_by:
  - {who: k-lindt, date: 2026-03-20, result: adapted, note: without the usage table}
minutes: {before: 40, after: 15, per: week}
stopped: Copying usage by hand
instead: [Calling the champion]
rebuilding: {since: 2026-03-01, until: 2026-09-01, room_from: head of sales}
evidence:
  - what: minutes per brief
    from: 40
    to: 15
    n: 12
    period: March 2026
    source: self
builds_on: [base-fluency]
next: base-judgment
keywords: [churn]
redirect_from: [workflows/old-prep.html]
former: old-prep
interview: Which number did you correct last?
retired: {date: 2026-05-01, reason: the CRM does it, replaced_by: base-judgment}
draft: no
---
Body
";
    let read = page(text);
    assert_eq!(messages(&read, text), "");
    assert_eq!(read.title.as_deref(), Some("Renewal prep from CRM notes"));
    assert_eq!(read.summary.as_deref(), Some("One page before a renewal call"));
    assert_eq!(
        (&read.redirect_from[..], &read.former[..]),
        (&["workflows/old-prep.html".to_owned()][..], &["old-prep".to_owned()][..])
    );
    assert_eq!(&text[read.body_start..], "Body\n");
    assert_eq!(&text[read.front_range.clone().unwrap()], text.trim_end_matches("\nBody\n"));
    assert_snapshot!(format!("{:#?}", typed(&read)), @r#"
WorkflowFront {
    roles: [
        "customer-success",
        "everyone",
    ],
    layer: Redesign,
    job: Some(
        "renewal-prep",
    ),
    owner: Some(
        "m-osei",
    ),
    data: Some(
        "internal",
    ),
    verified: Some(
        2026-03-14,
    ),
    written: None,
    tools: [
        "assistant",
    ],
    stakes: High,
    verified_with: Some(
        "assistant 4.2",
    ),
    byline: Some(
        "M. Osei, renewals, runs it twice a week",
    ),
    review_every: Some(
        45,
    ),
    repeated_by: [
        Repeat {
            who: "k-lindt",
            n: 1,
            date: 2026-03-20,
            result: Adapted,
            note: Some(
                "without the usage table",
            ),
        },
    ],
    minutes: Some(
        Minutes {
            before: 40,
            after: 15,
            per: Week,
        },
    ),
    stopped: [
        "Copying usage by hand",
    ],
    instead: [
        "Calling the champion",
    ],
    rebuilding: Some(
        Rebuilding {
            since: Some(
                2026-03-01,
            ),
            until: Some(
                2026-09-01,
            ),
            room_from: Some(
                "head of sales",
            ),
        },
    ),
    evidence: [
        Evidence {
            what: "minutes per brief",
            from: "40",
            to: "15",
            n: 12,
            period: Some(
                "March 2026",
            ),
            source: Some(
                SelfReport,
            ),
        },
    ],
    builds_on: [
        "base-fluency",
    ],
    next: [
        "base-judgment",
    ],
    keywords: [
        "churn",
    ],
    interview: [
        "Which number did you correct last?",
    ],
    example: false,
    hold: None,
    corrected: [],
    retired: Some(
        Retired {
            date: Some(
                2026-05-01,
            ),
            reason: Some(
                "the CRM does it",
            ),
            replaced_by: Some(
                "base-judgment",
            ),
        },
    ),
    draft: false,
}
"#);
}

#[test]
fn keys_have_places_that_cover_the_value_as_written() {
    let text = "---\ntitle: \"Prüfung: für Müller\"\nlayer: [ fluency ]\nroles: [sales, 'customer-success']\nrepeated_by:\n- who: k-lindt\n  date: 2026-03-20\n  result: worked\nstopped: “Zählen”\n---\n";
    let read = page(text);
    let map = map_of(&read, text);
    let at = |key: &str| text[map.locate(&At::Value(key.to_owned())).range].to_owned();
    assert_eq!(at("title"), "\"Prüfung: für Müller\"");
    assert_eq!(at("roles"), "[sales, 'customer-success']");
    assert_eq!(at("roles[1]"), "'customer-success'");
    assert_eq!(at("layer"), "[ fluency ]");
    assert_eq!(at("repeated_by[0].date"), "2026-03-20");
    assert_eq!(at("repeated_by[0]"), "who: k-lindt\n  date: 2026-03-20\n  result: worked");
    assert_eq!(at("stopped"), "“Zählen”");
    let key = map.locate(&At::Key("repeated_by[0].result".to_owned()));
    assert_eq!((&text[key.range], key.line, key.column), ("result", 8, 3));
}

#[test]
fn values_stay_text_as_written() {
    let read = page("---\ntitle: 1.10\nlayer: fluency\nbyline: yes\nowner: 0x1F\njob: 012\n---\n");
    assert_eq!(read.title.as_deref(), Some("1.10"));
    let front = typed(&read);
    assert_eq!(front.byline.as_deref(), Some("yes"));
    assert_eq!(front.owner.as_deref(), Some("0x1F"));
    assert_eq!(front.job.as_deref(), Some("012"));
}

#[test]
fn null_tilde_and_nothing_are_absent_without_a_word() {
    let read =
        workflow("roles: null\ntools: ~\nverified:\nminutes: Null\nowner: \"\"\nstopped: [~, a]");
    assert_eq!(codes(&read), Vec::<&str>::new());
    let front = typed(&read);
    assert_eq!(front.stopped, ["a"]);
    assert_eq!((&front.owner, front.verified), (&None, None));
}

#[test]
fn a_list_of_layers_is_an_error_that_says_what_to_do() {
    let text = "---\ntitle: Renewal prep from CRM notes\nlayer: [judgement, redesign]\n---\n";
    assert!(!page(text).is_whole);
    assert_snapshot!(said(text), @r##"
    3:8 error[PB102] "judgement, redesign": a page has one layer
      ^ [judgement, redesign] ^ pick the one a reader gains
      = make a second page for the other layer and link it with `next:`
    "##);
}

#[test]
fn the_layer_is_one_of_three_and_either_spelling_of_judgment() {
    for spelling in ["judgment", "judgement", "Judgement", "[judgment]"] {
        let text = format!("---\ntitle: Renewal prep checks\nlayer: {spelling}\n---\n");
        let read = page(&text);
        assert_eq!((typed(&read).layer, codes(&read)), (Layer::Judgment, vec![]));
    }
    assert_snapshot!(said("---\ntitle: Renewal prep checks\nlayer: fluent\n---\n"), @r##"
    3:8 error[PB102] "fluent" is no layer
      ^ fluent ^ did you mean `fluency`?
      = layer: fluency
    "##);
    assert_snapshot!(said("---\ntitle: Renewal prep checks\n---\n"), @r##"
    1:1 error[PB102] this page has no layer
      ^ --- ^ add `layer:`
      = write `layer: fluency` (do the task today), `layer: judgment` (catch the error) or `layer: redesign` (rebuild the process)
      = in the same go, fill in what is missing besides:
    summary: ...
    roles: [...]
    owner: ...
    data: public / internal / confidential / restricted
    verified: YYYY-MM-DD
    "##);
    assert_snapshot!(said("---\ntitle: Renewal prep checks\nlayers: [fluency, judgment]\n---\n"), @r##"
    3:1 warn[PB110] `layers` was read as `layer`
      ^ layers ^ `layer`
      = layer: [fluency, judgment]
    3:9 error[PB102] "fluency, judgment": a page has one layer
      ^ [fluency, judgment] ^ pick the one a reader gains
      = make a second page for the other layer and link it with `next:`
    "##);
}

#[test]
fn without_title_or_front_matter_a_page_cannot_stand() {
    let read = page("---\nlayer: fluency\n---\n");
    assert!(read.title.is_none());
    assert_snapshot!(said("---\nlayer: fluency\n---\n"), @r##"
    1:1 error[PB103] this workflow has no `title`, so it is left out
      ^ --- ^ add `title:`
      = write what a reader gets done: `title: ...`
    "##);
    assert_snapshot!(said("# Renewal prep\n\nText\n"), @r##"
    1:1 error[PB104] this workflow has no front matter, so it is left out
      ^  ^ a line `---` belongs here
      = start the file with these lines, and fill them in:
    ---
    title: Renewal prep
    summary: ...
    roles: [...]
    layer: fluency / judgment / redesign
    owner: ...
    data: public / internal / confidential / restricted
    verified: YYYY-MM-DD
    ---
    "##);
    assert_snapshot!(said(""), @r##"
    1:1 error[PB104] this workflow has no front matter, so it is left out
      ^  ^ a line `---` belongs here
      = start the file with these lines, and fill them in:
    ---
    title: ...
    summary: ...
    roles: [...]
    layer: fluency / judgment / redesign
    owner: ...
    data: public / internal / confidential / restricted
    verified: YYYY-MM-DD
    ---
    "##);
    assert_snapshot!(said("---\ntitle: [a, b]\nlayer: fluency\n---\n"), @r##"
    2:8 error[PB114] "a, b": `title` takes one text, and this is a list
      ^ [a, b] ^ one text belongs here
      = write one value: `title: ...`
    "##);
    assert_snapshot!(said("---\njust text\n---\n"), @r##"
    1:1 error[PB102] this page has no layer
      ^ --- ^ add `layer:`
      = write `layer: fluency` (do the task today), `layer: judgment` (catch the error) or `layer: redesign` (rebuild the process)
      = in the same go, fill in what is missing besides:
    summary: ...
    roles: [...]
    owner: ...
    data: public / internal / confidential / restricted
    verified: YYYY-MM-DD
    1:1 error[PB103] this workflow has no `title`, so it is left out
      ^ --- ^ add `title:`
      = write what a reader gets done: `title: ...`
    2:1 error[PB101] the front matter has no keys
      ^ just text ^ expected `key: value` lines
      = write one key on each line, with a colon and its value: `title: ...`
    "##);
}

#[test]
fn every_rule_shows_a_page_that_breaks_it_and_one_that_does_not() {
    for rule in playbook::diagnostic::rules::front::RULES {
        let (bad, good) = rule.docs.split_once("\n## Good\n").expect(rule.code);
        let (_, bad) = bad.split_once("\n## Bad\n").expect(rule.code);
        assert!(
            found_in(bad).contains(&rule.code),
            "{} in its bad example: {:?}",
            rule.code,
            found_in(bad)
        );
        assert_eq!(found_in(good), Vec::<&str>::new(), "{} in its good example", rule.code);
    }
}

/// Codes that the first example file of a part of a rule's page raises.
fn found_in(part: &str) -> Vec<&'static str> {
    let path = part.split('`').nth(1).unwrap();
    let (_, file) = part.split_once("````markdown\n").unwrap();
    let (file, _) = file.split_once("````").unwrap();
    let folder = path.split('/').nth(1).unwrap();
    codes(&read_as(Kind::of_folder(folder).unwrap(), path, file))
}

const PARTS: [&str; 40] = [
    "title", "roles", "layer", ":", ": ", "\n", "\n", "\n  ", "\n\t", "- ", "\"", "'", "“", "”",
    "#", " #", "[", "]", "{", "}", ",", "|\n", ">", "&a ", "*a", "!t ", "<<", "---\n", "...\n",
    "ü", "👩", "\u{0}", "\u{202e}", "%", "@", "\\", "3/4/2026", "fluency", " ", "?",
];

proptest::proptest! {
    #[test]
    fn any_text_is_read_and_every_place_lies_in_it(
        parts in proptest::collection::vec(proptest::sample::select(&PARTS[..]), 0..60),
        fenced in proptest::bool::ANY,
        kind in proptest::sample::select(&Kind::WITH_FOLDER[..]),
    ) {
        let inner = parts.concat();
        let text = if fenced { format!("---\n{inner}\n---\nBody\n") } else { inner };
        let read = read_as(kind, "content/layers/fluency.md", &text);
        assert!(text.is_char_boundary(read.body_start));
        for (path, place) in &read.keys {
            assert!(text.get(place.key()).is_some(), "{path} {place:?}");
            assert!(text.get(place.value()).is_some(), "{path} {place:?}");
        }
        for found in &read.diagnostics {
            if let At::Bytes(start, end) = found.place.at {
                assert!(text.get(start as usize..end as usize).is_some(), "{found:?}");
            }
        }
        // What cannot stand always has an error that says why.
        let stands = read.is_whole && read.title.is_some();
        let is_error = |found: &playbook::diagnostic::Diagnostic| found.severity == Severity::Error;
        assert!(stands || read.diagnostics.iter().any(is_error), "{text:?}");
    }
}
