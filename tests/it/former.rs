//! A page that was renamed is found by every name that it had: in front matter, paths,
//! links, addresses, and in what readers' devices remember.

use super::fixture::{Files, base, build, bytes, check, page, with};

const CSM: &str = "content/roles/customer-success.md";

fn text(files: &Files, path: &str) -> String {
    String::from_utf8(files[path].clone()).unwrap()
}

/// The base with a page under another name, and nothing else changed.
fn renamed(from: &str, to: &str) -> Files {
    let mut files = base();
    let old = from.rsplit('/').next().unwrap().trim_end_matches(".md");
    let written = text(&files, from).replacen("---\n", &format!("---\nformer: [{old}]\n"), 1);
    files.remove(from);
    files.insert(to.to_owned(), written.into_bytes());
    files
}

#[test]
fn whatever_names_a_page_by_the_id_that_it_had_means_it() {
    for (from, to) in [
        (CSM, "content/roles/client-success.md"),
        ("content/tools/assistant.md", "content/tools/helper.md"),
        ("content/people/m-osei.md", "content/people/mary-osei.md"),
        ("content/collections/sixty-days.md", "content/collections/two-months.md"),
        ("content/drills/spot-the-swap.md", "content/drills/swapped.md"),
        ("content/workflows/sales/base-fluency.md", "content/workflows/sales/renewal-call.md"),
        ("content/guides/may-i-paste.md", "content/guides/pasting.md"),
        ("content/wanted/account-change.md", "content/wanted/handover.md"),
    ] {
        assert_eq!(check(&renamed(from, to)), check(&base()), "{from}");
    }
}

#[test]
fn a_link_to_the_file_that_was_leads_to_the_file_that_is() {
    let mut files = renamed(CSM, "content/roles/client-success.md");
    let body = "---\ntitle: How we talk\n---\n\nSee [them](../roles/customer-success.md#who) and [[customer-success]].\n";
    files.insert("content/guides/talk.md".to_owned(), body.into());
    let role = text(&files, "content/roles/client-success.md") + "\n## Who\n\nThey are.\n";
    files.insert("content/roles/client-success.md".to_owned(), role.into_bytes());
    let site = build(&files);
    let html = page(&site, "guides/talk.html");
    assert!(html.contains("href=\"../roles/client-success.html#who\""), "{html}");
    assert!(html.contains("href=\"../roles/client-success.html\">customer-success</a>"), "{html}");
    assert_eq!(check(&files), check(&base()));
}

#[test]
fn old_addresses_lead_on_and_scripts_know_them() {
    let mut files = renamed(CSM, "content/roles/client-success.md");
    let path = "content/tools/assistant.md";
    let tool = text(&files, path).replacen("---\n", "---\nredirect_from: [old/chat.html]\n", 1);
    files.insert(path.to_owned(), tool.into_bytes());
    let site = build(&files);
    assert!(page(&site, "roles/customer-success.html").contains("url=client-success.html"));
    assert!(page(&site, "old/chat.html").contains("url=../tools/assistant.html"));
    let moved =
        "const playbookMoved = {\"roles/customer-success.html\":\"roles/client-success.html\"};";
    assert!(page(&site, "theme/core.js").contains(moved));
    // Written out beside `former`, as before there was one, it is no second address.
    let role = "content/roles/client-success.md";
    let both = text(&files, role).replacen(
        "---\n",
        "---\nredirect_from: [roles/customer-success.html]\n",
        1,
    );
    files.insert(role.to_owned(), both.into_bytes());
    assert_eq!(check(&files), check(&base()));
}

#[test]
fn a_former_name_changes_one_script_and_the_address_that_was() {
    let mut files = base();
    let before = bytes(&build(&files));
    let path = "content/guides/may-i-paste.md";
    let guide = text(&files, path).replacen("---\n", "---\nformer: [redlines]\n", 1);
    files.insert(path.to_owned(), guide.into_bytes());
    let after = bytes(&build(&files));
    let others: Vec<&String> = after
        .iter()
        .filter(|(route, bytes)| before.get(*route) != Some(bytes))
        .map(|it| it.0)
        .collect();
    assert_eq!(others, ["guides/redlines.html", "theme/core.js"]);
}

#[test]
fn nothing_of_a_hidden_person_is_told_by_the_names_that_they_had() {
    let mut files = renamed("content/people/m-osei.md", "content/people/mary.md");
    let config = "[site]\ntitle = \"N\"\n[people]\ndesks_only = true\n";
    files.insert("playbook.toml".to_owned(), config.into());
    for (route, bytes) in bytes(&build(&files)) {
        assert!(!route.contains("m-osei"), "{route}");
        assert!(!String::from_utf8_lossy(&bytes).contains("m-osei"), "{route}");
    }
}

#[test]
fn a_name_that_another_page_has_is_told_and_leads_to_that_page() {
    let path = "content/roles/sales.md";
    let former = "---\nformer: [customer-success, ../x, sales]\n";
    let files = with(path, &text(&base(), path).replacen("---\n", former, 1));
    let said = check(&files);
    let heads: Vec<&str> = said.lines().filter(|line| line.starts_with("error")).collect();
    assert_eq!(
        heads,
        [
            "error[PB129]: \"../x\" is no name of a file: it is a path; only a file name without its extension belongs here",
            "error[PB250]: \"customer-success\" is the id of content/roles/customer-success.md",
            "error[PB250]: \"sales\" is the id of content/roles/sales.md",
        ]
    );
    let role = page(&build(&files), "roles/customer-success.html");
    assert!(role.contains("Keeps promises."), "{role}");
}
