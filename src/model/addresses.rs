//! Settles which page has which address, and tells of those that collide:
//! exactly, after case folding, or after Unicode normalisation.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

use crate::address::{Folder, PageId, Route, Subject};
use crate::diagnostic::rules::{body::pb250_former_id, whole::pb501_address_collision};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::Card;
use crate::domain::Kind;

use super::input::ModelKey;
use super::page::{DocumentState, Page, Pixels};
use super::withheld;

/// Who stands where.
#[derive(Default)]
pub(super) struct Addresses {
    pub pages: Vec<Page>,
    pub documents: BTreeMap<Arc<str>, DocumentState>,
    pub assets: BTreeMap<Arc<str>, (Route, Option<Pixels>)>,
    pub withheld: BTreeSet<Arc<str>>,
    pub redirects: BTreeMap<Route, PageId>,
    /// The ids that pages had, and those that they have.
    pub former: BTreeMap<PageId, PageId>,
    /// Pages that exist but do not stand: naming them is no second error.
    pub broken: Vec<(Kind, Arc<str>)>,
    /// What can be read of them.
    pub invalid_pages: Vec<Page>,
    pub drafts: Vec<(Kind, Arc<str>)>,
}

/// Gives every page its address. Of two that collide the first by path keeps it.
pub(super) fn settle(key: &ModelKey) -> (Addresses, Vec<Diagnostic>) {
    let mut settling = Settling { taken: reserved(), diagnostics: Vec::new() };
    let mut addresses = Addresses::default();
    // They come by path, so that the same one keeps its address each time.
    for input in &key.pages {
        let state = match &input.card {
            None => {
                // A draft is not checked where it is not shown.
                let invalid_pages = input.invalid_card.iter().filter(|it| !key.is_draft(it));
                addresses.invalid_pages.extend(invalid_pages.map(|card| input.page(card)));
                DocumentState::Broken
            }
            Some(card) if key.is_draft(card) => DocumentState::Draft,
            Some(card) => {
                let page = input.page(card);
                if settling.take(&page.route, &Place::file(&input.path)) {
                    let id = page.id.clone();
                    addresses.pages.push(page);
                    DocumentState::Page(id)
                } else {
                    // What it links to and names is checked all the same.
                    addresses.invalid_pages.push(page);
                    DocumentState::Broken
                }
            }
        };
        // By each id that names it: what it had will mean it once it stands.
        let card = input.card.as_ref().or(input.invalid_card.as_ref());
        let former = card.iter().flat_map(|card| &card.former).map(|id| Arc::from(id.as_str()));
        let names = [Arc::clone(&input.id)].into_iter().chain(former).map(|id| (input.kind, id));
        match state {
            DocumentState::Broken => addresses.broken.extend(names),
            DocumentState::Draft => addresses.drafts.extend(names),
            DocumentState::Page(_) => {}
        }
        addresses.documents.insert(Arc::clone(&input.path), state);
    }
    addresses.withheld = withheld::files(key);
    // After the pages: no download takes the address of one.
    for (path, dimensions) in &key.files.sizes {
        if addresses.withheld.contains(path) {
            continue;
        }
        let route = asset_route(path);
        if settling.take(&route, &Place::file(path)) {
            addresses.assets.insert(Arc::clone(path), (route, *dimensions));
        }
    }
    addresses.former = settling.former(key, &addresses.pages);
    // Last: an old address gives way to whatever is there by now.
    let published = addresses.pages.iter().filter(|page| key.publishes(&page.card));
    addresses.redirects = settling.redirects(published, &addresses.former);
    (addresses, settling.diagnostics)
}

/// Images and downloads keep their path below `content/`; `static/` is the
/// site's root.
fn asset_route(path: &str) -> Route {
    let below = path.strip_prefix("content/").or_else(|| path.strip_prefix("static/"));
    Route::new(below.unwrap_or(path))
}

/// Addresses at the root of the site's own outputs.
fn reserved() -> FxHashMap<String, Option<Place>> {
    Subject::reserved().map(|subject| (folded(&subject.route()), None)).collect()
}

