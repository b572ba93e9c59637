//! Who and what stands on hubs and lists: nobody is left out, nobody who left
//! is asked, and what is for everyone reaches everyone.

use crate::fixture::{build, check, page, with};

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let start = text.find(from).unwrap_or_else(|| panic!("no {from} in {text}"));
    let rest = &text[start..];
    &rest[..rest.find(to).unwrap_or(rest.len())]
}

#[test]
fn people_for_everyone_or_without_a_role_stand_in_the_last_group() {
    let mut files =
        with("content/people/a-night.md", "---\nname: A. Night\nroles: [everyone]\n---\n");
    files.insert("content/people/b-day.md".to_owned(), b"---\nname: B. Day\n---\n".to_vec());
    let people = page(&build(&files), "people.html");
    let last = between(&people, ">Everyone</a></h2>", "</section>");
    assert!(last.contains("A. Night") && last.contains("B. Day"), "{last}");
    assert!(!last.contains("M. Osei"), "{last}");
    assert!(people.find("Customer success</a></h2>") < people.find(">Everyone</a></h2>"));
}

#[test]
fn pages_of_somebody_who_left_need_a_new_owner() {
    let osei = "---\nname: M. Osei\nroles: [customer-success]\nleft: 2026-10-31\n---\n";
    let build = build(&with("content/people/m-osei.md", osei));
    let left = page(&build, "people/m-osei.html");
    assert!(!left.contains("Ask about"), "{left}");
    assert!(left.contains("<h2>These pages need a new owner</h2>"), "{left}");
    assert!(left.contains("Decide how far to trust a churn flag"));
}

#[test]
fn drills_and_wanted_pages_for_everyone_stand_below_the_own_on_every_role() {
    let drill = "---\ntitle: A drill for all\nroles: [everyone]\nmade_up: true\n---\n\n```drill\nText: It is so.\nVerdict: use\n```\n";
    let mut files = with("content/drills/a-drill.md", drill);
    let wanted = "---\ntitle: Wanted by all\nwhy: It is slow.\nseen: 90\n---\n";
    files.insert("content/wanted/all.md".to_owned(), wanted.as_bytes().to_vec());
    let build = build(&files);
    let success = page(&build, "roles/customer-success.html");
    assert!(success.find("Spot the swapped months") < success.find("A drill for all"));
    let sales = page(&build, "roles/sales.html");
    assert!(sales.contains("A drill for all"));
    // Asked for more often, and yet below what only this role asked for.
    assert!(sales.find("Hand over an account") < sales.find("Wanted by all"));
}

#[test]
fn a_wanted_page_that_is_covered_says_so_above_why_it_was_wanted() {
    let wanted =
        "---\ntitle: Prepare renewals\nroles: [sales]\njob: renewal\nwhy: It is slow.\n---\n";
    let build = build(&with("content/wanted/renewals.md", wanted));
    let covered = page(&build, "wanted/renewals.html");
    let (answer, why) = (covered.find("Somebody has written this:"), covered.find("It is slow."));
    assert!(answer.is_some() && answer < why, "{covered}");
    let board = page(&build, "wanted.html");
    let (open, closed) = (board.find("Hand over an account"), board.find("Prepare renewals"));
    assert!(open < closed, "what is open comes first");
    assert!(board.contains("answered: Prepare a renewal call"));
}

#[test]
fn every_kind_that_is_searched_may_have_keywords() {
    let mut files = with(
        "content/tools/pilot.md",
        "---\nname: Pilot\nsummary: S.\nstatus: pilot\nkeywords: [copilot, helper]\n---\n",
    );
    let mut add = |path: &str, text: &str| files.insert(path.to_owned(), text.as_bytes().to_vec());
    add("content/roles/legal.md", "---\nname: Legal\nsummary: S.\nkeywords: counsel\n---\n");
    add("content/people/k.md", "---\nname: K. Lindt\nroles: [sales]\nkeywords: [dock]\n---\n");
    add("content/wanted/w.md", "---\ntitle: Wanted\nwhy: W.\nkeywords: [x]\n---\n");
    add(
        "content/drills/d.md",
        "---\ntitle: Drill\nmade_up: true\nkeywords: [x]\n---\n\n```drill\nText: So.\nVerdict: use\n```\n",
    );
    add("content/layers/fluency.md", "---\nname: Fluency\nsummary: S.\nkeywords: [use]\n---\n");
    add(
        "content/collections/c.md",
        "---\ntitle: Path\nsummary: S.\nroles: [sales]\ndays: 60\nbecause: so\nkeywords: [x]\n---\n",
    );
    let messages = check(&files);
    assert!(!messages.contains("keywords"), "{messages}");
}

