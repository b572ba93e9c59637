//! What stands and what does not: a fault costs its own part and nothing else,
//! and a banned tool reaches readers at once.

use playbook::diagnostic::Diagnostic;

use crate::fixture::{self, Files, base, shown, with};

const FLUENCY: &str = "content/workflows/sales/base-fluency.md";

fn edited(path: &str, from: &str, to: &str) -> Files {
    let text = String::from_utf8(base()[path].clone()).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    with(path, &text.replace(from, to))
}

fn codes(files: &Files) -> Vec<String> {
    let build = fixture::build(files);
    build.diagnostics().iter().map(|it| format!("{} {}", it.code, it.place.path)).collect()
}

#[test]
fn the_base_playbook_has_no_problem() {
    assert_eq!(fixture::check(&base()), "");
}

#[test]
fn a_banned_tool_stops_its_pages_and_names_the_alternative() {
    let files = edited(FLUENCY, "tools: [assistant]", "tools: [free-chat]");
    let page = shown(&files, "workflows/base-fluency.html");
    let notice = "<b>Stop: Free chat may not be used for this</b> <span>Use instead: <a href=\"../tools/assistant.html\">Assistant</a></span>";
    assert!(page.contains(notice), "{page}");
    assert!(!page.contains("Write one page on"), "the prompt is withheld");
    let twin = fixture::shown(&files, "workflows/base-fluency.md");
    assert!(!twin.contains("Write one page on"), "{twin}");
    assert!(twin.contains("status: \"stopped\""));
    let standing = "standing: \"Stop: Free chat may not be used for this. Use Assistant\"";
    assert!(twin.contains(standing), "{twin}");
    assert_eq!(codes(&files), [format!("PB512 {FLUENCY}")]);
}

#[test]
fn a_tool_that_is_switched_to_not_approved_stops_every_page_that_uses_it() {
    let files = edited("content/tools/assistant.md", "status: approved", "status: not-approved");
    for route in ["workflows/base-fluency.html", "workflows/base-judgment.html"] {
        assert!(
            shown(&files, route).contains("Stop: Assistant may not be used for this"),
            "{route}"
        );
    }
}

#[test]
fn data_above_the_ceiling_of_a_tool_stops_the_page() {
    let files = edited(FLUENCY, "data: internal", "data: restricted");
    let page = shown(&files, "workflows/base-fluency.html");
    assert!(page.contains("Stop: Assistant may not be given this data"), "{page}");
}

#[test]
fn a_broken_role_is_told_once_and_its_pages_stand() {
    let files = with("content/roles/sales.md", "---\nname: [\n---\n");
    let codes = codes(&files);
    assert!(codes.iter().all(|it| it.ends_with("content/roles/sales.md")), "{codes:?}");
    let page = shown(&files, "workflows/base-fluency.html");
    assert!(page.contains("Customer success"));
}

#[test]
fn a_page_whose_roles_are_all_unknown_is_for_everyone() {
    let files = edited(FLUENCY, "roles: [sales, customer-success]", "roles: [slaes]");
    let messages = fixture::check(&files);
    assert!(messages.contains("\"slaes\" is no role of this playbook"), "{messages}");
    assert!(messages.contains("did you mean `sales`?"), "{messages}");
    assert!(shown(&files, "workflows/base-fluency.html").contains("Everyone"));
}

