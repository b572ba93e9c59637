//! What differs between two builds, from files in memory.

use insta::assert_snapshot;
use jiff::civil::date;
use playbook::change::{self, Change};
use playbook::engine::Build;

use crate::fixture::{self, Files, build, messages};

const PAGE: &str = "content/workflows/sales/base-fluency.md";

fn compared(before: &Files, after: &Files) -> (Change, Build) {
    let (before, after) = (build(before), build(after));
    (change::compare(&before, &after, date(2026, 11, 20)), after)
}

/// What `check` says of a change, a line for each message.
fn told(before: &Files, after: &Files) -> String {
    let (change, after) = compared(before, after);
    let told = change.told(&after);
    let lines = after.sorted(told.iter().collect()).into_iter();
    lines.map(|it| format!("{} {} {}\n", it.place.path, it.code, it.message)).collect()
}

fn edited(path: &str, from: &str, to: &str) -> Files {
    let mut files = fixture::base();
    let text = String::from_utf8(files[path].clone()).unwrap();
    assert!(text.contains(from));
    files.insert(path.to_owned(), text.replace(from, to).into());
    files
}

fn moved(from: &str, to: &str) -> Files {
    let mut files = fixture::base();
    let bytes = files.remove(from).unwrap();
    files.insert(to.to_owned(), bytes);
    files
}

#[test]
fn equal_playbooks_differ_in_nothing() {
    assert_eq!(told(&fixture::base(), &fixture::base()), "");
}

#[test]
fn a_rename_that_leads_on_and_is_followed_everywhere_is_no_problem() {
    let mut after = fixture::base();
    let page = String::from_utf8(after.remove(PAGE).unwrap()).unwrap();
    let page = page.replace("layer:", "redirect_from: [workflows/base-fluency.html]\nlayer:");
    after.insert("content/workflows/sales/renewal.md".to_owned(), page.into());
    for (path, bytes) in &mut after {
        if !path.ends_with("renewal.md") {
            let text = String::from_utf8(bytes.clone()).unwrap();
            *bytes = text.replace("base-fluency", "renewal").into();
        }
    }
    assert_eq!(told(&fixture::base(), &after), "");
}

