//! What a pull request changes: the playbook at a revision, `check --changed-since` and
//! `report --against`, in repositories that the tests make.

mod bad_input;
mod changes;
mod comments;
mod repository;
mod revisions;

use insta::assert_snapshot;

use repository::{Repository, playbook_with_a_past};

/// A new page, a page under another name, a tool that is retired and a deleted page.
fn pull_request() -> Repository {
    let repository = Repository::of(&playbook_with_a_past());
    repository.git(&["switch", "--quiet", "--create", "change"]);
    repository.write("content/workflows/sales/handover.md", NEW);
    repository.rename(
        "content/workflows/sales/base-fluency.md",
        "content/workflows/sales/renewal-brief.md",
    );
    repository.edit("content/tools/assistant.md", "status: approved", "status: retired");
    repository.delete("content/guides/may-i-paste.md");
    repository
}

const NEW: &str = "---
title: Hand over an account
summary: What the next colleague has to know.
roles: [sales]
layer: judgment
job: handover
owner: m-osei
data: internal
verified: 2026-11-18
---

## When to use it

An account changes hands.

## Not for

Accounts that are closed.

## Before you start

May paste: account name.

Never paste: contract terms.

## Check before you use it

- [ ] The contact is right (source: CRM)
- [ ] Nothing is left for sven@customer-of-ours.com
";

