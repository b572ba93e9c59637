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

fn sizes(files: &Files) -> BTreeMap<String, usize> {
    let pages = fixture::bytes(&fixture::build(files)).into_iter();
    let pages = pages.filter(|(route, _)| route.ends_with(".html"));
    pages.map(|(route, bytes)| (route, bytes.len())).collect()
}

#[test]
fn no_page_of_1500_is_larger_than_the_largest_of_500() {
    let largest = |sizes: &BTreeMap<String, usize>| sizes.values().copied().max().unwrap();
    let (small, large) = (sizes(&playbook(500)), sizes(&playbook(1500)));
    // Counts in words and pagers have a digit more.
    let allowed = largest(&small) + 200;
    for (route, size) in &large {
        assert!(*size <= allowed, "{route} has {size} bytes, the largest of 500 pages {allowed}");
    }
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