#[test]
fn the_line_of_the_help_is_an_edit_that_ends_the_message() {
    let after = moved("content/guides/may-i-paste.md", "content/guides/pasting.md");
    let (change, build) = compared(&fixture::base(), &after);
    let told = change.told(&build);
    let [found] = &told[..] else { panic!("{told:?}") };
    assert_snapshot!(messages(&build, [found]), @r#"
    error[PB970]: "may-i-paste" is now "pasting", and its old address leads nowhere
     --> content/guides/pasting.md:2:1
      |
    2 | title: May I paste this?
      | ^^^^^
      |
      = help: redirect_from: [guides/may-i-paste.html]
    "#);
    let fix = found.fix.as_ref().unwrap();
    let mut text = String::from_utf8(after["content/guides/pasting.md"].clone()).unwrap();
    text.insert_str(fix.start as usize, &fix.text);
    assert!(text.contains("nav: true\nredirect_from: [guides/may-i-paste.html]\n---\n"), "{text}");
}

#[test]
fn a_file_that_lies_elsewhere_is_told_by_the_links_that_it_breaks() {
    let page = "content/workflows/customer-success/base-judgment.md";
    let after = moved(page, "content/workflows/renewals/base-judgment.md");
    assert_snapshot!(told(&fixture::base(), &after), @r#"content/workflows/renewals/base-judgment.md PB970 "content/workflows/customer-success/base-judgment.md" is now "content/workflows/renewals/base-judgment.md": 1 place leads nowhere"#);
}

#[test]
fn a_page_that_took_much_of_another_is_that_one() {
    let mut after = edited(PAGE, "title: Prepare a renewal call", "title: A brief before the call");
    let page = after.remove(PAGE).unwrap();
    after.insert("content/workflows/sales/brief.md".to_owned(), page);
    let (change, _) = compared(&fixture::base(), &after);
    assert_eq!(change.pages.renamed.len(), 1);
    assert!(change.pages.added.is_empty() && change.pages.deleted.is_empty());
}

#[test]
fn a_page_that_says_what_became_of_it_is_not_deleted() {
    let retired = "retired: {date: 2026-11-20, reason: the tool is gone}\nlayer: fluency";
    assert_snapshot!(told(&fixture::base(), &edited(PAGE, "layer: fluency", retired)), @r#"
    content/collections/sixty-days.md PB506 "base-fluency" is retired
    content/workflows/sales/base-fluency.md PB973 "Prepare a renewal call" was repeated by 2 and is retired: the tool is gone
    "#);
    let draft = edited(
        "content/workflows/customer-success/base-judgment.md",
        "stakes: high",
        "draft: true",
    );
    assert_snapshot!(told(&fixture::base(), &draft), @r#"
    content/collections/sixty-days.md PB504 "base-judgment" is a draft, so it is not published
    content/drills/spot-the-swap.md PB504 "base-judgment" is a draft, so it is not published
    content/people/m-osei.md PB504 "base-judgment" is a draft, so it is not published
    content/workflows/customer-success/base-judgment.md PB971 "Decide how far to trust a churn flag" is a draft now, and workflows/base-judgment.html leads nowhere
    content/workflows/sales/base-fluency.md PB504 "base-judgment" is a draft, so it is not published
    content/workflows/sales/base-fluency.md PB305 "../customer-success/base-judgment.md#check-before-you-use-it" is a draft, so it is not published
    "#);
}

#[test]
fn a_download_and_an_old_address_that_are_gone_are_told() {
    let mut before = edited(PAGE, "layer:", "redirect_from: [old/renewals.html]\nlayer:");
    before.insert("static/policy.pdf".to_owned(), b"%PDF".to_vec());
    assert_snapshot!(told(&before, &fixture::base()), @r#"
    content/workflows/sales/base-fluency.md PB972 the old address old/renewals.html leads here no longer
    static/policy.pdf PB972 policy.pdf was published, and leads nowhere now
    "#);
}

#[test]
fn what_a_reader_may_rely_on_more_is_no_problem() {
    let judgment = "content/workflows/customer-success/base-judgment.md";
    let repeats = "repeated_by:\n  - {who: revops-desk, date: 2026-11-02, result: worked}\n  \
                   - {who: two people in EMEA, date: 2026-11-03, result: worked, n: 2}\nstakes: high";
    let after = edited(judgment, "stakes: high", repeats);
    assert_eq!(told(&fixture::base(), &after), "");
    let (change, _) = compared(&fixture::base(), &after);
    assert_eq!(change.statuses.len(), 1);
    assert_snapshot!(told(&after, &fixture::base()), @r#"content/workflows/customer-success/base-judgment.md PB973 "Decide how far to trust a churn flag" was repeated by 3 and is on trial: fewer than two colleagues repeated it"#);
}

#[test]
fn a_date_that_passes_is_no_change() {
    let before = edited(PAGE, "verified: 2026-09-30", "verified: 2026-01-30");
    assert_eq!(told(&before, &before), "");
    assert_eq!(compared(&before, &before).0.messages.new.len(), 0);
}

#[test]
fn a_role_under_another_name_is_one_message_with_every_place() {
    let role = "content/roles/customer-success.md";
    assert!(fixture::base().contains_key(role));
    let after = moved(role, "content/roles/success.md");
    let (change, after) = compared(&fixture::base(), &after);
    let told = change.told(&after);
    let renames: Vec<_> = told.iter().filter(|it| it.code == "PB970").collect();
    assert_eq!(renames.len(), 1);
    assert!(renames[0].related.len() >= 4, "{renames:?}");
    assert!(told.iter().all(|it| it.code != "PB502"), "{told:?}");
    assert!(change.pages.added.is_empty() && change.pages.deleted.is_empty());
}
