//! Logs and reports: what they gather, how they are parted, and that they read
//! without a script.

use crate::fixture::{Files, base, build, bytes, page};

/// The base playbook with so many judgment pages, each with one caught error.
fn with_errors(count: usize) -> Files {
    let mut files = base();
    for number in 0..count {
        let (kind, tool) =
            if number % 2 == 0 { ("tone", "assistant") } else { ("omission", "free-chat") };
        let text = format!(
            "---\ntitle: Page number {number:03}\nlayer: judgment\nroles: [sales]\ntools: [{tool}]\nverified: 2026-01-01\n---\n\n\
             ## Trust it when\n\nThe sum of {number} is right. It is.\n\n## What went wrong\n\n\
             ```caught\nAI said: Said {number:03}\nIn fact: Fact.\nNoticed because: I looked.\nKind: {kind}\n```\n"
        );
        files.insert(format!("content/workflows/p{number:03}.md"), text.into_bytes());
    }
    files
}

#[test]
fn the_error_log_has_pages_of_100_and_a_list_for_each_kind_tool_and_role() {
    let build = build(&with_errors(210));
    let first = page(&build, "caught.html");
    assert_eq!(first.matches("class=\"said\"").count(), 100);
    assert!(first.contains("href=\"lists/caught/2.html\""));
    for (href, count) in [
        ("lists/caught/kinds/tone/1.html", 105),
        ("lists/caught/kinds/omission/1.html", 106),
        ("lists/caught/tools/free-chat/1.html", 105),
        ("lists/caught/roles/sales/1.html", 210),
        ("lists/caught/roles/customer-success/1.html", 1),
    ] {
        assert!(first.contains(&format!("href=\"{href}\"")), "{href}");
        assert!(first.contains(&format!("<small>{count}</small>")), "{count}");
    }
    let tones = page(&build, "lists/caught/kinds/tone/2.html");
    assert_eq!(tones.matches("class=\"said\"").count(), 5);
    assert!(tones.contains("<h1>What went wrong: tone</h1>"), "{tones}");
    assert!(!tones.contains("class=\"facets\""), "counts stand on the first page alone");
    // The page that was run last comes first.
    assert!(first.find("engagement is stable") < first.find("Said 000"));
}

#[test]
fn empty_logs_say_so() {
    let build =
        build(&Files::from([("playbook.toml".to_owned(), b"[site]\ntitle = \"T\"\n".to_vec())]));
    for log in ["caught", "removed", "questions", "changed"] {
        assert!(page(&build, &format!("{log}.html")).contains("class=\"none\""), "{log}");
    }
    assert!(!bytes(&build).keys().any(|route| route.starts_with("lists/caught")));
}

const REDESIGN: &str = "---
title: Rebuild the weekly report
summary: S.
roles: [sales]
layer: redesign
owner: m-osei
data: internal
verified: 2026-09-30
stopped: [Copying numbers, Waiting for Tuesday]
instead: [Two calls more]
interview: [Which report did nobody miss?]
---

## When to use it

Each week.

## Not for

Months.

## Before you start

May paste: counts.

## Old way

1. Copy the numbers (20 min, me) - removed: memory
2. Decide what matters (5 min, me) - kept: judgment

## New way

1. Draft (2 min, AI)

## Check before you use it

- [ ] The sum (source: ledger)

## What stays human

The decision.

## Who agreed, how to roll back

The head of *sales* agreed in May. Switch it off.
";

fn with_redesign() -> Files {
    let mut files = base();
    files.insert("content/workflows/report.md".to_owned(), REDESIGN.as_bytes().to_vec());
    files
}

#[test]
fn steps_that_are_gone_stand_by_the_limit_they_existed_for() {
    let removed = page(&build(&with_redesign()), "removed.html");
    let at = |words: &str| removed.find(words).unwrap_or_else(|| panic!("{words}: {removed}"));
    assert!(at("Because people forget") < at("Copy the numbers"));
    assert!(
        at("Copy the numbers") < at("For judgment")
            && at("For judgment") < at("Decide what matters")
    );
    assert!(!removed.contains("Because people differ"));
}

#[test]
fn what_changed_says_what_instead_and_who_agreed() {
    let build = build(&with_redesign());
    let changed = page(&build, "changed.html");
    for words in [
        "<p>Copying numbers</p><p>Waiting for Tuesday</p>",
        "<p>Two calls more</p>",
        "The head of sales agreed in May.",
        "2 things; pages that say so: 1. Each is below.",
        "1 of 1 written-down errors. Reached a customer: 0",
        "In 1 of 2 roles nobody has written down a change.",
    ] {
        assert!(changed.contains(words), "{words}: {changed}");
    }
    assert!(!changed.contains("Switch it off"), "one sentence is enough");
    let sales = page(&build, "lists/changed/roles/sales/1.html");
    assert!(sales.contains("Copying numbers") && !sales.contains("Three questions"));
}

#[test]
fn questions_come_from_pages_with_what_a_good_answer_has_in_it() {
    let mut files = with_errors(1);
    files.extend(with_redesign());
    let questions = page(&build(&files), "questions.html");
    for words in [
        "Which report did nobody miss?",
        "No longer: Copying numbers; Waiting for Tuesday. Instead: Two calls more",
        "The tool says: &quot;Said 000&quot; What is wrong with it",
        "Fact. Noticed because I looked.",
        "What would have to be true for you to trust the output?",
        "<p>The sum of 0 is right.</p>",
    ] {
        assert!(questions.contains(words), "{words}: {questions}");
    }
}

#[test]
fn contributing_leads_to_the_forge_with_the_template_or_to_the_contact() {
    let settings = |more: &str| {
        let mut files = base();
        let text = format!("[site]\ntitle = \"T\"\n{more}");
        files.insert("playbook.toml".to_owned(), text.into_bytes());
        page(&build(&files), "contribute.html")
    };
    let neither = settings("");
    assert_eq!(neither.matches("<pre tabindex=\"0\">---\n").count(), 3, "{neither}");
    assert!(!neither.contains("class=\"actions\""));
    assert!(neither.contains("in three short lines: they stand side by side"));
    let github = settings(
        "[repository]\nurl = \"https://github.com/a/b\"\n[contact]\nurl = \"mailto:a@example.com\"\n",
    );
    assert!(github.contains("https://github.com/a/b/new/main?filename=content%2Fworkflows%2Feveryone%2Fnew-page-everyone-fluency.md&amp;value=---%0A"), "{github}");
    assert!(
        github.contains("mailto:a@example.com?subject=I%20want%20to%20write&amp;body=Page%3A%20"),
        "{github}"
    );
    let gitlab = settings("[repository]\nurl = \"https://gitlab.com/a/b\"\nforge = \"gitlab\"\n");
    assert!(
        gitlab.contains("https://gitlab.com/a/b/-/new/main?file_name=content%2Fworkflows"),
        "{gitlab}"
    );
}

#[test]
fn coverage_shows_roles_and_jobs_and_where_to_write_what_is_missing() {
    let mut files = base();
    let text = "[site]\ntitle = \"T\"\n[contact]\nurl = \"mailto:a@example.com\"\n";
    files.insert("playbook.toml".to_owned(), text.as_bytes().to_vec());
    let coverage = page(&build(&files), "coverage.html");
    assert!(coverage.contains("A new name is on the list"), "{coverage}");
    let link = "<a href=\"contribute.html?role=sales&amp;job=prospect&amp;name=prospect-sales-redesign#redesign\">write this</a>";
    assert!(coverage.contains(link), "{coverage}");
    assert!(coverage.contains("href=\"coverage.json\""));
}