fn folded(route: &Route) -> String {
    if route.as_str().is_ascii() {
        return route.as_str().to_ascii_lowercase();
    }
    // Some disks take names for one that differ in case or form: a file would replace another.
    route.as_str().nfkc().flat_map(char::to_lowercase).collect()
}

struct Settling {
    taken: FxHashMap<String, Option<Place>>,
    diagnostics: Vec<Diagnostic>,
}

impl Settling {
    fn take(&mut self, route: &Route, place: &Place) -> bool {
        let folded = folded(route);
        // A file of the theme goes before any other, and a later theme may have more of them.
        if Folder::is_reserved(&folded) || folded.starts_with("theme/") {
            self.diagnostics.push(pb501_address_collision::reserved(place.clone(), route));
            return false;
        }
        match self.taken.entry(folded) {
            Entry::Vacant(free) => {
                free.insert(Some(place.clone()));
                true
            }
            Entry::Occupied(taken) => {
                let place = place.clone();
                self.diagnostics.push(match taken.get() {
                    Some(other) => pb501_address_collision::taken(place, route, other.clone()),
                    None => pb501_address_collision::reserved(place, route),
                });
                false
            }
        }
    }

    /// Ids that pages had and that nobody else has, or had before them.
    fn former(&mut self, key: &ModelKey, pages: &[Page]) -> BTreeMap<PageId, PageId> {
        let mut former: BTreeMap<PageId, PageId> = BTreeMap::new();
        if pages.iter().all(|page| page.card.former.is_empty()) {
            return former;
        }
        let live: BTreeMap<PageId, &Arc<str>> = key
            .pages
            .iter()
            .map(|input| (PageId { kind: input.kind, id: Arc::clone(&input.id) }, &input.path))
            .collect();
        let mut claimed: BTreeMap<PageId, Place> = BTreeMap::new();
        for page in pages {
            for id in &page.card.former {
                let place = former_place(&page.card, id);
                let old = PageId { kind: page.id.kind, id: Arc::from(id.as_str()) };
                if let Some(path) = live.get(&old) {
                    let other = Place::file(path);
                    self.diagnostics.push(pb250_former_id::live(place, id, other));
                } else if let Some(other) = claimed.get(&old).filter(|it| it.path != place.path) {
                    self.diagnostics.push(pb250_former_id::twice(place, id, other.clone()));
                } else {
                    former.insert(old.clone(), page.id.clone());
                    claimed.insert(old, place);
                }
            }
        }
        former
    }

    fn redirects<'a>(
        &mut self,
        pages: impl Iterator<Item = &'a Page>,
        former: &BTreeMap<PageId, PageId>,
    ) -> BTreeMap<Route, PageId> {
        let mut redirects = BTreeMap::new();
        let mut published = BTreeSet::new();
        for page in pages {
            for (at, from) in page.card.redirect_from.iter().enumerate() {
                let place = Place::value(&page.card.path, format!("redirect_from[{at}]"));
                let route = redirect_route(from);
                if self.take(&route, &place) {
                    redirects.insert(route, page.id.clone());
                }
            }
            if !page.card.former.is_empty() {
                published.insert(&page.id);
            }
        }
        // After what somebody wrote down; without a word, since the id itself is told where it
        // belongs to two.
        for (old, page) in former.iter().filter(|(_, page)| published.contains(page)) {
            if let Entry::Vacant(free) = self.taken.entry(folded(&old.route())) {
                free.insert(None);
                redirects.insert(old.route(), page.clone());
            }
        }
        redirects
    }
}

fn former_place(card: &Card, id: &str) -> Place {
    Place::item(&card.path, "former", &card.former, id)
}

/// An old address as a file: `old/page`, `/old/page/` and `old/page.html` are
/// the ways people write it.
fn redirect_route(from: &str) -> Route {
    let path = from.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') {
        return Route::new(format!("{path}index.html"));
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    if name.contains('.') { Route::new(path) } else { Route::new(format!("{path}.html")) }
}
