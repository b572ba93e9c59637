//! Which images and downloads are kept back with the drafts that they belong to:
//! a picture can say what its page does not say yet. Cards enter, paths leave.
//! Deliberately absent: pages that do not stand by a fault of theirs, which take
//! nothing with them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::document::Card;

use super::input::ModelKey;
use super::links;
use super::page::Page;

/// What a file belongs to.
#[derive(Clone, Copy, Default)]
struct Owners {
    draft: bool,
    page: bool,
}

impl Owners {
    fn add(&mut self, is_draft: bool) {
        *if is_draft { &mut self.draft } else { &mut self.page } = true;
    }
}

/// Paths of the files that are not published. A file in the folder of a page
/// (`ID/index.md`) is that page's, any other one belongs to the pages that refer
/// to it; what a page refers to that is no draft is published wherever it lies. So
/// is what nobody refers to, and all of `static/`.
pub(super) fn withheld(key: &ModelKey) -> BTreeSet<Arc<str>> {
    let cards = || key.pages.iter().filter_map(|it| it.card.as_ref().or(it.invalid_card.as_ref()));
    // Most playbooks have no draft, and then no link need be looked at.
    if key.drafts || !cards().any(|card| Page::is_draft(card)) {
        return BTreeSet::new();
    }
    let mut folders: BTreeMap<&str, bool> = BTreeMap::new();
    let mut referred: BTreeMap<String, Owners> = BTreeMap::new();
    for card in cards() {
        let is_draft = Page::is_draft(card);
        folders.extend(folder(card).map(|folder| (folder, is_draft)));
        for path in card.links.iter().filter_map(|link| links::file(card, &link.href)) {
            referred.entry(links::composed(&path).into_owned()).or_default().add(is_draft);
        }
    }
    let is_withheld = |path: &&Arc<str>| {
        let Owners { draft, page } =
            referred.get(&*links::composed(path)).copied().unwrap_or_default();
        let in_folder_of = in_folder(path, &folders).unwrap_or(draft);
        path.starts_with("content/") && in_folder_of && !page
    };
    key.files.sizes.keys().filter(is_withheld).cloned().collect()
}

/// The folder that is a page's own.
fn folder(card: &Card) -> Option<&str> {
    card.path.strip_suffix("/index.md").filter(|folder| *folder != "content")
}

/// Whether the page whose folder a file lies in is a draft, if it lies in one; of
/// folders in one another the innermost counts.
fn in_folder(path: &str, folders: &BTreeMap<&str, bool>) -> Option<bool> {
    let mut around = path;
    while let Some((parent, _)) = around.rsplit_once('/') {
        if let Some(is_draft) = folders.get(parent) {
            return Some(*is_draft);
        }
        around = parent;
    }
    None
}