#[test]
fn a_page_without_owner_date_and_data_stands_with_one_gap() {
    let text = String::from_utf8(base()[FLUENCY].clone()).unwrap();
    let drop = ["owner:", "data:", "verified:", "  - {who", "repeated_by:"];
    let kept = text.lines().filter(|line| !drop.iter().any(|it| line.starts_with(it)));
    let files = with(FLUENCY, &kept.map(|line| format!("{line}\n")).collect::<String>());
    insta::assert_snapshot!(fixture::check(&files), @r"
    gap[PB510]: 8 of 11 parts of a fluency page are here; missing: `owner`, `data`, `verified`
     --> content/workflows/sales/base-fluency.md:5:8
      |
    5 | layer: fluency
      |        ^^^^^^^ decides which parts a page has
      |
      = help: write `owner: ...`: the colleague or desk to ask, by file name
      = help: write `data: ...`: what may go in at most: public, internal, confidential, restricted
      = help: write `verified: ...`: the day of the last full run
    ");
    let page = shown(&files, "workflows/base-fluency.html");
    assert!(page.contains("Nobody has said what may go in"), "{page}");
}

#[test]
fn an_unknown_tool_and_owner_are_shown_as_written() {
    let files = edited(FLUENCY, "tools: [assistant]", "tools: [asistant]");
    let page = shown(&files, "workflows/base-fluency.html");
    assert!(page.contains("asistant"));
    let messages = fixture::check(&files);
    assert!(
        messages.contains("no tool is called \"asistant\": did you mean `assistant`?"),
        "{messages}"
    );
}

#[test]
fn a_broken_link_becomes_its_text() {
    let files =
        edited(FLUENCY, "../customer-success/base-judgment.md#check", "../nowhere.md#check");
    let page = shown(&files, "workflows/base-fluency.html");
    assert!(page.contains("See the other page."), "{page}");
}

#[test]
fn a_link_to_a_page_that_is_itself_broken_is_no_second_error() {
    let path = "content/workflows/customer-success/base-judgment.md";
    let files = edited(path, "layer: judgment", "layer: both");
    let codes = codes(&files);
    assert!(codes.iter().all(|it| it.ends_with(path)), "{codes:?}");
}

/// Codes and lines of what is told of one file.
fn told(files: &Files, path: &str) -> Vec<String> {
    let build = fixture::build(files);
    let mut told = build.diagnostics();
    told.retain(|it| &*it.place.path == path);
    let line = |it: &Diagnostic| build.source_map(path).unwrap().locate(&it.place.at).line;
    told.into_iter().map(|it| format!("{} line {}", it.code, line(it))).collect()
}

#[test]
fn links_and_names_of_a_page_that_does_not_stand_are_checked_with_it() {
    let page = "content/workflows/sales/quote.md";
    let text = "---\ntitle: Check a quote before it leaves\nlayer: both\nroles: [sails]\n\
                owner: [\n---\nSee [the guide](../../guides/gone.md), [below](#steps).\n";
    assert_eq!(
        told(&with(page, text), page),
        ["PB102 line 3", "PB502 line 4", "PB101 line 5", "PB301 line 7", "PB302 line 7"]
    );
}

#[test]
fn of_a_page_that_does_not_stand_only_what_is_wrong_is_told() {
    let page = "content/workflows/sales/quote.md";
    let head = "---\ntitle: Check a quote before it leaves\nlayer: both\nroles: [sails]\n";
    let body = "---\n## Steps\n\n[Above](#steps)\n";
    let codes = ["PB102 line 3", "PB502 line 4"];
    assert_eq!(told(&with(page, &format!("{head}{body}")), page), codes);
    let draft = format!("{head}draft: true\n{body}[gone](gone.md)\n");
    assert_eq!(told(&with(page, &draft), page), ["PB102 line 3"]);
}

#[test]
fn a_page_whose_address_is_taken_has_its_links_checked() {
    let copy = String::from_utf8(base()[FLUENCY].clone()).unwrap() + "\n[gone](gone.md)\n";
    let path = "content/workflows/zz/base-fluency.md";
    let told = told(&with(path, &copy), path);
    assert!(told.iter().any(|it| it.starts_with("PB301")), "{told:?}");
}

#[test]
fn a_file_without_front_matter_has_its_links_checked() {
    let guide = "content/guides/first-week.md";
    let told = told(&with(guide, "# First week\n\n[Where to start](start.md)\n"), guide);
    assert_eq!(told, ["PB104 line 1", "PB301 line 3"]);
}

#[test]
fn of_two_files_with_one_address_both_are_named_and_one_stands() {
    let copy = String::from_utf8(base()[FLUENCY].clone()).unwrap();
    let files = with("content/workflows/zz/base-fluency.md", &copy);
    let messages = fixture::check(&files);
    assert!(messages.contains("content/workflows/zz/base-fluency.md"), "{messages}");
    assert!(messages.contains(FLUENCY), "{messages}");
    assert!(shown(&files, "workflows/base-fluency.html").contains("Prepare a renewal call"));
}

#[test]
fn addresses_that_differ_by_case_only_collide_on_every_system() {
    let copy = String::from_utf8(base()[FLUENCY].clone()).unwrap();
    let files = with("content/workflows/sales/Base-Fluency.md", &copy);
    assert!(fixture::check(&files).contains("PB501"));
}

#[test]
fn addresses_that_differ_by_normal_form_only_collide_on_every_system() {
    let copy = String::from_utf8(base()[FLUENCY].clone()).unwrap();
    // One letter, or a letter and the mark over it.
    let (composed, decomposed) =
        ("content/workflows/sales/b\u{fc}ro.md", "content/workflows/sales/bu\u{308}ro.md");
    let mut files = with(composed, &copy);
    files.insert(decomposed.to_owned(), copy.into_bytes());
    let messages = fixture::check(&files);
    assert!(messages.contains("PB501"), "{messages}");
    assert!(messages.contains(composed) && messages.contains(decomposed), "{messages}");
}

#[test]
fn a_home_page_without_a_title_is_named_like_the_site() {
    let text = "Begin with [renewals](workflows/sales/base-fluency.md).\n";
    let build = fixture::build(&with("content/index.md", text));
    let page = fixture::page(&build, "workflows/base-fluency.html");
    assert!(page.contains("<a href=\"../index.html\">Northgate AI playbook</a></li>"), "{page}");
    let twin = fixture::page(&build, "index.md");
    assert!(twin.starts_with("---\ntitle: \"Northgate AI playbook\"\n"), "{twin}");
}
