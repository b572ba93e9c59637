//! Help for an address that leads to no page: the file that was to be its page, and
//! pages whose address is nearly the same. An address as somebody typed it enters.
//! Deliberately absent: words of pages, by which the site's own page looks.

use std::collections::BTreeMap;

use crate::address::Route;
use crate::diagnostic::nearest_with_few_typos;
use crate::engine::Build;

/// More addresses than that are no help.
const MAX_NEAR: usize = 5;

/// A page whose address is nearly the one that was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NearPage {
    pub route: Route,
    /// Its title; its file where the page does not stand, and nothing for a list.
    pub title: Option<String>,
}

/// The files that are the page at an address or were to be it. Where no page can
/// have it, files of that name which no page could be made of, as in a folder that
/// is none of a kind.
pub(super) fn files(build: &Build, route: &str) -> Vec<String> {
    let at = build.addresses().filter(|(_, address)| address.as_str() == route);
    let at: Vec<_> = at.map(|(path, _)| path.to_owned()).collect();
    if !at.is_empty() || build.site.find(route).is_some() {
        return at;
    }
    let Some(asked) = page_name(route) else { return at };
    let mut pageless: Vec<_> = build.diagnostics().iter().map(|it| &*it.place.path).collect();
    pageless.retain(|path| path.ends_with(".md") && page_name(path).as_ref() == Some(&asked));
    pageless.retain(|path| build.addresses().all(|(known, _)| known != *path));
    pageless.dedup();
    pageless.into_iter().map(str::to_owned).collect()
}

/// Pages that may have been meant by an address: those of the same name, and else
/// those whose name is nearly the same.
pub(super) fn near(build: &Build, asked: &str) -> Vec<NearPage> {
    let Some(name) = page_name(asked) else { return Vec::new() };
    let mut by_name: BTreeMap<String, Vec<(Route, Option<&str>)>> = BTreeMap::new();
    let lists = build.site.outputs.routes().filter(|route| !route.as_str().contains('/'));
    let pages = build.addresses().map(|(path, route)| (route, Some(path)));
    for (route, path) in pages.chain(lists.map(|route| (route.clone(), None))) {
        if let Some(name) = page_name(route.as_str()) {
            by_name.entry(name).or_default().push((route, path));
        }
    }
    let names = by_name.keys().map(String::as_str);
    let meant = match by_name.contains_key(&name) {
        true => Some(name),
        false => nearest_with_few_typos(&name, names).map(str::to_owned),
    };
    let mut found = meant.and_then(|meant| by_name.remove(&meant)).unwrap_or_default();
    let folder = asked.split('/').next().unwrap_or_default();
    // The folder that was asked for first: then only an ending was wrong.
    found.sort_by_key(|(route, _)| !route.as_str().starts_with(folder));
    found.dedup_by(|(next, _), (kept, _)| next == kept);
    let near = found.into_iter().take(MAX_NEAR);
    near.map(|(route, path)| NearPage { title: title(build, &route, path), route }).collect()
}

fn title(build: &Build, route: &Route, path: Option<&str>) -> Option<String> {
    let page = build.playbook().pages().find(|page| page.route == *route);
    page.map(|page| page.card.title.clone()).or_else(|| path.map(str::to_owned))
}

/// What a page is called in an address or a path, however it was typed: letters and
/// digits alone tell it. None for a file that is no page, such as a picture.
fn page_name(path: &str) -> Option<String> {
    let mut parts = path.trim_matches('/').rsplit('/');
    let last = parts.next().unwrap_or_default();
    let (name, ending) = last.rsplit_once('.').unwrap_or((last, ""));
    if !["", "html", "htm", "md"].contains(&&*ending.to_lowercase()) {
        return None;
    }
    // A folder's first page is what is listed under the folder's name.
    let name = if name == "index" { parts.next().unwrap_or(name) } else { name };
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    (!words.is_empty()).then(|| words.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_one_name_however_it_is_typed() {
        for typed in [
            "workflows/renewal-prep.html",
            "workflows/renewal-prep",
            "workflows/renewal-prep/",
            "content/workflows/sales/renewal-prep.md",
            "Workflows/Renewal_Prep.HTM",
            "workflows/renewal-prep/index.html",
            "workflows/Renewal prep.html",
        ] {
            assert_eq!(page_name(typed).as_deref(), Some("renewal-prep"), "{typed}");
        }
        for other in ["a.png", "search/core.js", "", "/", "..."] {
            assert_eq!(page_name(other), None, "{other}");
        }
    }
}
