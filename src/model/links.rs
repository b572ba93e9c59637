//! Where each link of a body leads, resolved once: the same answer serves
//! `check`, which tells of broken ones, `index`, which turns them round, and
//! `page`, which fills the slots.

use std::sync::{Arc, LazyLock};

use rayon::prelude::*;

use crate::address::PageId;
use crate::document::{Card, anchor_of, url};

use super::page::{DocumentState, Page};
use super::page_names::PageNames;
use super::playbook::Playbook;
use super::targets::{LinkTarget, Targets};

/// Resolves every link of a playbook that is complete but for this.
pub(super) fn resolved(playbook: &Playbook) -> Targets {
    let pages = playbook.pages().chain(&playbook.invalid_pages);
    let pages: Vec<&Page> = pages.filter(|it| !it.card.links.is_empty()).collect();
    // Hardly any playbook names pages in its links.
    let names = LazyLock::new(|| PageNames::of(playbook));
    let resolved = pages.into_par_iter().map(|page| {
        let links = page.card.links.iter();
        let targets = links.map(|link| {
            if link.by_name {
                named(playbook, &page.card, &link.href, &names)
            } else {
                resolve(playbook, &page.card, &link.href, link.is_image)
            }
        });
        (Arc::clone(&page.card.path), targets.collect())
    });
    Targets(resolved.collect())
}

/// Resolves an address as it stands in a document.
fn resolve(playbook: &Playbook, card: &Card, href: &str, is_image: bool) -> LinkTarget {
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
        Some(path) => at_path(playbook, &path, fragment),
        None => LinkTarget::Outside,
    }
}

/// Resolves the name of a page or of a file, perhaps with a heading of it.
fn named(playbook: &Playbook, card: &Card, name: &str, names: &PageNames<'_>) -> LinkTarget {
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
    at_path(playbook, &path, fragment)
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

fn at_path(playbook: &Playbook, path: &str, fragment: Option<String>) -> LinkTarget {
    if let Some((route, dimensions)) = playbook.assets.get(path) {
        return LinkTarget::Asset(route.clone(), *dimensions);
    }
    match playbook.documents.get(path) {
        Some(DocumentState::Page(id)) => page(playbook, id, fragment),
        Some(DocumentState::Draft) => LinkTarget::Draft,
        Some(DocumentState::Broken) => LinkTarget::Broken,
        None => LinkTarget::Missing(path.to_owned()),
    }
}

fn page(playbook: &Playbook, id: &PageId, fragment: Option<String>) -> LinkTarget {
    let Some(anchor) = fragment.filter(|anchor| !anchor.is_empty()) else {
        return LinkTarget::Page(id.clone(), None);
    };
    let has = playbook.page(id).is_some_and(|page| page.card.anchors.contains(&anchor));
    if has {
        LinkTarget::Page(id.clone(), Some(anchor))
    } else {
        LinkTarget::NoAnchor(id.clone(), anchor)
    }
}
