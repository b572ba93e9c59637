//! What front matter means, what is recovered and what is said about it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use insta::assert_snapshot;
use playbook::config::Limits;
use playbook::diagnostic::{At, Severity, SourceMap};
use playbook::document::DocumentSettings;
use playbook::document::front::{CollectionFront, Front, ToolFront, WorkflowFront};
use playbook::document::front_matter::{FrontMatter, read};
use playbook::document::kind::{Kind, Layer, Stakes, ToolStatus};

const HEAD: &str = "title: Renewal prep from CRM notes\nlayer: fluency\n";

fn settings() -> DocumentSettings {
    let ladder = ["public", "internal", "confidential", "restricted"];
    DocumentSettings {
        language: "en".to_owned(),
        allow_html: false,
        limits: Limits::default(),
        ladder: ladder.map(str::to_owned).to_vec(),
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
        Some(Front::Workflow(front)) => front,
        other => panic!("no workflow: {other:?}\n{:#?}", read.diagnostics),
    }
}

fn map_of(read: &FrontMatter, text: &str) -> SourceMap {
    let mut map = SourceMap::of_text(Arc::from(text));
    map.front = read.front_range.clone();
    map.keys = read.keys.clone();
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
            found.message,
            found.label.as_deref().unwrap_or_default()
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
    assert_eq!(&text[read.body_start..], "Body\n");
    assert_eq!(&text[read.front_range.clone().unwrap()], text.trim_end_matches("\nBody\n"));
    assert_snapshot!(format!("{:#?}", typed(&read)), @"");
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
    assert!(page(text).front.is_none());
    assert_snapshot!(said(text), @"");
}

#[test]
fn the_layer_is_one_of_three_and_either_spelling_of_judgment() {
    for spelling in ["judgment", "judgement", "Judgement", "[judgment]"] {
        let text = format!("---\ntitle: Renewal prep checks\nlayer: {spelling}\n---\n");
        let read = page(&text);
        assert_eq!((typed(&read).layer, codes(&read)), (Layer::Judgment, vec![]));
    }
    assert_snapshot!(said("---\ntitle: Renewal prep checks\nlayer: fluent\n---\n"), @"");
    assert_snapshot!(said("---\ntitle: Renewal prep checks\n---\n"), @"");
    assert_snapshot!(said("---\ntitle: Renewal prep checks\nlayers: [fluency, judgment]\n---\n"), @"");
}

#[test]
fn without_title_or_front_matter_a_page_cannot_stand() {
    let read = page("---\nlayer: fluency\n---\n");
    assert!(read.title.is_none());
    assert_snapshot!(said("---\nlayer: fluency\n---\n"), @"");
    assert_snapshot!(said("# Renewal prep\n\nText\n"), @"");
    assert_snapshot!(said(""), @"");
    assert_snapshot!(said("---\ntitle: [a, b]\nlayer: fluency\n---\n"), @"");
    assert_snapshot!(said("---\njust text\n---\n"), @"");
}

#[test]
fn an_unquoted_colon_is_taken_as_text_with_the_corrected_line() {
    let read = workflow(
        "byline: M. Osei: renewals\nrepeated_by:\n- who: two people: in EMEA\n  date: 2026-03-20\n  result: worked\nstopped:\n  - Copying: usage by hand\n  - Ends with:",
    );
    let front = typed(&read);
    assert_eq!(front.byline.as_deref(), Some("M. Osei: renewals"));
    assert_eq!(front.repeated_by[0].who, "two people: in EMEA");
    assert_eq!(front.stopped, ["Copying: usage by hand", "Ends with:"]);
    assert!(read.diagnostics.iter().all(|found| found.severity == Severity::Warn));
    let text = "---\ntitle: Renewal prep: \"the\" brief\n  in two lines\nlayer: fluency\n---\n";
    assert_eq!(page(text).title.as_deref(), Some("Renewal prep: \"the\" brief in two lines"));
    assert_snapshot!(said(text), @"");
    assert_snapshot!(said_of("stopped:\n  - Copying: usage by hand"), @"");
}

