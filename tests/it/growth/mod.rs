//! No page grows with the playbook, and no work faster than what it is done for.

mod counted;
pub mod fields;
pub mod kinds;

use std::collections::BTreeMap;

use crate::fixture::{self, Files, base};

/// The base playbook with so many pages more.
fn playbook(pages: usize) -> Files {
    let mut files = base();
    for number in 0..pages {
        let layer = ["fluency", "judgment", "redesign"][number % 3];
        let role = ["sales", "customer-success", "everyone"][number / 3 % 3];
        let text = format!(
            "---\ntitle: Page number {number:05}\nsummary: What page number {number:05} does.\n\
             roles: [{role}]\nlayer: {layer}\nowner: m-osei\ndata: internal\ntools: [assistant]\n\
             verified: 2026-09-30\n---\n\nText.\n"
        );
        files.insert(format!("content/workflows/any/page-{number:05}.md"), text.into_bytes());
    }
    files
}

/// The size of the largest of the pages whose addresses differ in numbers alone,
/// by such an address.
fn largest(files: &Files) -> BTreeMap<String, usize> {
    let mut largest = BTreeMap::new();
    for (route, bytes) in fixture::bytes(&fixture::build(files)) {
        if route.ends_with(".html") {
            let size = largest.entry(route.replace(|c: char| c.is_ascii_digit(), "")).or_default();
            *size = bytes.len().max(*size);
        }
    }
    largest
}

#[test]
fn no_page_grows_from_500_pages_to_1500() {
    let (small, large) = (largest(&playbook(500)), largest(&playbook(1500)));
    // Each with its like: a page that grows would hide behind a larger one of another
    // kind. Counts in words and pagers have a digit more.
    let allowed = |route: &String| small.get(route).unwrap_or_else(|| panic!("new: {route}")) + 200;
    let grown: Vec<_> = large.iter().filter(|(route, size)| **size > allowed(route)).collect();
    assert!(grown.is_empty(), "{grown:?} of {small:?}");
}

#[test]
fn hubs_show_at_most_60_pages_and_link_to_lists_of_100() {
    let build = fixture::build(&playbook(1500));
    let entries = |page: &str| page.matches("page-0").count();
    let role = fixture::page(&build, "roles/sales.html");
    assert!(role.contains("lists/roles/sales/1.html"));
    assert!(entries(&role) <= 80, "{}", entries(&role));
    let list = fixture::page(&build, "workflows.html");
    assert_eq!(entries(&list), 100 - 2, "the two base pages come first");
    assert!(list.contains("lists/workflows/2.html"));
    assert!(fixture::bytes(&build).contains_key("lists/workflows/16.html"));
}
