//! Settles which page has which address, and tells of those that collide:
//! exactly, after case folding, or after Unicode normalisation.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

use crate::address::{Folder, PageId, Route, Subject};
use crate::diagnostic::{Diagnostic, Place, rules::whole::pb501_address_collision};
use crate::domain::{Front, Kind};

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
        match state {
            DocumentState::Broken => addresses.broken.push((input.kind, input.id.clone())),
            DocumentState::Draft => addresses.drafts.push((input.kind, input.id.clone())),
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
    // Last: an old address gives way to whatever is there by now.
    addresses.redirects = settling.redirects(&addresses.pages);
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

    fn redirects(&mut self, pages: &[Page]) -> BTreeMap<Route, PageId> {
        let mut redirects = BTreeMap::new();
        for page in pages {
            let Front::Workflow(front) = &page.card.front else { continue };
            for (at, from) in front.redirect_from.iter().enumerate() {
                let place = Place::value(&page.card.path, format!("redirect_from[{at}]"));
                let route = redirect_route(from);
                if self.take(&route, &place) {
                    redirects.insert(route, page.id.clone());
                }
            }
        }
        redirects
    }
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
