//! Where each link of a body leads, resolved once: the same answer serves
//! `check`, which tells of broken ones, `index`, which turns them round, and
//! `page`, which fills the slots.

use std::sync::Arc;

use rayon::prelude::*;

use crate::address::PageId;
use crate::document::{Card, url};

use super::page::{DocumentState, Page};
use super::playbook::Playbook;
use super::targets::{LinkTarget, Targets};

/// Resolves every link of a playbook that is complete but for this.
pub(super) fn resolved(playbook: &Playbook) -> Targets {
    let pages = playbook.pages().chain(playbook.unpublished());
    let pages: Vec<&Page> = pages.filter(|it| !it.card.links.is_empty()).collect();
    let resolved = pages.into_par_iter().map(|page| {
        let links = page.card.links.iter();
        let targets = links.map(|link| resolve(playbook, &page.card, &link.href, link.is_image));
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
        Some(DocumentState::Page(id)) => to_page(playbook, id, fragment),
        Some(DocumentState::Draft) => LinkTarget::Draft,
        Some(DocumentState::Broken) => LinkTarget::Broken,
        None if playbook.withheld.contains(path) => LinkTarget::Withheld,
        None => LinkTarget::Missing(path.to_owned()),
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
