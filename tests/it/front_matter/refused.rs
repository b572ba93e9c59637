//! What front matter may not have: machinery, bombs, second documents.

#![expect(clippy::disallowed_methods, reason = "these tests measure how long a bomb takes")]

use std::time::{Duration, Instant};

use insta::assert_snapshot;

use super::{HEAD, codes, messages, page, said_of, typed, workflow};

#[test]
fn an_unknown_key_warns_with_the_one_that_is_meant() {
    assert_snapshot!(said_of("author: m-osei\ndate: 2026-03-14\ntags: [renewals]\nsumary: One page\nstatus: proven\nzzz: 1\nminutes: {before: 2, after: 1, pre: day}"), @"
4:1 warn[PB109] `author` is no key of this page, so it is not read
  ^ author ^ did you mean `owner`?
  = owner: m-osei
5:1 warn[PB109] `date` is no key of this page, so it is not read
  ^ date ^ did you mean `verified`?
  = verified: 2026-03-14
6:1 warn[PB109] `tags` is no key of this page, so it is not read
  ^ tags ^ `roles`, `layer` or `keywords`?
  = write who it is for in `roles:`, what they gain in `layer:`, and the rest in `keywords:`
7:1 warn[PB109] `sumary` is no key of this page, so it is not read
  ^ sumary ^ did you mean `summary`?
  = summary: One page
8:1 warn[PB109] `status` is no key of this page, so it is not read
  ^ status ^ derived
  = delete this line: the status follows from `verified`, `repeated_by` and the tools
9:1 warn[PB109] `zzz` is no key of this page, so it is not read
  ^ zzz ^ unknown
  = known here: title, summary, roles, layer, job, owner, data, verified, written, tools, stakes, verified_with, byline, review_every, repeated_by, minutes, stopped, instead, rebuilding, evidence, builds_on, next, keywords, interview, example, hold, corrected, retired, draft, redirect_from, former
10:32 warn[PB109] `pre` is no key of `minutes`, so it is not read
  ^ pre ^ did you mean `per`?
  = minutes: {before: 2, after: 1, per: day}
");
}

#[test]
fn a_message_is_one_line_whatever_it_quotes() {
    assert_snapshot!(said_of("\"a\\nb\": 1"), @r#"
4:1 warn[PB109] `a b` is no key of this page, so it is not read
  ^ "a\nb" ^ unknown
  = known here: title, summary, roles, layer, job, owner, data, verified, written, tools, stakes, verified_with, byline, review_every, repeated_by, minutes, stopped, instead, rebuilding, evidence, builds_on, next, keywords, interview, example, hold, corrected, retired, draft, redirect_from, former
"#);
}

#[test]
fn a_key_written_twice_names_both_lines() {
    let read = workflow("owner: m-osei\nroles: [sales]\nowner: k-lindt");
    assert_eq!(typed(&read).owner.as_deref(), Some("m-osei"));
    assert_snapshot!(said_of("owner: m-osei\nroles: [sales]\nowner: k-lindt\nminutes: {before: 1, before: 2, after: 1}"), @r##"
    6:1 error[PB108] `owner` is written twice; only the first one counts
      ^ owner ^ second time
      4:1 first time
      = delete one of the two `owner:` lines
    7:22 error[PB108] `before` is written twice; only the first one counts
      ^ before ^ second time
      7:11 first time
      = delete one of the two `before:` lines
    "##);
}

#[test]
fn anchors_aliases_merge_keys_and_tags_are_refused_in_place() {
    let read =
        workflow("roles: &r [sales]\ntools: *r\n<<: *r\nowner: !desk m-osei\nbyline: *nobody");
    assert_eq!(typed(&read).roles, ["sales"]);
    assert_eq!(typed(&read).owner, None);
    assert_snapshot!(said_of("roles: &r [sales]\ntools: *r\n<<: *r\nowner: !desk m-osei\nbyline: *nobody"), @r##"
    4:8 error[PB107] a word that starts with `&` is an anchor to YAML, and anchors are refused
      ^ &r ^ refused
      = write the value itself, in double quotes when it begins with `&`, `*` or `!`
    5:8 error[PB107] a word that starts with `*` is an alias to YAML, and aliases are refused
      ^ *r ^ refused
      = write the value itself, in double quotes when it begins with `&`, `*` or `!`
    6:1 error[PB107] `<<` merges another group, and merging is refused
      ^ << ^ refused
      = write the value itself, in double quotes when it begins with `&`, `*` or `!`
    6:5 error[PB107] a word that starts with `*` is an alias to YAML, and aliases are refused
      ^ *r ^ refused
      = write the value itself, in double quotes when it begins with `&`, `*` or `!`
    7:8 error[PB107] a word that starts with `!` is a tag to YAML, and tags are refused
      ^ !desk ^ refused
      = write the value itself, in double quotes when it begins with `&`, `*` or `!`
    8:9 error[PB107] a word that starts with `*` is an alias to YAML, and aliases are refused
      ^ *nobody ^ refused
      = write the value itself, in double quotes when it begins with `&`, `*` or `!`
    "##);
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
    assert!(read.title.is_none() && !read.is_whole);
    assert_eq!(&text[read.body_start..], "");
    assert_snapshot!(messages(&read, &text), @r##"
    1:1 error[PB106] the front matter has 70059 bytes; at most 65536 are allowed
      ^ --- ^ starts here
      = move long texts into the body of the page
    "##);
}

#[test]
fn a_second_document_is_refused_and_the_first_stands() {
    let text =
        "---\ntitle: Renewal prep from CRM notes\nlayer: fluency\n---\nowner: m-osei\n---\nBody\n";
    let read = page(text);
    assert_eq!(typed(&read).owner, None);
    assert_eq!(&text[read.body_start..], "Body\n");
    assert_snapshot!(messages(&read, text), @r##"
    5:1 error[PB106] a second front matter; only the first one counts
      ^ owner: m-osei\n--- ^ not read
      = move these keys up into the first front matter, or delete them
    "##);
    assert!(codes(&workflow("...\n--- \nowner: m-osei")).contains(&"PB106"));
    assert!(codes(&workflow("--- !x\nowner: m-osei")).contains(&"PB106"));
}
