//! Status is derived, and decides where a page is shown.

use playbook::model::Status;

use crate::fixture::{self, Files, base};

const PATH: &str = "content/workflows/sales/base-fluency.md";

/// The base page with other front matter lines and, maybe, another tool.
fn with_front(from: &str, to: &str) -> Files {
    let text = String::from_utf8(base()[PATH].clone()).unwrap();
    assert!(text.contains(from), "{from}");
    fixture::with(PATH, &text.replace(from, to))
}

fn status(files: &Files) -> Status {
    let build = fixture::build(files);
    build.playbook().workflows["base-fluency"].status.clone()
}

fn id_of(files: &Files, page: &str) -> &'static str {
    fixture::build(files).playbook().workflows[page].status.id()
}

fn id(files: &Files) -> &'static str {
    status(files).id()
}

const REPEATS: &str = "repeated_by:\n  - {who: m-osei, date: 2026-10-02, result: worked}\n  - {who: two people in EMEA, date: 2026-10-09, result: adapted, note: Shorter.}\n";

#[test]
fn two_colleagues_for_whom_it_worked_prove_a_page() {
    assert_eq!(status(&base()), Status::Proven(2));
    assert_eq!(id(&with_front(REPEATS, "")), "trial");
    let one_twice = REPEATS.replace("two people in EMEA", "m-osei");
    assert_eq!(id(&with_front(REPEATS, &one_twice)), "trial");
}

#[test]
fn one_person_counts_once_by_whatever_name_and_the_owner_never() {
    let both = |first: &str, second: &str| {
        let repeats = REPEATS.replace("m-osei", first).replace("two people in EMEA", second);
        id(&with_front(REPEATS, &repeats))
    };
    assert_eq!(both("m-osei", "M. Osei"), "trial");
    assert_eq!(both("Ben Adler", "ben adler"), "trial");
    assert_eq!(both("Ben Adler", "Cem"), "proven");
    for owner in ["revops-desk", "RevOps desk", "revops-desk@example.com"] {
        assert_eq!(both("Ben Adler", owner), "trial", "{owner}");
    }
    // Words without a page are compared as they are.
    let unknown = REPEATS.replace("m-osei", "K. Lindt").replace("two people in EMEA", "Ben");
    let mut files = with_front(REPEATS, &unknown);
    let text = String::from_utf8(files[PATH].clone()).unwrap();
    files.insert(PATH.to_owned(), text.replace("owner: revops-desk", "owner: k. lindt").into());
    assert_eq!(id(&files), "trial");
    let own = REPEATS.replace("m-osei", "revops-desk").replace("two people in EMEA", "revops-desk");
    let page = fixture::shown(&with_front(REPEATS, &own), "workflows/base-fluency.html");
    assert!(page.contains("Nobody else has tried it yet"), "{page}");
}

#[test]
fn the_newest_repeat_that_failed_asks_for_a_review() {
    let failed = REPEATS.replace("result: adapted", "result: failed");
    assert_eq!(id(&with_front(REPEATS, &failed)), "needs-review");
    let failed_before = REPEATS.replace("result: worked", "result: failed");
    assert_eq!(id(&with_front(REPEATS, &failed_before)), "trial");
}

#[test]
fn on_equal_dates_the_worst_result_stands() {
    let same_day =
        REPEATS.replace("2026-10-09", "2026-10-02").replace("result: adapted", "result: failed");
    assert_eq!(id(&with_front(REPEATS, &same_day)), "needs-review");
}

#[test]
fn an_example_is_one_until_somebody_has_run_it() {
    let text = String::from_utf8(base()[PATH].clone()).unwrap();
    assert!(text.contains("verified: 2026-09-30"), "{text}");
    let without = text.replace(REPEATS, "").replace("verified: 2026-09-30\n", "");
    let example = without.replace("layer: fluency\n", "layer: fluency\nexample: true\n");
    let files = fixture::with(PATH, &example);
    let build = fixture::build(&files);
    let page = &build.playbook().workflows["base-fluency"];
    assert_eq!(page.status, Status::Example);
    assert!(!page.is_finished() && page.is_listed(false) && !page.is_listed(true));
    // Nobody claims a date, and nobody is asked for one.
    assert!(!fixture::check(&files).contains("verified"), "{}", fixture::check(&files));
    assert!(fixture::check(&fixture::with(PATH, &without)).contains("`verified`"));
    let html = fixture::page(&build, "workflows/base-fluency.html");
    assert!(html.contains("An example: nobody here has run it yet"), "{html}");
    assert!(!html.contains("date unknown"), "{html}");

    let run = example.replace("example: true\n", "example: true\nverified: 2026-09-30\n");
    assert_eq!(id(&fixture::with(PATH, &run)), "trial");
    let unfinished = example.replace("## Not for", "## Something else");
    assert_eq!(id(&fixture::with(PATH, &unfinished)), "first-version");
}

