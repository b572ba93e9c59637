//! Which images and downloads are kept back with the pages that they belong to:
//! a picture can say what a draft does not say yet, or show somebody where only
//! desks are shown. Cards enter, paths leave. Deliberately absent: pages that do
//! not stand by a fault of theirs, which take nothing with them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::document::Card;

use super::input::ModelKey;
use super::links;

/// What a file belongs to.
#[derive(Clone, Copy, Default)]
struct Owners {
    published: bool,
    withheld: bool,
}

impl Owners {
    fn add(&mut self, is_published: bool) {
        *if is_published { &mut self.published } else { &mut self.withheld } = true;
    }
}

/// Paths of the files that are not published. A file in the folder of a page
/// (`ID/index.md`) is that page's, any other one belongs to the pages that refer
/// to it; what a published page refers to is published wherever it lies. So is what
/// nobody refers to, and all of `static/`.
pub(super) fn files(key: &ModelKey) -> BTreeSet<Arc<str>> {
    let cards = || key.pages.iter().filter_map(|it| it.card.as_ref().or(it.invalid_card.as_ref()));
    // Most playbooks publish every page, and then no link need be looked at.
    if cards().all(|card| key.publishes(card)) {
        return BTreeSet::new();
    }
    let mut folders: BTreeMap<&str, bool> = BTreeMap::new();
    let mut referred: BTreeMap<String, Owners> = BTreeMap::new();
    for card in cards() {
        let is_published = key.publishes(card);
        folders.extend(folder(card).map(|folder| (folder, is_published)));
        for path in card.links.iter().filter_map(|link| links::file(card, &link.href)) {
            referred.entry(links::composed(&path).into_owned()).or_default().add(is_published);
        }
    }
    let is_withheld = |path: &&Arc<str>| {
        let Owners { published, withheld } =
            referred.get(&*links::composed(path)).copied().unwrap_or_default();
        let belongs = in_folder(path, &folders).map_or(withheld, |is_published| !is_published);
        path.starts_with("content/") && belongs && !published
    };
    key.files.sizes.keys().filter(is_withheld).cloned().collect()
}

/// The folder that is a page's own.
fn folder(card: &Card) -> Option<&str> {
    card.path.strip_suffix("/index.md").filter(|folder| *folder != "content")
}

/// Whether the page whose folder a file lies in is published, if it lies in one; of
/// folders in one another the innermost counts.
fn in_folder(path: &str, folders: &BTreeMap<&str, bool>) -> Option<bool> {
    let mut around = path;
    while let Some((parent, _)) = around.rsplit_once('/') {
        if let Some(is_published) = folders.get(parent) {
            return Some(*is_published);
        }
        around = parent;
    }
    None
}