#[test]
fn a_hash_that_would_cut_a_title_is_kept_and_a_comment_elsewhere_is_not() {
    let text = "---\ntitle: Renewal prep #2 for sales\nlayer: fluency # a comment\nowner: m-osei # a desk: soon\n---\n";
    let read = page(text);
    assert_eq!(read.title.as_deref(), Some("Renewal prep #2 for sales"));
    assert_eq!(typed(&read).owner.as_deref(), Some("m-osei"));
    assert_snapshot!(messages(&read, text), @"");
    let role = read_as(
        Kind::Role,
        "content/roles/sales.md",
        "---\nname: Sales\nchannel: #sales-ai\n---\n",
    );
    let Some(Front::Role(front)) = &role.front else { panic!("no role") };
    assert_eq!(front.channel.as_deref(), Some("#sales-ai"));
}

#[test]
fn curly_quotes_become_straight_ones() {
    let text = "---\ntitle: “Renewal prep: notes”\nlayer: fluency\nroles: [“sales”, “support”]\nbyline: “Quoted” and on\nowner: ‘m-osei’\n---\n";
    let read = page(text);
    assert_eq!(read.title.as_deref(), Some("Renewal prep: notes"));
    let front = typed(&read);
    assert_eq!(front.roles, ["sales", "support"]);
    assert_eq!(front.owner.as_deref(), Some("m-osei"));
    assert_eq!(front.byline.as_deref(), Some("“Quoted” and on"));
    assert_snapshot!(messages(&read, text), @"");
}

#[test]
fn tabs_are_read_as_indent_once_said() {
    let text = "---\ntitle: Renewal prep from CRM notes\nlayer: fluency\nroles:\n\t- sales\n\t- support\nsummary: |\n\tOne page\nminutes:\n\tbefore: 40\n\tafter: 15\n---\n";
    let read = page(text);
    let front = typed(&read);
    assert_eq!(front.roles, ["sales", "support"]);
    assert_eq!(read.summary.as_deref(), Some("One page"));
    assert_eq!(front.minutes.as_ref().unwrap().before, 40);
    assert_snapshot!(messages(&read, text), @"");
}

#[test]
fn a_missing_fence_is_assumed_where_the_lines_leave_no_doubt() {
    let below = "---\ntitle: Renewal prep from CRM notes\nlayer: fluency\nroles:\n- sales\n\n# Steps\n\nText: with a colon\n";
    let read = page(below);
    assert_eq!(typed(&read).roles, ["sales"]);
    assert_eq!(&below[read.body_start..], "\n# Steps\n\nText: with a colon\n");
    assert_snapshot!(messages(&read, below), @"");
    let above = "title: Renewal prep from CRM notes\nlayer: fluency\n---\nBody\n";
    let read = page(above);
    assert_eq!(&above[read.body_start..], "Body\n");
    assert_snapshot!(messages(&read, above), @"");
    // A rule at the top of a text is no front matter.
    assert_eq!(codes(&page("---\n\nSome prose\n")), ["PB104"]);
}

#[test]
fn a_quote_without_its_second_one_ends_with_the_line() {
    let text = "---\ntitle: \"Renewal prep from notes\nlayer: fluency\n---\n";
    assert_eq!(page(text).title.as_deref(), Some("Renewal prep from notes"));
    assert_snapshot!(said(text), @"");
    let spans = "---\ntitle: \"Renewal prep\n  from notes\"\nlayer: fluency\n---\n";
    assert_eq!(page(spans).title.as_deref(), Some("Renewal prep from notes"));
    assert_eq!(said(spans), "");
}

#[test]
fn one_unreadable_value_costs_only_itself() {
    let read = workflow("roles: [sales, support\nowner: m-osei\nbyline: \"a \\q b\"\nnext: {a: [}");
    let front = typed(&read);
    assert_eq!(front.owner.as_deref(), Some("m-osei"));
    assert!(front.roles.is_empty());
    assert_snapshot!(said_of("roles: [sales, support\nowner: m-osei\nbyline: \"a \\q b\"\nnext: {a: [}"), @"");
}