#[test]
fn an_owner_who_left_asks_for_a_review() {
    let mut files = with_front("owner: revops-desk", "owner: m-osei");
    let person = "---\nname: M. Osei\nroles: [sales]\nleft: 2026-08-31\n---\n";
    files.insert("content/people/m-osei.md".to_owned(), person.into());
    assert_eq!(id(&files), "needs-review");
}

#[test]
fn precedence_is_retired_stopped_rebuilding_first_version_needs_review() {
    let mut files = with_front("tools: [assistant]", "tools: [assistant, old-tool]");
    let mut add = |path: &str, text: &str| files.insert(path.to_owned(), text.into());
    add(
        "content/tools/old-tool.md",
        "---\nname: Old tool\nstatus: retired\nreplaced_by: assistant\n---\n",
    );
    assert_eq!(id(&files), "needs-review");
    let change = |files: &mut Files, from: &str, to: &str| {
        let text = String::from_utf8(files[PATH].clone()).unwrap();
        assert!(text.contains(from), "{from}");
        files.insert(PATH.to_owned(), text.replace(from, to).into());
    };
    change(&mut files, "## Not for", "## Something else");
    assert_eq!(id(&files), "first-version");
    change(
        &mut files,
        "layer: fluency",
        "layer: redesign\nrebuilding: {since: 2026-09-01, until: 2026-12-31}",
    );
    assert_eq!(id(&files), "rebuilding");
    change(&mut files, "old-tool]", "free-chat]");
    assert_eq!(id(&files), "stopped");
    change(
        &mut files,
        "job: renewal",
        "job: renewal\nretired: {date: 2026-05-04, reason: moved, replaced_by: base-judgment}",
    );
    assert_eq!(id(&files), "retired");
}

#[test]
fn a_retired_page_keeps_its_address_and_leaves_the_lists() {
    let files = with_front(
        "job: renewal",
        "job: renewal\nretired: {date: 2026-05-04, replaced_by: base-judgment}",
    );
    let build = fixture::build(&files);
    let page = fixture::page(&build, "workflows/base-fluency.html");
    assert!(page.contains("Retired on 4 May 2026"), "{page}");
    assert!(!fixture::page(&build, "workflows.html").contains("workflows/base-fluency.html"));
    assert!(!fixture::page(&build, "roles/sales.html").contains("base-fluency.html"));
}

#[test]
fn a_path_shows_what_replaced_a_retired_page_and_tells_its_curator() {
    let files = with_front("job: renewal", "job: renewal\nretired: {replaced_by: base-judgment}");
    let messages = fixture::check(&files);
    assert!(messages.contains("`base-judgment` is shown instead"), "{messages}");
}

#[test]
fn first_versions_stand_after_finished_pages_or_are_hidden_from_lists() {
    let first = "---\ntitle: A page that has just begun\nsummary: It has.\nroles: [sales]\nlayer: fluency\n---\n";
    let mut files = fixture::with("content/workflows/sales/begun.md", first);
    let list = fixture::shown(&files, "workflows.html");
    let at = |text: &str| list.find(text).unwrap_or_else(|| panic!("no {text} in {list}"));
    assert!(at("Prepare a renewal call") < at("A page that has just begun"));
    files.insert(
        "playbook.toml".to_owned(),
        b"[site]\ntitle = \"N\"\n[build]\ngaps = \"hide\"\n".to_vec(),
    );
    let build = fixture::build(&files);
    assert!(!fixture::page(&build, "workflows.html").contains("just begun"));
    assert!(fixture::page(&build, "workflows/begun.html").contains("First version"));
}

#[test]
fn a_page_is_due_after_its_newest_run_and_its_interval() {
    let workflow = |files: &Files| fixture::build(files).playbook().workflows["base-fluency"].due;
    let due = |files: &Files| workflow(files).map(|date| date.to_string());
    assert_eq!(
        due(&base()).as_deref(),
        Some("2027-01-07"),
        "90 days after the repeat of 9 October"
    );
    let low = with_front("job: renewal", "job: renewal\nstakes: low");
    assert_eq!(due(&low).as_deref(), Some("2027-04-07"), "180 days");
    let own = with_front("job: renewal", "job: renewal\nreview_every: 10d");
    assert_eq!(due(&own).as_deref(), Some("2026-10-19"));
}

#[test]
fn no_page_says_what_day_it_is() {
    // The due date is in the page; whether it has passed is the reader's clock's affair.
    let page = fixture::shown(&base(), "workflows/base-fluency.html");
    assert!(page.contains("datetime=\"2027-01-07\""), "{page}");
    assert!(!page.to_lowercase().contains("overdue"));
}

