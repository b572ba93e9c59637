//! What a message looks like, to a person and to a program.

use std::sync::Arc;

use playbook::diagnostic::print::{self, Style, counts, summary};
use playbook::diagnostic::{Diagnostic, Place, Severity, SourceMap, Translation};

fn diagnostic(severity: Severity, place: Place, message: &str) -> Diagnostic {
    Diagnostic {
        place,
        code: "PB102",
        severity,
        message: message.to_owned().into(),
        label: None,
        related: Vec::new(),
        help: Vec::new(),
        fix: None,
    }
}

fn path() -> Arc<str> {
    Arc::from("content/workflows/renewal-prep.md")
}

/// The place of `words` in `text`.
fn at(text: &str, words: &str) -> Place {
    let start = text.find(words).unwrap();
    Place::bytes(&path(), start..start + words.len())
}

fn human(text: &str, diagnostics: &[Diagnostic]) -> String {
    let map = SourceMap::of_text(Arc::from(text));
    let known = path();
    print::human(diagnostics, &|path| (*path == *known).then_some(&map), Style::default())
}

const PAGE: &str = "\
---
title: Prepare a renewal call
roles: [customer-success]
owner: m-osei
layer: [judgement, redesign]
owner: revops-desk
---

## When to use it
";

#[test]
fn a_message_shows_the_line_the_caret_and_what_to_write() {
    let message = diagnostic(
        Severity::Error,
        at(PAGE, "[judgement, redesign]"),
        "\"judgement, redesign\": a page has one layer",
    )
    .label("pick the one a reader gains")
    .help("make a second page for the other layer and link it with `next:`");
    insta::assert_snapshot!(human(PAGE, &[message]), @r#"
    error[PB102]: "judgement, redesign": a page has one layer
     --> content/workflows/renewal-prep.md:5:8
      |
    5 | layer: [judgement, redesign]
      |        ^^^^^^^^^^^^^^^^^^^^^ pick the one a reader gains
      |
      = help: make a second page for the other layer and link it with `next:`
    "#);
}

#[test]
fn gaps_and_warnings_are_called_that() {
    let gap = diagnostic(Severity::Gap, at(PAGE, "## When"), "5 of 6 sections found");
    let warn = diagnostic(Severity::Warn, at(PAGE, "title"), "the title names a tool");
    insta::assert_snapshot!(human(PAGE, &[gap, warn]), @r#"
    gap[PB102]: 5 of 6 sections found
     --> content/workflows/renewal-prep.md:9:1
      |
    9 | ## When to use it
      | ^^^^^^^

    warn[PB102]: the title names a tool
     --> content/workflows/renewal-prep.md:2:1
      |
    2 | title: Prepare a renewal call
      | ^^^^^
    "#);
}

#[test]
fn a_second_place_in_the_same_file_is_shown_with_the_first() {
    let message =
        diagnostic(Severity::Error, at(PAGE, "owner: revops-desk"), "`owner` is there twice")
            .label("and here again")
            .related(at(PAGE, "owner: m-osei"), "here first")
            .help("keep one of the two lines:\nowner: m-osei");
    insta::assert_snapshot!(human(PAGE, &[message]), @r#"
    error[PB102]: `owner` is there twice
     --> content/workflows/renewal-prep.md:6:1
      |
    4 | owner: m-osei
      | ------------- here first
    5 | layer: [judgement, redesign]
    6 | owner: revops-desk
      | ^^^^^^^^^^^^^^^^^^ and here again
      |
      = help: keep one of the two lines:
              owner: m-osei
    "#);
}

#[test]
fn a_place_in_another_file_is_a_note() {
    let message = diagnostic(Severity::Error, at(PAGE, "Prepare"), "two pages have one address")
        .related(
            Place::file(&Arc::from("content/workflows/sales/renewal-prep.md")),
            "the other page",
        );
    insta::assert_snapshot!(human(PAGE, &[message]), @r#"
    error[PB102]: two pages have one address
     --> content/workflows/renewal-prep.md:2:8
      |
    2 | title: Prepare a renewal call
      |        ^^^^^^^
      |
      = note: content/workflows/sales/renewal-prep.md:1:1: the other page
    "#);
}

#[test]
fn a_message_about_a_whole_file_has_its_place_too() {
    let message =
        diagnostic(Severity::Error, Place::file(&path()), "a symbolic link is not followed")
            .label("remove it")
            .help("put a copy of the file here");
    insta::assert_snapshot!(human("", &[message]), @r#"
    error[PB102]: a symbolic link is not followed
    --> content/workflows/renewal-prep.md:1:1
     = note: remove it
     = help: put a copy of the file here
    "#);
}

#[test]
fn a_long_line_is_shown_as_a_window_around_the_place() {
    let page = format!("first\n{} here {}\n", "before ".repeat(300), "after ".repeat(50_000));
    let message =
        diagnostic(Severity::Error, at(&page, "here"), "this is the word").label("this one");
    insta::assert_snapshot!(human(&page, &[message]), @r#"
    error[PB102]: this is the word
     --> content/workflows/renewal-prep.md:2:2102
      |
    2 | ... before before before before before before before before  here after after after after after after after after after after after a...
      |                                                              ^^^^ this one
    "#);
}

#[test]
fn the_window_does_not_depend_on_the_length_of_the_line() {
    let page = format!("{}here{}", "é".repeat(400_000), "ü".repeat(400_000));
    let message = diagnostic(Severity::Error, at(&page, "here"), "this is the word");
    let shown = human(&page, &[message]);
    assert!(shown.contains(":1:400001\n"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() < 200), "{shown}");
}

#[test]
fn content_cannot_control_the_terminal() {
    let page = "a \u{1b}[31mred\u{7} \u{9b}2J \u{202e}desrever\u{200b} word\r\u{0}end\n";
    let place = at(page, "word");
    let message = diagnostic(Severity::Warn, place, "message \u{1b}]0;title\u{7}\nline")
        .label("label \u{1b}[2J")
        .help("help \u{202e}");
    let shown = human(page, &[message]);
    assert!(!shown.chars().any(|found| found.is_control() && found != '\n'), "{shown:?}");
    insta::assert_snapshot!(shown, @r#"
    warn[PB102]: message ␛]0;title␇ line
     --> content/workflows/renewal-prep.md:1:28
      |
    1 | a ␛[31mred␇ �2J �desrever� word␍␀end
      |                            ^^^^ label ␛[2J
      |
      = help: help �
    "#);
}

#[test]
fn several_lines_are_shown_by_the_first() {
    let message =
        diagnostic(Severity::Gap, at(PAGE, "---\ntitle: Prepare a renewal call"), "front matter");
    insta::assert_snapshot!(human(PAGE, &[message]), @r#"
    gap[PB102]: front matter
     --> content/workflows/renewal-prep.md:1:1
      |
    1 | ---
      | ^^^
    "#);
}

#[test]
fn colours_are_only_there_when_asked_for() {
    let message = diagnostic(Severity::Error, Place::file(&path()), "wrong");
    let shown = print::human(
        &[message],
        &|_| None,
        Style { color: true, width: Some(80), ..Style::default() },
    );
    assert!(shown.starts_with("\u{1b}["), "{shown:?}");
}

#[test]
fn any_place_in_any_text_can_be_shown() {
    let texts =
        ["", "\n", "é", "\n\n\n", "a\tb\u{1F468}\u{200D}\u{1F4BB}c\n", "\u{0301}x", "界界\n界"];
    for text in texts {
        for start in 0..=text.len() + 2 {
            for end in start..=text.len() + 2 {
                let place = Place::bytes(&path(), start..end);
                let message = diagnostic(Severity::Error, place.clone(), "m")
                    .label("l")
                    .related(place, "same")
                    .related(Place::bytes(&path(), 0..end), "from the start");
                assert!(human(text, &[message]).contains("renewal-prep.md:"));
            }
        }
    }
}

#[test]
fn programs_get_every_place_with_its_end() {
    let map = SourceMap::of_text(Arc::from(PAGE));
    let message = diagnostic(Severity::Error, at(PAGE, "m-osei"), "nobody is called \"m-osei\"")
        .label("unknown")
        .help("add `content/people/m-osei.md`")
        .related(Place::file(&Arc::from("content/people/m-oseh.md")), "the nearest");
    let known = path();
    let shown = print::json(
        &[&message],
        &|path| (*path == *known).then_some(&map),
        &|_| None,
        Translation::default(),
    );
    insta::assert_snapshot!(shown, @r#"
{
  "diagnostics": [
    {
      "path": "content/workflows/renewal-prep.md",
      "line": 4,
      "column": 8,
      "end_line": 4,
      "end_column": 14,
      "severity": "error",
      "code": "PB102",
      "message": "nobody is called \"m-osei\"",
      "label": "unknown",
      "help": [
        "add `content/people/m-osei.md`"
      ],
      "related": [
        {
          "path": "content/people/m-oseh.md",
          "line": 1,
          "column": 1,
          "end_line": 1,
          "end_column": 1,
          "label": "the nearest"
        }
      ],
      "owner": null,
      "fingerprint": "a5a4b82a833c229a9a0ed44c16e582fb"
    }
  ],
  "counts": {
    "error": 1,
    "gap": 0,
    "warn": 0
  }
}
"#);
}

#[test]
fn the_summary_counts_in_words() {
    let file = Place::file(&path());
    let messages = [
        diagnostic(Severity::Error, file.clone(), "a"),
        diagnostic(Severity::Error, file.clone(), "b"),
        diagnostic(Severity::Gap, file.clone(), "c"),
        diagnostic(Severity::Warn, file, "d"),
    ];
    assert_eq!(summary(counts(&messages), Translation::default()), "2 errors, 1 gap, 1 warning");
    assert_eq!(summary(counts(&[]), Translation::default()), "no problems");
}