#[test]
fn template_signs_and_markup_are_literal_text() {
    let titles = [
        "{{ 7*7 }}",
        "{% include \"x\" %}",
        "</title><script>alert(1)</script>",
        "*Bold* words",
        "@all of us",
        "[Draft] renewal prep",
    ];
    for title in titles {
        let read = page(&format!("---\ntitle: {title}\nlayer: fluency\n---\n"));
        assert_eq!(read.title.as_deref(), Some(title));
        assert!(read.front.is_some());
    }
    assert_snapshot!(said("---\ntitle: [Draft] renewal prep\nlayer: fluency\n---\n"), @"");
}

#[test]
fn a_key_in_another_spelling_is_read_as_the_one_that_was_meant() {
    let text = "---\nTitle: Renewal prep from CRM notes\nlayer:fluency\nrole: sales, support\ntool: assistant\nverified-with: assistant 4\n---\n";
    let read = page(text);
    let front = typed(&read);
    assert_eq!(front.roles, ["sales", "support"]);
    assert_eq!(front.tools, ["assistant"]);
    assert_eq!(front.verified_with.as_deref(), Some("assistant 4"));
    assert_snapshot!(messages(&read, text), @"");
    let tool = read_as(Kind::Tool, "content/tools/assistant.md", "---\ntitle: Assistant\n---\n");
    assert_eq!((tool.title.as_deref(), codes(&tool)), (Some("Assistant"), vec!["PB110"]));
}

#[test]
fn an_unknown_key_warns_with_the_one_that_is_meant() {
    assert_snapshot!(said_of("author: m-osei\ndate: 2026-03-14\ntags: [renewals]\nsumary: One page\nstatus: proven\nzzz: 1\nminutes: {before: 2, after: 1, pre: day}"), @"");
}

#[test]
fn a_key_written_twice_names_both_lines() {
    let read = workflow("owner: m-osei\nroles: [sales]\nowner: k-lindt");
    assert_eq!(typed(&read).owner.as_deref(), Some("m-osei"));
    assert_snapshot!(said_of("owner: m-osei\nroles: [sales]\nowner: k-lindt\nminutes: {before: 1, before: 2, after: 1}"), @"");
}

#[test]
fn anchors_aliases_merge_keys_and_tags_are_refused_in_place() {
    let read =
        workflow("roles: &r [sales]\ntools: *r\n<<: *r\nowner: !desk m-osei\nbyline: *nobody");
    assert_eq!(typed(&read).roles, ["sales"]);
    assert_eq!(typed(&read).owner, None);
    assert_snapshot!(said_of("roles: &r [sales]\ntools: *r\n<<: *r\nowner: !desk m-osei\nbyline: *nobody"), @"");
}

#[test]
fn a_billion_laughs_are_refused_at_once() {
    let mut lines = String::from("a0: &a0 [lol, lol]\n");
    for level in 1..=30 {
        let before = format!("*a{}", level - 1);
        lines += &format!("a{level}: &a{level} [{}]\n", vec![before; 10].join(", "));
    }
    let start = Instant::now();
    let read = workflow(&lines);
    let took = start.elapsed();
    assert!(codes(&read).iter().filter(|code| **code == "PB107").count() == 8);
    // 10 ms for the optimised program; tests are not optimised.
    assert!(
        took < Duration::from_millis(if cfg!(debug_assertions) { 100 } else { 10 }),
        "{took:?}"
    );
}

#[test]
fn limits_hold_on_a_small_stack() {
    let deep = format!("next: {}", "[".repeat(10_000));
    let closed = format!("next: {}{}", "[".repeat(10_000), "]".repeat(10_000));
    let maps = format!("next: {}", "{a: ".repeat(10_000));
    let blocks: String = (0..200).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    let scalar = format!("byline: \"{}\"", "x".repeat(1 << 20));
    let block = format!("byline: |\n  {}", "x".repeat(1 << 20));
    let long = "keywords:\n".to_owned() + &"  - word\n".repeat(8_000);
    let cases = [
        (deep, "PB106"),
        (closed, "PB106"),
        (maps, "PB106"),
        (blocks, "PB106"),
        (scalar, "PB106"),
        (block, "PB106"),
        (long, "PB106"),
    ];
    let run = move || {
        for (lines, code) in cases {
            let start = Instant::now();
            let found = codes(&workflow(&lines));
            assert!(found.contains(&code), "{found:?} for {:.40}", lines);
            assert!(start.elapsed() < Duration::from_secs(1));
        }
    };
    std::thread::Builder::new().stack_size(512 << 10).spawn(run).unwrap().join().unwrap();
}

