//! From the first page a reader comes to every page, and no link between pages
//! leads nowhere.

use std::collections::{BTreeMap, BTreeSet};

use playbook::document::url;

use crate::fixture::{self, Files, base};

/// The addresses that each file of a site links to, by the file.
fn links(files: &Files) -> BTreeMap<String, BTreeSet<String>> {
    let site = fixture::bytes(&fixture::build(files)).into_iter();
    let of_page = |route: &str, bytes: Vec<u8>| match String::from_utf8(bytes) {
        Ok(page) if route.ends_with(".html") => page
            .split(" href=\"")
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('"')?.0))
            .filter(|href| url::classify(href) == url::UrlKind::Relative)
            .filter_map(|href| url::resolve(route, &url::decode(url::split(href).path)?))
            .collect(),
        _ => BTreeSet::new(),
    };
    site.map(|(route, bytes)| (route.clone(), of_page(&route, bytes))).collect()
}

/// Pages that a reader cannot come to, and links that lead nowhere.
fn lost(files: &Files) -> Vec<String> {
    let links = links(files);
    let mut seen = BTreeSet::from(["index.html".to_owned(), "404.html".to_owned()]);
    let mut open: Vec<String> = seen.iter().cloned().collect();
    let mut lost = Vec::new();
    while let Some(route) = open.pop() {
        for to in &links[&route] {
            if !links.contains_key(to) {
                lost.push(format!("{route} leads to {to}"));
            } else if seen.insert(to.clone()) {
                open.push(to.clone());
            }
        }
    }
    let is_page = |route: &&String| route.ends_with(".html");
    let pages = links.keys().filter(is_page).filter(|route| !seen.contains(*route));
    lost.extend(pages.map(|route| format!("nothing leads to {route}")));
    lost
}

#[test]
fn every_page_is_reached_from_the_first() {
    assert_eq!(lost(&base()), [""; 0]);
}

#[test]
fn lists_stand_for_layers_and_roles_without_a_page() {
    let mut files = base();
    files.retain(|path, _| !path.starts_with("content/layers/") && !path.contains("/roles/"));
    assert_eq!(lost(&files), [""; 0]);
    let links = links(&files);
    assert!(links.contains_key("lists/layers/redesign/1.html"));
    assert!(links.contains_key("lists/roles/everyone/1.html"));
}

#[test]
fn a_hub_without_pages_has_no_list() {
    let mut files = base();
    files.insert("content/roles/legal.md".to_owned(), b"---\nname: Legal\n---\n".to_vec());
    files.insert("content/roles/everyone.md".to_owned(), b"---\nname: All of us\n---\n".to_vec());
    assert_eq!(lost(&files), [""; 0]);
    let links = links(&files);
    assert!(links.contains_key("roles/legal.html"));
    assert!(!links.contains_key("lists/roles/legal/1.html"));
    assert!(!links.contains_key("lists/layers/redesign/1.html"));
}

#[test]
fn an_empty_playbook_has_no_link_that_leads_nowhere() {
    let mut files = base();
    files.retain(|path, _| path == "playbook.toml");
    assert_eq!(lost(&files), [""; 0]);
}