#[test]
fn a_check_since_a_revision_says_what_is_new_and_what_it_broke_once() {
    let repository = pull_request();
    let args = ["check", "--changed-since", "main", "--as-of", "2026-11-20"];
    let ended = repository.playbook(&args);
    assert_eq!((ended.code, &*ended.stderr), (1, ""));
    assert_snapshot!(ended.stdout, @r#"
    warn[PB971]: "May I paste this?" was deleted, and guides/may-i-paste.html leads nowhere
    --> content/guides/may-i-paste.md:1:1
     = help: put it back with `retired: {date: YYYY-MM-DD, reason: ...}`, so that readers hear why
     = help: or write `redirect_from: [guides/may-i-paste.html]` into the page that has taken its place

    warn[PB973]: "assistant" was retired: 2 pages have another status by this
     --> content/tools/assistant.md:5:1
      |
    5 | status: retired
      | ^^^^^^
      |
      = note: content/workflows/customer-success/base-judgment.md:1:1: was on trial, is to be checked first
      = note: content/workflows/sales/renewal-brief.md:1:1: was repeated by 2, is to be checked first

    gap[PB510]: 9 of 13 parts of a judgment page are here; missing: "Trust it when", "Override when", "Do not rely on it when", "What went wrong"
     --> content/workflows/sales/handover.md:5:8
      |
    5 | layer: judgment
      |        ^^^^^^^^ decides which parts a page has
      |
      = help: add `## Trust it when`: Signs that the output is right, in three short lines: they stand side by side.
      = help: add `## Override when`: Signs that you know better, in three short lines: they stand side by side.
      = help: add `## Do not rely on it when`: Where no output is good enough, in three short lines: they stand side by side.
      = help: add `## What went wrong`: What went wrong, or nearly did; or: none yet, we watch for ...

    warn[PB261]: a mail address at customer-of-ours.com, which may be somebody's own
      --> content/workflows/sales/handover.md:29:27
       |
    29 | - [ ] Nothing is left for sven@customer-of-ours.com
       |                           ^^^^^^^^^^^^^^^^^^^^^^^^^ published as it stands
       |
       = help: write a blank in a prompt, such as {{email}}, and `name@example.com` elsewhere
       = help: if customer-of-ours.com is your company's, add it to `allowed_domains` under `[data]` in playbook.toml

    error[PB970]: "base-fluency" is now "renewal-brief": its old address and 4 places lead nowhere
      --> content/workflows/sales/renewal-brief.md:2:1
       |
     2 | title: Prepare a renewal call
       | ^^^^^
       |
      ::: content/collections/sixty-days.md:9:45
       |
     9 |   - {day: 30, goal: Prepares one call, do: [base-fluency]}
       |                                             ^^^^^^^^^^^^ still names "base-fluency"
       |
      ::: content/guides/start.md:10:1
       |
    10 | [The renewal](../workflows/sales/base-fluency.md) is the one to begin with; so is [its second half](../workflows/sales/base-fluency....
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ still names "base-fluency"
       |
      ::: content/guides/start.md:10:83
       |
    10 | ...to begin with; so is [its second half](../workflows/sales/base-fluency.md#steps).
       |                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ still names "base-fluency"
       |
      ::: content/workflows/customer-success/base-judgment.md:12:13
       |
    12 | builds_on: [base-fluency]
       |             ^^^^^^^^^^^^ still names "base-fluency"
       |
       = help: redirect_from: [workflows/base-fluency.html]
       = help: and name `renewal-brief` where `base-fluency` still stands

    1 error, 1 gap, 3 warnings
    2 older problems are not shown
    "#);
}

#[test]
fn a_report_answers_what_a_reviewer_asks() {
    let repository = pull_request();
    let args = ["report", "--against", "main", "--as-of", "2026-11-20"];
    let ended = repository.playbook(&args);
    assert_eq!((ended.code, &*ended.stderr), (0, ""));
    let commit = repository.git(&["rev-parse", "main"]).trim()[..10].to_owned();
    assert_snapshot!(ended.stdout.replace(&commit, "COMMIT"), @r#"
    <!-- playbook report -->
    ## What this changes in the playbook

    Compared with `COMMIT`. **1 error** is new by it. 2 older ones are no matter of this change.

    ### New pages

    - **Hand over an account** (`content/workflows/sales/handover.md`) · Judgment · for Sales
      - has: When to use it, Not for, Before you start, Check before you use it
      - lacks: Trust it when, Override when, Do not rely on it when, What went wrong
      - **the first page of Judgment for Sales**

    ### Pages with another name

    - **Prepare a renewal call**: `base-fluency` is now `renewal-brief`
      - **its old address leads nowhere**: add `redirect_from: [workflows/base-fluency.html]` to `content/workflows/sales/renewal-brief.md`
      - 4 places still name it: `content/collections/sixty-days.md:9`, `content/guides/start.md:10`, `content/guides/start.md:10`, `content/workflows/customer-success/base-judgment.md:12`

    ### Pages that are gone

    - **May I paste this?**: deleted; **`guides/may-i-paste.html` leads nowhere**, and `retired` would say why

    ### Pages with another text

    - **Assistant** (`content/tools/assistant.md`)

    ### Addresses that lead nowhere now

    - `guides/may-i-paste.html`
    - `workflows/base-fluency.html`
    - lists, feeds and texts for machines that went with them: 2

    ### Another status

    | Page | was | is | because |
    |---|---|---|---|
    | **Decide how far to trust a churn flag** (`content/workflows/customer-success/base-judgment.md`) | on trial | to be checked first | "assistant" was retired |
    | **Prepare a renewal call** (`content/workflows/sales/renewal-brief.md`) | repeated by 2 | to be checked first | "assistant" was retired |

    ### Coverage

    | Role | Layer | before | after |
    |---|---|---|---|
    | Customer success | Fluency | 1, 1 of them repeated | 1 |
    | Sales | Fluency | 1, 1 of them repeated | 1 |
    | Sales | Judgment | 0 | 0, 1 unfinished: the first |

    ### Links

    - lead nowhere by this change: 4

    ### Data and safety

    - **warn** PB261 `content/workflows/sales/handover.md:29`: a mail address at customer-of-ours.com, which may be somebody's own

    ### What else changes

    - roles, layers and paths: Sixty days to calmer renewals, Fluency, Judgment, Redesign, Customer success, Sales
    - other pages: 7
    - lists and overviews: 27
    - feeds and files for programs: 15

    ### Thanks

    - M. Osei, who wrote Hand over an account

    Nothing to say about: What else is wrong; The same twice.
    "#);
}

#[test]
fn both_forms_of_a_report_say_the_same() {
    let repository = pull_request();
    let args = ["report", "--against", "main", "--format", "json", "--as-of", "2026-11-20"];
    let report: serde_json::Value =
        serde_json::from_str(&repository.playbook(&args).stdout).unwrap();
    let at = |pointer: &str| report.pointer(pointer).unwrap().clone();
    assert_eq!(at("/added/0/title"), "Hand over an account");
    assert_eq!(at("/renamed/0/add"), "redirect_from: [workflows/base-fluency.html]");
    assert_eq!(at("/renamed/0/places").as_array().unwrap().len(), 4);
    assert_eq!(at("/deleted/0/address"), "guides/may-i-paste.html");
    assert_eq!(at("/statuses/0/after"), "needs-review");
    assert_eq!(at("/data/0/code"), "PB261");
    assert_eq!(at("/older"), 2);
}

#[test]
fn nothing_that_was_wrong_before_is_said_again() {
    let repository = Repository::of(&playbook_with_a_past());
    // Lines above a broken link move it, and make it no other.
    repository.edit("content/guides/start.md", "## Read this", "## First\n\nNew.\n\n## Read this");
    let ended = repository.playbook(&["check", "--changed-since", "HEAD"]);
    assert_eq!((ended.code, &*ended.stderr), (0, ""));
    assert_eq!(ended.stdout, "no problems\n3 older problems are not shown\n");
}

#[test]
fn what_others_have_merged_since_is_no_part_of_a_change() {
    let repository = Repository::of(&playbook_with_a_past());
    repository.git(&["switch", "--quiet", "--create", "change"]);
    repository.edit("content/guides/may-i-paste.md", "Ask first.", "Ask your lead first.");
    repository.commit("a change");
    repository.git(&["switch", "--quiet", "main"]);
    repository.delete("content/drills/spot-the-swap.md");
    repository.commit("somebody else's");
    repository.git(&["switch", "--quiet", "change"]);
    let ended = repository.playbook(&["report", "--against", "main", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ended.stdout).unwrap();
    let count = |key: &str| report[key].as_array().unwrap().len();
    assert_eq!((count("edited"), count("added"), count("deleted")), (1, 0, 0));
}

#[test]
fn a_report_says_which_queries_find_another_page() {
    let repository = pull_request();
    repository.write("queries.tsv", "query\tideal\nrenewal call\tworkflows/base-fluency.html\n");
    let args = ["report", "--against", "main", "--format", "json", "--eval", "queries.tsv"];
    let ended = repository.playbook(&args);
    let report: serde_json::Value = serde_json::from_str(&ended.stdout).unwrap();
    assert_eq!(report["searches"][0]["verdict"], "lost", "{ended:?}");
    assert_eq!(report["searches"][0]["after"], "workflows/renewal-brief.html");
    let missing = repository.playbook(&["report", "--against", "main", "--eval", "none.tsv"]);
    assert_eq!(missing.code, 2, "{missing:?}");
}