#[test]
fn who_may_stand_for_several_people() {
    let text = |n: &str| {
        format!(
            "---\ntitle: Summarise a long thread\nsummary: S.\nroles: [sales]\nlayer: fluency\nowner: m-osei\n\
             data: internal\nverified: 2026-09-30\nrepeated_by:\n  - {{who: people in EMEA, {n}date: 2026-10-02, \
             result: worked}}\n---\n\n## When to use it\n\nA.\n\n## Not for\n\nB.\n\n## Before you start\n\n\
             May paste: c.\n\n## Steps\n\n1. D.\n\n## Prompt\n\n```prompt\nE\n```\n\n## What good looks like\n\nF.\n\n\
             ## Check before you use it\n\n- [ ] G (source: H)\n"
        )
    };
    let status =
        |n: &str| page(&build(&with("content/workflows/t.md", &text(n))), "workflows/t.md");
    assert!(status("").contains("status: \"trial\""), "{}", status(""));
    assert!(status("n: 3, ").contains("3 colleagues repeated it"), "{}", status("n: 3, "));
    let none = check(&with("content/workflows/t.md", &text("n: 0, ")));
    assert!(none.contains("a repeat by nobody is none, so it is counted as one"), "{none}");
}

const FLUENCY: &str = "content/workflows/sales/base-fluency.md";

/// The fluency page of the base, with other words in it.
fn fluency(from: &str, to: &str) -> crate::fixture::Files {
    let text = String::from_utf8(crate::fixture::base()[FLUENCY].clone()).unwrap();
    assert!(text.contains(from), "{from}");
    with(FLUENCY, &text.replace(from, to))
}

#[test]
fn judgment_says_when_to_trust_the_tool_from_its_pages() {
    let build = build(&crate::fixture::base());
    let hub = page(&build, "layers/judgment.html");
    let rules = between(&hub, "When to trust it, from our own pages", "</section>");
    for rule in ["Usage fell for three weeks.", "A shutdown explains", "A discount hangs on it."] {
        assert!(rules.contains(rule), "{rule}: {rules}");
    }
    assert!(!page(&build, "layers/fluency.html").contains("When to trust it"));
}

#[test]
fn a_tool_says_who_can_show_it() {
    let assistant = page(&build(&crate::fixture::base()), "tools/assistant.html");
    assert!(between(&assistant, "Who can show me", "</div>").contains("M. Osei"), "{assistant}");
}

#[test]
fn more_than_ten_hours_are_read_in_hours() {
    let minutes = |before: u32, after: u32| {
        let line = format!(
            "minutes: {{before: {before}, after: {after}, per: month}}\ninstead: Call them\nnext:"
        );
        let list = page(&build(&fluency("next:", &line)), "roles/sales.html");
        between(&list, "<span>", "</small>").to_owned()
    };
    assert!(minutes(95, 25).contains("<span>95 → 25 min a month</span>"));
    assert!(minutes(600, 25).contains("<span>600 → 25 min a month</span>"));
    assert!(minutes(1150, 410).contains("<span>19 h 10 min → 6 h 50 min a month</span>"));
    assert!(minutes(660, 20).contains("<span>11 h → 20 min a month</span>"));
}

#[test]
fn where_nothing_may_be_pasted_no_rung_says_otherwise() {
    let shown = |line: &str| {
        let files = fluency("May paste: account name, usage numbers.", line);
        let page = page(&build(&files), "workflows/base-fluency.html");
        between(&page, "class=\"paste\"", "class=\"never\"").contains("class=\"rung\"")
    };
    assert!(shown("May paste: account names."));
    assert!(shown("May paste: nothings of the day."));
    assert!(!shown("May paste: nothing, in either direction."));
    assert!(!shown("May paste: Nothing."));
}

#[test]
fn coverage_counts_what_managers_own_or_repeated_by_role() {
    let coverage = |files: &crate::fixture::Files| page(&build(files), "coverage.html");
    let column = "Owned or repeated by managers";
    let mut files = crate::fixture::base();
    assert!(!coverage(&files).contains(column), "nobody knows who manages");
    let role = "---\nname: Leads\naliases: [manager]\n---\n";
    files.insert("content/roles/leads.md".to_owned(), role.into());
    let osei = "---\nname: M. Osei\nroles: [customer-success, leads]\n---\n";
    files.insert("content/people/m-osei.md".to_owned(), osei.into());
    let page = coverage(&files);
    assert!(page.contains(column), "{page}");
    let row = |name: &str| between(&page, &format!(">{name}</a></th>"), "</tr>").to_owned();
    // One of them owned, the other repeated.
    assert!(row("Customer success").ends_with("<td>2</td>"), "{}", row("Customer success"));
    assert!(row("Sales").ends_with("<td>1</td>"), "{}", row("Sales"));
    assert!(row("Leads").ends_with("<td>0</td>"), "{}", row("Leads"));
    let data = crate::fixture::shown(&files, "coverage.json");
    assert!(data.contains("{\"role\":\"customer-success\",\"pages\":2}"), "{data}");
}

#[test]
fn every_page_has_an_icon_and_the_playbook_s_own_comes_first() {
    let built_in = build(&crate::fixture::base());
    assert!(page(&built_in, "index.html").contains("href=\"theme/icon.svg\""));
    assert!(page(&built_in, "workflows/base-fluency.html").contains("href=\"../theme/icon.svg\""));
    let mut files =
        with("playbook.toml", "[site]\ntitle = \"Northgate AI playbook\"\nfavicon = \"own.png\"\n");
    files.insert("static/own.png".to_owned(), b"x".to_vec());
    let own = page(&build(&files), "index.html");
    assert!(own.contains("href=\"own.png\"") && !own.contains("icon.svg"), "{own}");
}
