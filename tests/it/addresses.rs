//! Which addresses are the site's own follows from its outputs: nothing that a
//! playbook brings can take the place of one, and no name is kept for nothing.

use std::collections::BTreeSet;

use playbook::address::{Data, Folder, PageId, Route, Subject};
use playbook::engine::Build;

use crate::fixture::{self, Files, base};

/// A playbook with every output there is, but for those of ten thousand pages.
fn everything() -> Files {
    let mut files = base();
    let mut add = |path: &str, text: String| files.insert(path.to_owned(), text.into_bytes());
    add(
        "playbook.toml",
        "[site]\ntitle = \"Northgate\"\nbase_url = \"https://playbook.example\"\n".to_owned(),
    );
    add("static/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_owned());
    add("content/guides/figures.csv", "month,calls\n".to_owned());
    for number in 0..120 {
        let front = format!("title: Page {number:03}\nlayer: fluency\ntools: [assistant]\n");
        let caught = "```caught\nAI said: Yes.\nIn fact: No.\nNoticed because: I looked.\n```";
        let text = format!("---\n{front}---\n\n## What went wrong\n\n{caught}\n");
        add(&format!("content/workflows/p{number}.md"), text);
    }
    for number in 0..20 {
        let front = format!(
            "title: Desk {number:02}\nlayer: redesign\nroles: [sales]\nstopped: [Copying]\n\
             redirect_from: [old/desk-{number}.html]\n"
        );
        let steps = "1. Ask around - removed: memory\n2. Call - kept: relationship";
        let text = format!("---\n{front}---\n\n## Old way\n\n{steps}\n");
        add(&format!("content/workflows/d{number}.md"), text);
    }
    files
}

fn routes(build: &Build) -> BTreeSet<Route> {
    build.site.all().map(|(route, _)| route.clone()).collect()
}

#[test]
fn every_output_is_of_a_page_or_a_file_or_has_an_address_that_is_kept_for_it() {
    let build = fixture::build(&everything());
    let playbook = build.playbook();
    let pages = playbook.pages().flat_map(|page| [page.id.route(), page.id.twin()]);
    let brought = playbook.assets.values().map(|(route, _)| route.clone());
    let redirects = playbook.redirects.keys().cloned();
    let kept = Subject::reserved().map(|subject| subject.route());
    // A company may bring its own.
    let texts = [Data::Robots, Data::Llms].map(|data| data.route());
    let home = std::iter::once(PageId::home().route());
    let known: BTreeSet<Route> =
        pages.chain(brought).chain(redirects).chain(kept).chain(texts).chain(home).collect();
    let mut others = routes(&build);
    others.retain(|route| !known.contains(route) && !route.as_str().starts_with("theme/"));
    let (own, unknown): (Vec<_>, Vec<_>) =
        others.iter().map(Route::as_str).partition(|route| Folder::is_reserved(route));
    assert_eq!(unknown, [""; 0]);
    for route in [
        "feeds/roles/sales.json",
        "lists/caught/2.html",
        "lists/caught/tools/assistant/1.html",
        "lists/layers/fluency/2.html",
        "lists/removed/kept/relationship/1.html",
        "lists/removed/removed/memory/1.html",
        "lists/roles/everyone/1.html",
        "lists/titles/p/2.html",
        "lists/tools/assistant/1.html",
        "lists/workflows/2.html",
        "llms/fluency/1.txt",
        "search/core.js",
        "search/records/workflows/p0.js",
    ] {
        assert!(own.contains(&route), "{route}");
    }
}

#[test]
fn no_address_is_kept_for_an_output_that_no_playbook_has() {
    let mut routes = routes(&fixture::build(&everything()));
    let missing = Subject::reserved().filter(|subject| !routes.contains(&subject.route()));
    assert_eq!(missing.collect::<Vec<_>>(), []);
    // The site map has parts from ten thousand pages on.
    routes.insert(Data::SitemapPart(1).route());
    let is_empty = |folder: &Folder| !routes.iter().any(|route| folder.holds(route.as_str()));
    assert_eq!(Folder::ALL.into_iter().find(is_empty), None);
}