#[test]
fn adversarial_lines_take_no_time() {
    let cases = [
        "- [\n".repeat(15_000),
        "  - \"a\n".repeat(8_000),
        "a: [\n".repeat(12_000),
        "b: '\n".repeat(12_000),
        "c: |\n".repeat(12_000),
        ": ".repeat(30_000),
        "? ".repeat(30_000),
        "- ".repeat(30_000),
        "\"".repeat(60_000),
        "x: {".repeat(15_000),
        (0..3_000).map(|n| format!("key{n}: a\n")).collect(),
    ];
    for lines in cases {
        let start = Instant::now();
        workflow(&lines);
        let took = start.elapsed();
        assert!(took < Duration::from_secs(2), "{took:?} for {:.40}", lines);
    }
}

#[test]
fn a_limit_names_itself() {
    let text = format!("---\n{HEAD}byline: {}\n---\n", "x".repeat(70_000));
    let read = page(&text);
    assert!(read.title.is_none() && read.front.is_none());
    assert_eq!(&text[read.body_start..], "");
    assert_snapshot!(messages(&read, &text), @"");
}

#[test]
fn a_second_document_is_refused_and_the_first_stands() {
    let text =
        "---\ntitle: Renewal prep from CRM notes\nlayer: fluency\n---\nowner: m-osei\n---\nBody\n";
    let read = page(text);
    assert_eq!(typed(&read).owner, None);
    assert_eq!(&text[read.body_start..], "Body\n");
    assert_snapshot!(messages(&read, text), @"");
    assert!(codes(&workflow("...\n--- \nowner: m-osei")).contains(&"PB106"));
    assert!(codes(&workflow("--- !x\nowner: m-osei")).contains(&"PB106"));
}

#[test]
fn dates_have_one_reading_or_an_error_that_shows_both() {
    assert_snapshot!(said_of("verified: 3/4/2026"), @"");
    assert_snapshot!(said_of("verified: yes"), @"");
    assert_snapshot!(said_of("verified: 20260-01-01"), @"");
    assert_snapshot!(said_of("verified: 2026-02-30"), @"");
    assert_snapshot!(said_of("verified: 4 March 2026"), @"");
    for form in [
        "2026/03/04",
        "2026-3-4",
        "March 4, 2026",
        "4 Mar 2026",
        "4.3.2026",
        "2026-03-04T10:00:00Z",
        "\"2026-03-04\"",
    ] {
        let read = workflow(&format!("verified: {form}"));
        assert_eq!(typed(&read).verified.unwrap().to_string(), "2026-03-04", "{form}");
    }
    for unclear in ["3/4/2026", "3-4-2026", "soon", "2026", "2026-13-01", "04/26", "13/13/2026"] {
        let read = workflow(&format!("verified: {unclear}"));
        assert_eq!((typed(&read).verified, codes(&read)), (None, vec!["PB116"]), "{unclear}");
    }
}

#[test]
fn words_intervals_numbers_and_switches_are_checked() {
    let lines = "stakes: hihg\ndata: Internl\nreview_every: 3 months\nminutes: {before: 40 min, after: 15, per: sprint}";
    assert_snapshot!(said_of(lines), @"");
    let read = workflow("stakes: High\ndata: Internal\nreview_every: 90 days\ndraft: Yes");
    let front = typed(&read);
    assert_eq!((front.stakes, front.review_every, front.draft), (Stakes::High, Some(90), true));
    assert_eq!(front.data.as_deref(), Some("internal"));
    assert_eq!(codes(&read), Vec::<&str>::new());
}

#[test]
fn a_draft_that_cannot_be_read_is_kept_back() {
    assert!(typed(&workflow("draft: maybe")).draft);
    assert!(!typed(&workflow("draft: false")).draft);
    assert_snapshot!(said_of("draft: maybe"), @"");
}

