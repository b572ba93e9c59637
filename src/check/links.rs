//! Links and images of bodies that lead nowhere.

use std::sync::Arc;

use crate::diagnostic::rules::links::{
    pb301_broken_link, pb302_missing_anchor, pb303_broken_image, pb304_external_image,
    pb305_draft_link, pb306_link_outside, pb307_link_from_root,
};
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::document::{Link, Route};
use crate::model::{Page, Playbook, Target};

pub(super) fn check(playbook: &Playbook, diagnostics: &mut Vec<Diagnostic>) {
    for page in playbook.pages().chain(&playbook.fallen) {
        let targets = playbook.targets.of_page(page);
        for (number, (link, target)) in page.card.links.iter().zip(targets).enumerate() {
            let place = Place::link(&page.card.path, number);
            diagnostics.extend(broken(playbook, page, link, target, place));
        }
    }
}

fn broken(
    playbook: &Playbook,
    page: &Page,
    link: &Link,
    found: &Target,
    place: Place,
) -> Option<Diagnostic> {
    let href = link.href.as_str();
    if link.is_image {
        return broken_image(playbook, page, href, found, place);
    }
    match found {
        Target::Missing(path) => {
            let near = near(page, path, files(playbook));
            Some(pb301_broken_link::breach(place, path, near.as_deref()))
        }
        Target::NoAnchor(id, anchor) => {
            let other = playbook.page(id)?;
            let path = Some(&*other.card.path);
            Some(pb302_missing_anchor::breach(place, path, anchor, &other.card.anchors))
        }
        Target::NoAnchorHere(anchor) => {
            Some(pb302_missing_anchor::breach(place, None, anchor, &page.card.anchors))
        }
        Target::Draft => Some(pb305_draft_link::breach(place, href)),
        Target::Outside => Some(pb306_link_outside::breach(place, href)),
        Target::FromRoot => Some(from_root(playbook, page, href, place)),
        Target::External(_)
        | Target::ExternalImage(_)
        | Target::Here(_)
        | Target::Page(..)
        | Target::Asset(..)
        | Target::Broken => None,
    }
}

fn broken_image(
    playbook: &Playbook,
    page: &Page,
    href: &str,
    found: &Target,
    place: Place,
) -> Option<Diagnostic> {
    match found {
        Target::Missing(path) => {
            let near = near(page, path, playbook.assets.keys());
            Some(pb303_broken_image::missing(place, path, near.as_deref()))
        }
        Target::Page(..) | Target::NoAnchor(..) | Target::Draft | Target::Broken => {
            Some(pb303_broken_image::page(place, href))
        }
        Target::Here(_) | Target::NoAnchorHere(_) => Some(pb303_broken_image::page(place, href)),
        Target::ExternalImage(_) => Some(pb304_external_image::breach(place, href)),
        Target::Outside => Some(pb306_link_outside::breach(place, href)),
        Target::FromRoot => Some(from_root(playbook, page, href, place)),
        Target::External(_) | Target::Asset(..) => None,
    }
}

fn from_root(playbook: &Playbook, page: &Page, href: &str, place: Place) -> Diagnostic {
    let path = href.split(['#', '?']).next().unwrap_or(href);
    let near = near(page, path, files(playbook));
    pb307_link_from_root::breach(place, href, near.as_deref())
}

fn files(playbook: &Playbook) -> impl Iterator<Item = &Arc<str>> + Clone {
    playbook.documents.keys().chain(playbook.assets.keys())
}

/// The file that was probably meant: the same name in another folder, or a
/// name that is nearly the same. `index.md` says nothing: its folder does.
fn near<'a>(
    page: &Page,
    path: &str,
    files: impl Iterator<Item = &'a Arc<str>> + Clone,
) -> Option<String> {
    let wanted = stem(path);
    let same = files.clone().find(|file| stem(file) == wanted);
    let found = same.or_else(|| {
        let near = nearest(wanted, files.clone().map(|file| stem(file)))?;
        files.clone().find(|file| stem(file) == near)
    })?;
    // A relative path between two sources is built like one between two pages.
    Some(Route::new(Arc::clone(found)).seen_from(&Route::new(Arc::clone(&page.card.path))))
}

/// The name by which people know a file, without its extension.
fn stem(path: &str) -> &str {
    let path = path.strip_suffix("/index.md").unwrap_or(path).trim_end_matches('/');
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
