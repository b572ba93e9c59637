//! Where a link of a body leads. The same answer serves `check`, which tells of
//! broken ones, and `page`, which fills the slots.

use std::sync::Arc;

use percent_encoding::percent_decode_str;

use crate::document::{Card, Route};

use super::playbook::{DocumentState, PageId, Playbook};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Another site, or a mail program.
    External(String),
    /// An image of another site: shown as a link to it.
    ExternalImage(String),
    /// An anchor of the same page.
    Here(String),
    /// Another page, with an anchor that it has.
    Page(PageId, Option<String>),
    /// A page without the anchor that was asked for.
    NoAnchor(PageId, String),
    /// An image or download, with its size in pixels.
    Asset(Route, Option<(u32, u32)>),
    /// An anchor that this page does not have.
    NoAnchorHere(String),
    /// A draft, which is not published.
    Draft,
    /// A page with an error of its own, told there.
    Broken,
    /// Nothing: holds the path from the root that was looked for.
    Missing(String),
    /// Out of the playbook's folder.
    Outside,
    /// An address from the server's root: it works in one place only.
    FromRoot,
}

/// Resolves an address as it stands in a document.
pub fn resolve(playbook: &Playbook, card: &Card, href: &str, is_image: bool) -> Target {
    let href = href.trim();
    if has_scheme(href) || href.starts_with("//") {
        let address = href.to_owned();
        return if is_image { Target::ExternalImage(address) } else { Target::External(address) };
    }
    let (path, fragment) = match href.split_once('#') {
        Some((path, fragment)) => (path, Some(decode(fragment))),
        None => (href, None),
    };
    let path = path.split('?').next().unwrap_or(path);
    if path.is_empty() {
        return here(card, fragment);
    }
    if path.starts_with('/') {
        return Target::FromRoot;
    }
    match join(&card.path, &decode(path)) {
        Some(path) => file(playbook, &path, fragment),
        None => Target::Outside,
    }
}

fn has_scheme(href: &str) -> bool {
    let Some((scheme, _)) = href.split_once(':') else { return false };
    let mut letters = scheme.chars();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && letters.all(|it| it.is_ascii_alphanumeric() || matches!(it, '+' | '-' | '.'))
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn here(card: &Card, fragment: Option<String>) -> Target {
    match fragment {
        Some(anchor) if !anchor.is_empty() && !card.anchors.contains(&anchor) => {
            Target::NoAnchorHere(anchor)
        }
        anchor => Target::Here(anchor.unwrap_or_default()),
    }
}

fn file(playbook: &Playbook, path: &str, fragment: Option<String>) -> Target {
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

/// The path from the root that `relative` means, seen from a document; nothing
/// when it leads out of the root.
fn join(document: &Arc<str>, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = document.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}