#[test]
fn a_wrong_type_inside_is_located_and_only_its_entry_falls_out() {
    let lines = "repeated_by:\n- k-lindt\n- {who: [a, b], date: 2026-03-01, result: worked}\n- {who: m-osei, date: 2026-03-02, result: failed}\nminutes: 40\nowner: [m-osei, k-lindt]\nroles: {sales: yes}\nstopped: [a, [b, c]]";
    let read = workflow(lines);
    let front = typed(&read);
    assert_eq!(front.repeated_by.len(), 1);
    assert_eq!(front.stopped, ["a"]);
    assert_snapshot!(said_of(lines), @"");
}

#[test]
fn entries_without_the_parts_that_give_them_meaning_fall_out() {
    let lines = "repeated_by:\n- {who: k-lindt, result: worked}\nevidence:\n- {what: minutes, from: 40, to: 15}\n- {what: minutes, from: 40, to: 15, n: 12, source: system}";
    let read = workflow(lines);
    assert!(typed(&read).repeated_by.is_empty());
    assert_eq!(typed(&read).evidence.len(), 1);
    assert_snapshot!(said_of(lines), @"");
}

#[test]
fn lengths_and_counts_warn_and_the_page_stands() {
    let text = format!(
        "---\ntitle: Prep\nlayer: fluency\nsummary: {}\nroles: [a, b, c, d, everyone]\nminutes: {{before: 5, after: 9}}\nrebuilding: {{since: 2026-01-01}}\n---\n",
        "word ".repeat(40)
    );
    let read = page(&text);
    assert!(typed(&read).rebuilding.is_none());
    assert_eq!(codes(&read), ["PB123", "PB124", "PB125", "PB126", "PB127"]);
    let title = "x".repeat(300);
    let read = page(&format!("---\ntitle: {title}\nlayer: fluency\n---\n"));
    assert_eq!(read.title.as_deref(), Some(title.as_str()));
    assert_eq!(codes(&read), ["PB103"]);
    let guide = read_as(Kind::Guide, "content/guides/start.md", "---\ntitle: Start\n---\n");
    assert_eq!(codes(&guide), Vec::<&str>::new());
}

#[test]
fn old_addresses_are_plain_paths_inside_the_site() {
    let lines = "redirect_from: [../../x, \"%2e%2e/x\", /etc/x, 'C:\\x', \"a\\0b\", \"\", a//b, con.html, x.js, 'https://x.example/y']";
    assert!(typed(&workflow(lines)).redirect_from.is_empty());
    assert_snapshot!(said_of(lines), @"");
    let good = workflow("redirect_from: [workflows/old.html, old/, old/renewal, workflows/old.md]");
    assert_eq!(
        typed(&good).redirect_from,
        ["workflows/old.html", "old/index.html", "old/renewal.html", "workflows/old.html"]
    );
}

#[test]
fn hidden_characters_are_named_by_code_point() {
    assert_snapshot!(said_of("byline: \"a\\u202Eb\"\nowner: m\u{1}osei\njob: \"\\0\""), @"");
    let read = page("---\ntitle: Renewal\0 prep from notes\nlayer: fluency\n---\n");
    assert_eq!(read.title.as_deref(), Some("Renewal\u{fffd} prep from notes"));
    // Emoji are made with a joiner.
    assert_eq!(codes(&workflow("byline: 👩\u{200d}💻 and 🚀")), Vec::<&str>::new());
}

#[test]
fn retired_is_a_group_a_date_or_true() {
    let date = |lines: &str| typed(&workflow(lines)).retired.clone().map(|retired| retired.date);
    assert_eq!(date("retired: 2026-05-01").flatten().unwrap().to_string(), "2026-05-01");
    assert_eq!(date("retired: {reason: old}"), Some(None));
    assert_eq!(date("retired: true"), Some(None));
    assert_eq!(date("retired: false"), None);
}

