//! Where each link of a body leads, resolved once: the same answer serves
//! `check`, which tells of broken ones, `index`, which turns them round, and
//! `page`, which fills the slots.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::address::PageId;
use crate::document::{Card, anchor_of, identify, url};
use crate::domain::Kind;

use super::page::{DocumentState, Page};
use super::page_names::PageNames;
use super::playbook::Playbook;
use super::targets::{LinkTarget, Targets};

/// Resolves every link of a playbook that is complete but for this.
pub(super) fn resolved(playbook: &Playbook) -> Targets {
    let pages = playbook.pages().chain(playbook.unpublished());
    let pages: Vec<&Page> = pages.filter(|it| !it.card.links.is_empty()).collect();
    let lookup = &Lookup::new(playbook);
    // Hardly any playbook names pages in its links.
    let names = LazyLock::new(|| PageNames::of(playbook));
    let resolved = pages.into_par_iter().map(|page| {
        let links = page.card.links.iter();
        let targets = links.map(|link| {
            if link.by_name {
                named(lookup, &page.card, &link.href, &names)
            } else {
                resolve(lookup, &page.card, &link.href, link.is_image)
            }
        });
        (Arc::clone(&page.card.path), targets.collect())
    });
    Targets(resolved.collect())
}

/// Resolves an address as it stands in a document.
fn resolve(lookup: &Lookup<'_>, card: &Card, href: &str, is_image: bool) -> LinkTarget {
    let href = href.trim();
    if matches!(url::classify(href), url::UrlKind::External | url::UrlKind::Mail) {
        let address = href.to_owned();
        return if is_image {
            LinkTarget::ExternalImage(address)
        } else {
            LinkTarget::External(address)
        };
    }
    let url::UrlParts { path, fragment, .. } = url::split(href);
    let fragment = fragment.map(decode);
    if path.is_empty() {
        return here(card, fragment);
    }
    if path.starts_with('/') {
        return LinkTarget::FromRoot;
    }
    match url::resolve(&card.path, &decode(path)) {
        Some(path) => at_path(lookup, &path, fragment),
        None => LinkTarget::Outside,
    }
}

/// Resolves the name of a page or of a file, perhaps with a heading of it.
fn named(lookup: &Lookup<'_>, card: &Card, name: &str, names: &PageNames<'_>) -> LinkTarget {
    let playbook = lookup.playbook;
    let (name, heading) = match name.split_once('#') {
        Some((name, heading)) => (name.trim(), Some(heading.trim())),
        None => (name.trim(), None),
    };
    if name.is_empty() {
        return here(card, heading.map(|heading| anchor(card, heading)));
    }
    let beside = url::resolve(&card.path, name).filter(|path| {
        playbook.assets.contains_key(path.as_str())
            || playbook.documents.contains_key(path.as_str())
    });
    let path = match (beside, names.find(name)) {
        (Some(path), _) => Arc::from(path),
        (None, []) => return LinkTarget::NoName,
        (None, [only]) => Arc::clone(only),
        (None, many) => {
            return LinkTarget::SharedName(many.iter().map(|it| Arc::clone(it)).collect());
        }
    };
    let of_page = |id: &PageId| playbook.page(id).map(|page| &page.card);
    let fragment = heading.map(|heading| match playbook.documents.get(&path) {
        Some(DocumentState::Page(id)) => {
            of_page(id).map_or_else(|| heading.to_owned(), |card| anchor(card, heading))
        }
        _ => heading.to_owned(),
    });
    at_path(lookup, &path, fragment)
}

/// The anchor that a heading's words mean: they may also be the anchor itself.
fn anchor(card: &Card, heading: &str) -> String {
    if card.anchors.contains(heading) { heading.to_owned() } else { anchor_of(heading) }
}

/// The path from the root that an address in a document means, if it means one.
pub(super) fn file(card: &Card, href: &str) -> Option<String> {
    let href = href.trim();
    let is_relative = url::classify(href) == url::UrlKind::Relative && !href.starts_with('/');
    let path = url::split(href).path;
    if is_relative && !path.is_empty() { url::resolve(&card.path, &decode(path)) } else { None }
}

