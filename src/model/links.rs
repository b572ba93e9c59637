//! Where each link of a body leads, resolved once: the same answer serves
//! `check`, which tells of broken ones, `index`, which turns them round, and
//! `page`, which fills the slots.

use std::sync::Arc;

use rayon::prelude::*;

use crate::address::PageId;
use crate::document::{Card, url};

use super::page::{DocumentState, Page};
use super::playbook::Playbook;
use super::targets::{Target, Targets};

/// Resolves every link of a playbook that is complete but for this.
pub(super) fn resolved(playbook: &Playbook) -> Targets {
    let pages = playbook.pages().chain(&playbook.fallen);
    let pages: Vec<&Page> = pages.filter(|it| !it.card.links.is_empty()).collect();
    let resolved = pages.into_par_iter().map(|page| {
        let links = page.card.links.iter();
        let targets = links.map(|link| resolve(playbook, &page.card, &link.href, link.is_image));
        (Arc::clone(&page.card.path), targets.collect())
    });
    Targets(resolved.collect())
}

/// Resolves an address as it stands in a document.
fn resolve(playbook: &Playbook, card: &Card, href: &str, is_image: bool) -> Target {
    let href = href.trim();
    if matches!(url::classify(href), url::Target::External | url::Target::Mail) {
        let address = href.to_owned();
        return if is_image { Target::ExternalImage(address) } else { Target::External(address) };
    }
    let url::Parts { path, fragment, .. } = url::split(href);
    let fragment = fragment.map(decode);
    if path.is_empty() {
        return here(card, fragment);
    }
    if path.starts_with('/') {
        return Target::FromRoot;
    }
    match url::resolve(&card.path, &decode(path)) {
        Some(path) => at_path(playbook, &path, fragment),
        None => Target::Outside,
    }
}

/// The path from the root that an address in a document means, if it means one.
pub(super) fn file(card: &Card, href: &str) -> Option<String> {
    let href = href.trim();
    let is_relative = url::classify(href) == url::Target::Relative && !href.starts_with('/');
    let path = url::split(href).path;
    if is_relative && !path.is_empty() { url::resolve(&card.path, &decode(path)) } else { None }
}

/// What is no UTF-8 once decoded names nothing, and is told as it was written.
fn decode(part: &str) -> String {
    url::decode(part).unwrap_or_else(|| part.to_owned())
}

fn here(card: &Card, fragment: Option<String>) -> Target {
    match fragment {
        Some(anchor) if !anchor.is_empty() && !card.anchors.contains(&anchor) => {
            Target::NoAnchorHere(anchor)
        }
        anchor => Target::Here(anchor.unwrap_or_default()),
    }
}

fn at_path(playbook: &Playbook, path: &str, fragment: Option<String>) -> Target {
    if let Some((route, dimensions)) = playbook.assets.get(path) {
        return Target::Asset(route.clone(), *dimensions);
    }
    match playbook.documents.get(path) {
        Some(DocumentState::Page(id)) => page(playbook, id, fragment),
        Some(DocumentState::Draft) => Target::Draft,
        Some(DocumentState::Broken) => Target::Broken,
        None => Target::Missing(path.to_owned()),
    }
}

fn page(playbook: &Playbook, id: &PageId, fragment: Option<String>) -> Target {
    let Some(anchor) = fragment.filter(|anchor| !anchor.is_empty()) else {
        return Target::Page(id.clone(), None);
    };
    let has = playbook.page(id).is_some_and(|page| page.card.anchors.contains(&anchor));
    if has { Target::Page(id.clone(), Some(anchor)) } else { Target::NoAnchor(id.clone(), anchor) }
}
