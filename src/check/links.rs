//! Links and images of bodies that lead nowhere.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, nearest, rules::links};
use crate::document::{Link, Route};
use crate::model::{Page, Playbook, Target, resolve};

pub(super) fn check(playbook: &Playbook, diagnostics: &mut Vec<Diagnostic>) {
    for page in playbook.pages() {
        for (number, link) in page.card.links.iter().enumerate() {
            let place = Place::link(&page.card.path, number);
            diagnostics.extend(broken(playbook, page, link, place));
        }
    }
}

fn broken(playbook: &Playbook, page: &Page, link: &Link, place: Place) -> Option<Diagnostic> {
    let href = link.href.as_str();
    match resolve(playbook, &page.card, href, link.is_image) {
        Target::Missing(path) if link.is_image => Some(links::broken_image(place, &path)),
        Target::Page(..) | Target::NoAnchor(..) | Target::Draft if link.is_image => {
            Some(links::broken_image(place, href))
        }
        Target::Missing(path) => {
            let near = near(playbook, page, &path);
            Some(links::broken_link(place, &path, near.as_deref()))
        }
        Target::NoAnchor(id, anchor) => {
            let anchors = playbook.page(&id).map(|page| &page.card.anchors);
            let near = anchors.and_then(|it| nearest(&anchor, it.iter().map(String::as_str)));
            Some(links::missing_anchor(place, id.route().as_str(), &anchor, near))
        }
        Target::NoAnchorHere(anchor) => {
            let near = nearest(&anchor, page.card.anchors.iter().map(String::as_str));
            Some(links::missing_anchor(place, "this page", &anchor, near))
        }
        Target::ExternalImage(_) => Some(links::external_image(place)),
        Target::Draft => Some(links::draft_link(place, href)),
        Target::Outside => Some(links::link_outside(place, href)),
        Target::FromRoot => Some(links::link_from_root(place, href)),
        Target::External(_)
        | Target::Here(_)
        | Target::Page(..)
        | Target::Asset(..)
        | Target::Broken => None,
    }
}

/// The file that was probably meant: the same name in another folder, or a
/// name that is nearly the same.
fn near(playbook: &Playbook, page: &Page, path: &str) -> Option<String> {
    let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let wanted = name(path);
    let stem = wanted.strip_suffix(".html").unwrap_or(&wanted);
    let named = format!("{}.md", stem.strip_suffix(".md").unwrap_or(stem));
    let files = || playbook.documents.keys().chain(playbook.assets.keys());
    let same = files().find(|file| {
        let file = name(file);
        file == wanted || file == named
    });
    let found: &Arc<str> = match same {
        Some(found) => found,
        None => {
            let near = nearest(path, files().map(AsRef::as_ref))?;
            files().find(|file| &***file == near)?
        }
    };
    // A relative path between two sources is built like one between two pages.
    Some(Route::new(Arc::clone(found)).seen_from(&Route::new(Arc::clone(&page.card.path))))
}