#[test]
fn a_wanted_page_closes_itself_when_a_finished_page_covers_its_job() {
    let wanted = |files: &Files| fixture::shown(files, "wanted.html");
    assert!(!wanted(&base()).contains("answered:"));
    let covered = with_front("job: renewal", "job: Handover");
    assert!(wanted(&covered).contains("answered: Prepare a renewal call"));
}

/// A first version whose tool was retired, whose owner left and which failed the
/// last time: each is a reason to check first.
fn first_version_on_sand() -> Files {
    let page = "---\ntitle: Sum up a visit\nsummary: s\nroles: [sales]\nlayer: fluency\nowner: gone\n\
                data: internal\ntools: [dictaphone, recorder]\nverified: 2026-09-30\njob: renewal\n\
                repeated_by:\n  - {who: m-osei, date: 2026-10-02, result: failed}\n---\n\n\
                ## Prompt\n\n```prompt tool=dictaphone\nSum it up.\n```\n\nSee [the other](base-fluency.md).\n";
    let mut files = fixture::with("content/workflows/sales/visit.md", page);
    let mut add = |path: &str, text: &str| files.insert(path.to_owned(), text.into());
    let retired = "status: retired\nreplaced_by: assistant\n---\n";
    add("content/tools/dictaphone.md", &format!("---\nname: Dictaphone\n{retired}"));
    add("content/tools/recorder.md", &format!("---\nname: Recorder\n{retired}"));
    add(
        "content/people/gone.md",
        "---\nname: Gone Person\nroles: [sales]\nleft: 2026-01-01\n---\n",
    );
    files
}

const REASONS: [&str; 3] = [
    "Check first: the tool was retired",
    "Check first: the owner has left",
    "Check first: it failed the last time",
];

#[test]
fn a_first_version_tells_every_reason_to_check_first() {
    let files = first_version_on_sand();
    assert_eq!(id_of(&files, "visit"), "first-version");
    let build = fixture::build(&files);
    for route in [
        "workflows/visit.html",
        "workflows/visit.md",
        "workflows.html",
        "roles/sales.html",
        "playbook.json",
        "prompts.json",
        "llms.txt",
        "feeds/all.xml",
    ] {
        let text = fixture::page(&build, route);
        for reason in ["First version: help finish it"].iter().chain(&REASONS) {
            assert!(text.contains(reason), "{route}: {reason}");
        }
    }
    let page = fixture::page(&build, "workflows/visit.html");
    let tool = "<b>Check first: the tool was retired</b> <span>Use instead: <a href=\"../tools/assistant.html\">Assistant</a></span>";
    assert_eq!(page.matches(tool).count(), 1, "{page}");
    assert!(page.contains("Sum it up."), "the prompt stays");
    let json = fixture::page(&build, "playbook.json");
    let reasons =
        "\"check_first\":[\"tool-retired\",\"tool-retired\",\"owner-left\",\"repeat-failed\"]";
    assert!(json.contains(reasons), "{json}");
    let twin = fixture::page(&build, "workflows/visit.md");
    let standing = "standing: \"First version: help finish it. Check first: the tool was retired. Use Assistant. ";
    assert!(twin.contains(standing), "{twin}");
    let messages = fixture::check(&files);
    for told in [
        "\"dictaphone\" was retired",
        "\"recorder\" was retired",
        "\"gone\" has left",
        "the newest repeat failed",
    ] {
        assert!(messages.contains(told), "{told}: {messages}");
    }
}

#[test]
fn reasons_to_check_first_stand_beside_every_status_but_retired() {
    let with = |head: &str, tool: &str| {
        let mut files = first_version_on_sand();
        let path = "content/workflows/sales/visit.md";
        let text = String::from_utf8(files[path].clone()).unwrap();
        let text = text
            .replace("layer: fluency", &format!("layer: redesign\n{head}"))
            .replace("dictaphone, recorder", tool);
        files.insert(path.to_owned(), text.into());
        files
    };
    let rebuilding = "rebuilding: {since: 2026-09-01, until: 2026-12-01}";
    for (head, tool, status) in [
        ("", "dictaphone, free-chat", "stopped"),
        (rebuilding, "dictaphone", "rebuilding"),
        ("", "dictaphone", "first-version"),
    ] {
        let files = with(head, tool);
        assert_eq!(id_of(&files, "visit"), status);
        let page = fixture::shown(&files, "workflows/visit.html");
        REASONS.iter().for_each(|reason| assert!(page.contains(reason), "{status}: {reason}"));
    }
    let retired = with("retired: {date: 2026-05-04, replaced_by: base-judgment}", "dictaphone");
    let page = fixture::shown(&retired, "workflows/visit.html");
    assert!(!page.contains("Check first"), "nobody is to use it: {page}");
}