#[test]
fn a_collection_goes_by_rising_day_and_keeps_every_checkpoint() {
    let text = "---
title: First quarter with AI
roles: [sales]
curator: m-osei
days: 30
target_behaviours: [Checks every figure, Says what was made by AI]
checkpoints:
  - day: 30
    goal: Uses the brief in each call
    do: [a, b, c, d, e, f, g, h, 'drill:wrong-name']
    coach_asks: Which figure was wrong?
  - day: 14
    do: [i, j, k, l]
  - goal: Nothing
---
";
    let path = "content/collections/first-quarter.md";
    let read = read_as(Kind::Collection, path, text);
    let Some(Front::Collection(CollectionFront { checkpoints, days, .. })) = &read.front else {
        panic!("no collection")
    };
    assert_eq!(checkpoints.iter().map(|one| one.day).collect::<Vec<_>>(), [14, 30]);
    assert_eq!(*days, Some(30));
    assert_snapshot!(messages(&read, text), @"");
}

#[test]
fn a_tool_has_its_status_and_ceiling() {
    let text = "---\nname: Assistant\nstatus: Not approved\ndata_max: internal\ngood_for: First drafts\nask: #ai-help\n---\n";
    let read = read_as(Kind::Tool, "content/tools/assistant.md", text);
    let Some(Front::Tool(ToolFront { status, data_max, ask, .. })) = &read.front else {
        panic!("no tool")
    };
    assert_eq!(*status, Some(ToolStatus::NotApproved));
    assert_eq!((data_max.as_deref(), ask.as_deref()), (Some("internal"), Some("#ai-help")));
    let banned = "---\nname: Free chat\nstatus: banned\n---\n";
    let read = read_as(Kind::Tool, "content/tools/free-chat.md", banned);
    assert_snapshot!(messages(&read, banned), @"");
}

#[test]
fn the_other_kinds_are_read() {
    let role = "---\nname: Customer success\naliases: CSM, CS\npriorities:\n- {job: renewal-prep, when: A renewal is inside 60 days}\n- account-review\nchannel: \"#cs\"\nstart_with: first-quarter\n---\n";
    let person = "---\nname: M. Osei\nroles: sales\nchampion: yes\nshows: [renewal-prep]\nleft: 2026-06-30\n---\n";
    let drill = "---\ntitle: Wrong name in a brief\nroles: [sales]\nfrom: renewal-prep\n---\n";
    let wanted =
        "---\ntitle: Call notes into the CRM\nlayer: judgement\njob: call-notes\nseen: 4\n---\n";
    let guide = "---\ntitle: How to write a page\norder: -1\nnav: true\n---\n";
    let layer = "---\nname: Fluency\nsubtitle: Use it\n---\n";
    let kinds = [
        (Kind::Role, "content/roles/customer-success.md", role),
        (Kind::Person, "content/people/m-osei.md", person),
        (Kind::Drill, "content/drills/wrong-name.md", drill),
        (Kind::Wanted, "content/wanted/call-notes.md", wanted),
        (Kind::Guide, "content/guides/write.md", guide),
        (Kind::Layer, "content/layers/fluency.md", layer),
    ];
    let mut all = String::new();
    for (kind, path, text) in kinds {
        let read = read_as(kind, path, text);
        all += &format!("{:?}\n{}\n", read.front.as_ref().unwrap(), messages(&read, text));
    }
    assert_snapshot!(all, @"");
}

#[test]
fn only_the_three_layers_are_layers() {
    let text = "---\nname: Judgement\n---\n";
    let read = read_as(Kind::Layer, "content/layers/judgement.md", text);
    assert!(read.front.is_none());
    assert_snapshot!(messages(&read, text), @"");
}

#[test]
fn a_drill_says_where_its_errors_come_from() {
    let text = "---\ntitle: Wrong name in a brief\n---\n";
    let read = read_as(Kind::Drill, "content/drills/wrong-name.md", text);
    assert!(read.front.is_some());
    assert_snapshot!(messages(&read, text), @"");
}

#[test]
fn the_home_page_needs_nothing() {
    let home = |text: &str| read_as(Kind::Home, "content/index.md", text);
    let bare = home("# Welcome\n");
    assert_eq!((bare.title.as_deref(), bare.body_start, codes(&bare)), (Some(""), 0, vec![]));
    let full = home("---\ntitle: Northgate AI playbook\n---\nHello\n");
    assert_eq!(full.title.as_deref(), Some("Northgate AI playbook"));
    assert_eq!(full.front, Some(Front::Home));
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
