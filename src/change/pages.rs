//! Which pages came, went, or are others by name or text. A page that went and one that
//! came are one that was renamed where the new one says so, or where both have the same
//! title or much the same text.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::address::{PageId, Route};
use crate::diagnostic::Place;
use crate::domain::Kind;
use crate::engine::Build;
use crate::model::{DocumentState, Page, Playbook};

use super::similar::Similarity;

/// Pages of two builds, held against each other.
#[derive(Debug, Default)]
pub struct PageChanges {
    /// Pages that nobody had, in the order of kinds and ids.
    pub added: Vec<PageId>,
    /// Pages that have another id, or whose files lie elsewhere.
    pub renamed: Vec<Rename>,
    /// Pages that are gone.
    pub deleted: Vec<DeletedPage>,
    /// Pages of the same id whose source says something else.
    pub edited: Vec<PageId>,
    /// The path that a source had, to the one that it has; only where they differ.
    pub(super) moved: BTreeMap<Arc<str>, Arc<str>>,
    /// What those with another id are called, by what they were called.
    later_ids: BTreeMap<PageId, PageId>,
    /// The same the other way round.
    earlier_ids: BTreeMap<PageId, PageId>,
}

/// A page that has another id, or whose file lies elsewhere.
#[derive(Clone, Debug)]
pub struct Rename {
    /// What it was called.
    pub from: PageId,
    /// What it is called.
    pub to: PageId,
    /// Its source, as it was.
    pub from_path: Arc<str>,
    /// Its source, as it is.
    pub to_path: Arc<str>,
    /// Its title, as it is.
    pub title: String,
    /// Whether its old address leads to it.
    pub redirects: bool,
    /// Where the old name still stands and leads nowhere.
    pub places: Vec<Place>,
}

/// A page that is gone.
#[derive(Clone, Debug)]
pub struct DeletedPage {
    /// What it was called.
    pub id: PageId,
    /// Path of the source that it had.
    pub path: Arc<str>,
    /// Its title, as it was.
    pub title: String,
    /// How its readers lost it.
    pub how: Departure,
    /// Where its name still stands and leads nowhere.
    pub places: Vec<Place>,
}

/// How a page went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Departure {
    /// Its file is gone, and its address leads nowhere.
    Deleted,
    /// Its file is gone, and its address leads to this page.
    Replaced(PageId),
    /// It is a draft now, which is not published.
    Draft,
    /// It has an error, told there, and cannot stand.
    Broken,
}

impl Rename {
    /// The line of front matter that leads the old address to the page.
    pub(super) fn line_to_add(&self) -> String {
        format!("redirect_from: [{}]", self.from.route())
    }
}

impl PageChanges {
    /// What a page is called after the change.
    pub(super) fn now<'a>(&'a self, id: &'a PageId) -> &'a PageId {
        self.later_ids.get(id).unwrap_or(id)
    }

    /// What a page was called before it.
    pub(super) fn before<'a>(&'a self, id: &'a PageId) -> &'a PageId {
        self.earlier_ids.get(id).unwrap_or(id)
    }
}

pub(super) fn compare(before: &Build, after: &Build) -> PageChanges {
    let (old, new) = (before.playbook(), after.playbook());
    let mut changes = PageChanges::default();
    let gone: Vec<&Page> = old.pages().filter(|page| is_lacking(new, page)).collect();
    let came: Vec<&Page> = new.pages().filter(|page| is_lacking(old, page)).collect();
    let pairs = pairs(before, after, &gone, &came);
    for page in gone {
        match pairs.get(&page.id) {
            Some(to) => {
                changes.later_ids.insert(page.id.clone(), to.id.clone());
                changes.earlier_ids.insert(to.id.clone(), page.id.clone());
                changes.renamed.push(rename(page, to, new));
            }
            None => changes.deleted.push(deleted(page, new)),
        }
    }
    let added = came.iter().filter(|page| !changes.earlier_ids.contains_key(&page.id));
    changes.added = added.map(|page| page.id.clone()).collect();
    let text = |build: &Build, page: &Page| {
        build.source_map(&page.card.path).map(|map| Arc::clone(&map.text))
    };
    for page in new.pages() {
        let Some(earlier) = old.page(&page.id) else { continue };
        if earlier.card.path != page.card.path {
            // Links name files: they break as by another name.
            let rename = rename(earlier, page, new);
            changes.renamed.push(Rename { redirects: true, ..rename });
        }
        if text(before, earlier) != text(after, page) {
            changes.edited.push(page.id.clone());
        }
    }
    changes.moved = moved(before, after, &changes.renamed);
    changes
}