/// What is no UTF-8 once decoded names nothing, and is told as it was written.
fn decode(part: &str) -> String {
    url::decode(part).unwrap_or_else(|| part.to_owned())
}

fn here(card: &Card, fragment: Option<String>) -> LinkTarget {
    match fragment {
        // `#` alone is the top of any page.
        Some(anchor) if !anchor.is_empty() && !card.anchors.contains(&anchor) => {
            LinkTarget::NoAnchorHere(anchor)
        }
        anchor => LinkTarget::Here(anchor.unwrap_or_default()),
    }
}

fn at_path(lookup: &Lookup<'_>, path: &str, fragment: Option<String>) -> LinkTarget {
    let playbook = lookup.playbook;
    let path = lookup.as_stored(path);
    if let Some((route, dimensions)) = playbook.assets.get(path) {
        return LinkTarget::Asset(route.clone(), *dimensions);
    }
    // The folder of a page stands for the page, as on a server; that of a kind for its list.
    let in_folder = || playbook.documents.get(format!("{path}/index.md").as_str());
    // A file that was renamed stands for what it is now.
    let renamed = || {
        let (kind, id) = identify(path).filter(|_| !playbook.former.is_empty())?;
        playbook.formerly(kind, &id)
    };
    match playbook.documents.get(path).or_else(in_folder) {
        Some(DocumentState::Page(id)) => to_page(playbook, id, fragment),
        Some(DocumentState::Draft) => LinkTarget::Draft,
        Some(DocumentState::Broken) => LinkTarget::Broken,
        None if let Some(page) = renamed() => to_page(playbook, &page.id, fragment),
        None => match playbook.unpublished.unpublished.get(path) {
            Some(why) => LinkTarget::Unpublished(path.to_owned(), why.clone()),
            None if playbook.withheld.contains(path) => LinkTarget::Withheld,
            None => {
                kind_at(path).map_or_else(|| LinkTarget::Missing(path.to_owned()), LinkTarget::List)
            }
        },
    }
}

/// The kind whose folder this is.
fn kind_at(path: &str) -> Option<Kind> {
    Kind::of_folder(path.strip_prefix("content/")?)
}

/// Letters with their accents as one sign each: what macOS hands out as two.
pub(super) fn composed(path: &str) -> Cow<'_, str> {
    if path.is_ascii() { Cow::Borrowed(path) } else { Cow::Owned(path.nfc().collect()) }
}

/// Files as links find them.
struct Lookup<'a> {
    playbook: &'a Playbook,
    /// Paths with letters beyond ASCII, by their composed form.
    stored: HashMap<String, &'a str>,
}

impl<'a> Lookup<'a> {
    fn new(playbook: &'a Playbook) -> Self {
        let paths = playbook.documents.keys().chain(playbook.assets.keys());
        let paths = paths.chain(playbook.unpublished.unpublished.keys());
        let accented = paths.filter(|path| !path.is_ascii());
        let stored = accented.map(|path| (composed(path).into_owned(), &**path)).collect();
        Self { playbook, stored }
    }

    /// The path of a file as it is stored, however its accents were typed.
    fn as_stored<'b>(&self, path: &'b str) -> &'b str
    where
        'a: 'b,
    {
        if path.is_ascii() {
            return path;
        }
        self.stored.get(&*composed(path)).copied().unwrap_or(path)
    }
}

fn to_page(playbook: &Playbook, id: &PageId, fragment: Option<String>) -> LinkTarget {
    let Some(page) = playbook.page(id) else { return LinkTarget::Withheld };
    let Some(anchor) = fragment.filter(|anchor| !anchor.is_empty()) else {
        return LinkTarget::Page(id.clone(), None);
    };
    if page.card.anchors.contains(&anchor) {
        LinkTarget::Page(id.clone(), Some(anchor))
    } else {
        LinkTarget::NoAnchor(id.clone(), anchor)
    }
}
