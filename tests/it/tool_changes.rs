//! A tool changes: exactly the pages that were last run before that day say so, and
//! `due` lists them.

use playbook::index::{self, DueFilter};

use crate::fixture::{self, Files, base};

const TOOL: &str = "content/tools/assistant.md";

/// The base playbook, whose pages were last run in autumn 2026, with these lines in the
/// front matter of their tool.
fn changed(lines: &str) -> Files {
    let text = String::from_utf8(base()[TOOL].clone()).unwrap();
    fixture::with(TOOL, &text.replace("status: approved\n", &format!("status: approved\n{lines}")))
}

/// The pages that readers are told to check first because of the tool.
fn to_check(files: &Files) -> Vec<String> {
    let build = fixture::build(files);
    let pages = build.playbook().workflows.iter();
    let told = pages.filter(|(_, page)| page.reviews.iter().any(|it| it.tool().is_some()));
    told.map(|(id, _)| id.to_string()).collect()
}

#[test]
fn pages_last_run_before_a_change_say_so_and_no_others() {
    let last_run = |id: &str| {
        let build = fixture::build(&base());
        build.playbook().workflows[id].last_run.unwrap()
    };
    let (fluency, judgment) = (last_run("base-fluency"), last_run("base-judgment"));
    assert!(judgment < fluency, "{judgment} {fluency}");
    let on = |date: jiff::civil::Date| {
        changed(&format!("changes:\n  - {{date: {date}, what: A new model, rerun: true}}\n"))
    };
    assert_eq!(to_check(&on(judgment)), Vec::<String>::new());
    let between = to_check(&on(fluency));
    assert!(between.contains(&"base-judgment".to_owned()), "{between:?}");
    assert!(!between.contains(&"base-fluency".to_owned()), "{between:?}");
    let without_rerun = "changes:\n  - {date: 2027-01-01, what: Another colour}\n";
    assert_eq!(to_check(&changed(without_rerun)), Vec::<String>::new());
}

#[test]
fn a_change_is_told_on_the_page_the_tool_home_and_in_feeds() {
    let files = changed("changes: [{date: 2027-01-10, what: A new model answers, rerun: true}]\n");
    let page = fixture::shown(&files, "workflows/base-fluency.html");
    assert!(page.contains("Check first: Assistant changed on 10 January 2027"), "{page}");
    let tool = fixture::shown(&files, "tools/assistant.html");
    assert!(tool.contains("A new model answers"), "{tool}");
    assert!(tool.contains("pages to check first"), "{tool}");
    let home = fixture::shown(&files, "index.html");
    assert!(home.contains("Assistant: ") && home.contains("pages to check first"), "{home}");
    let feed = fixture::shown(&files, "feeds/all.json");
    assert_eq!(feed.matches("A tool changed: Assistant").count(), 1, "{feed}");
    assert!(feed.contains("A new model answers. "), "{feed}");
    let messages = fixture::check(&files);
    let told = "`assistant` changed on 2027-01-10, after the last run";
    assert!(messages.contains(told), "{messages}");
}

#[test]
fn due_lists_what_has_to_be_run_again_by_owner_and_by_stakes() {
    let build = fixture::build(&changed(
        "changes: [{date: 2027-01-10, what: A new model answers, rerun: true}]\n",
    ));
    let day = |text: &str| text.parse().unwrap();
    let ids = |as_of: &str, filter: DueFilter<'_>| {
        let owners = index::due(build.playbook(), day(as_of), filter);
        let pages = owners.iter().flat_map(|it| &it.pages);
        pages.map(|it| it.workflow.page.id.id.to_string()).collect::<Vec<_>>()
    };
    let by_tool = DueFilter { tool: Some("assistant"), ..DueFilter::default() };
    assert_eq!(ids("2026-10-01", by_tool), ids("2027-12-31", by_tool));
    assert!(!ids("2026-10-01", by_tool).is_empty());
    let nobody = DueFilter { owner: Some("nobody"), ..DueFilter::default() };
    assert_eq!(ids("2027-12-31", nobody), Vec::<String>::new());
    let without_change = fixture::build(&base());
    let early = index::due(without_change.playbook(), day("2026-10-01"), DueFilter::default());
    assert!(early.is_empty(), "{early:?}");
    for owner in index::due(without_change.playbook(), day("2027-12-31"), DueFilter::default()) {
        let stakes: Vec<_> = owner.pages.iter().map(|it| it.workflow.front.stakes).collect();
        assert!(stakes.is_sorted_by(|a, b| a >= b), "{stakes:?}");
        assert!(owner.pages.iter().all(|it| it.days_late.is_some()));
    }
}