fn is_lacking(playbook: &Playbook, page: &Page) -> bool {
    page.id.kind != Kind::Home && playbook.page(&page.id).is_none()
}

/// The pages that went, with what each is called now.
fn pairs<'a>(
    before: &Build,
    after: &Build,
    gone: &[&Page],
    came: &[&'a Page],
) -> BTreeMap<PageId, &'a Page> {
    let mut pairs: BTreeMap<PageId, &Page> = BTreeMap::new();
    let mut free: BTreeMap<&PageId, &'a Page> = came.iter().map(|page| (&page.id, *page)).collect();
    // In the order of what tells most: what the new page says itself, its title, its text.
    for page in gone {
        let leads_to = after.playbook().redirects.get(&page.route);
        if let Some(to) = leads_to.and_then(|to| free.remove(to)) {
            pairs.insert(page.id.clone(), to);
        }
    }
    let title = |page: &Page| (page.id.kind, page.card.title.clone());
    let mut titles: BTreeMap<(Kind, String), &PageId> =
        free.values().map(|page| (title(page), &page.id)).collect();
    for page in gone.iter().filter(|page| !page.card.title.is_empty()) {
        let is_free = !pairs.contains_key(&page.id);
        let to = is_free.then(|| titles.remove(&title(page))).flatten();
        if let Some(to) = to.and_then(|to| free.remove(to)) {
            pairs.insert(page.id.clone(), to);
        }
    }
    let text = |build: &Build, page: &Page| {
        build.source_map(&page.card.path).map(|map| Arc::clone(&map.text)).unwrap_or_default()
    };
    let mut similarity = Similarity::default();
    for page in gone.iter().filter(|page| !pairs.contains_key(&page.id)) {
        similarity.add_gone(page.id.clone(), &text(before, page));
    }
    for page in free.values() {
        similarity.add_came(page.id.clone(), &text(after, page));
    }
    let found = similarity.pairs().into_iter();
    pairs.extend(found.filter_map(|(from, to)| Some((from, *free.get(&to)?))));
    pairs
}

fn rename(page: &Page, to: &Page, new: &Playbook) -> Rename {
    Rename {
        from: page.id.clone(),
        to: to.id.clone(),
        from_path: Arc::clone(&page.card.path),
        to_path: Arc::clone(&to.card.path),
        title: to.card.title.clone(),
        redirects: new.redirects.get(&page.route) == Some(&to.id),
        places: Vec::new(),
    }
}

fn deleted(page: &Page, new: &Playbook) -> DeletedPage {
    let how = match (new.documents.get(&page.card.path), new.redirects.get(&page.route)) {
        (Some(DocumentState::Draft), _) => Departure::Draft,
        (Some(DocumentState::Broken), _) => Departure::Broken,
        (_, Some(to)) => Departure::Replaced(to.clone()),
        // A person where only desks are shown has a file, and no page any more.
        _ => Departure::Deleted,
    };
    DeletedPage {
        id: page.id.clone(),
        path: Arc::clone(&page.card.path),
        title: page.card.title.clone(),
        how,
        places: Vec::new(),
    }
}

/// Sources of one page that lie elsewhere now, those that do not stand among them.
fn moved(before: &Build, after: &Build, renamed: &[Rename]) -> BTreeMap<Arc<str>, Arc<str>> {
    let now: BTreeMap<Route, &str> = after.addresses().map(|(path, route)| (route, path)).collect();
    let mut moved = BTreeMap::new();
    for (path, route) in before.addresses() {
        if let Some(now) = now.get(&route).filter(|now| **now != path) {
            moved.insert(Arc::from(path), Arc::from(*now));
        }
    }
    let renamed = renamed.iter().map(|it| (Arc::clone(&it.from_path), Arc::clone(&it.to_path)));
    moved.extend(renamed);
    moved
}
