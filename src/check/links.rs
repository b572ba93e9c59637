//! Links and images of bodies that lead nowhere.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::address::Route;
use crate::by_name::ByName;
use crate::diagnostic::rules::body::pb248_named_link;
use crate::diagnostic::rules::links::{
    pb301_broken_link, pb302_missing_anchor, pb303_broken_image, pb304_external_image,
    pb305_draft_link, pb306_link_outside, pb307_link_from_root,
};
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::document::Link;
use crate::model::{LinkTarget, Page, Playbook};

/// Addresses for which the nearest name is looked for. Each is compared with every
/// file or heading, which is not done for all of a hundred thousand.
const MAX_GUESSES: usize = 1000;

pub(super) fn check(playbook: &Playbook, diagnostics: &mut Vec<Diagnostic>) {
    let mut checker = Checker { playbook, files: None, images: None, guesses: MAX_GUESSES };
    for page in playbook.pages().chain(&playbook.invalid_pages) {
        let targets = playbook.targets.of_page(page);
        for (number, (link, target)) in page.card.links.iter().zip(targets).enumerate() {
            let place = Place::link(&page.card.path, number);
            diagnostics.extend(checker.broken(page, link, target, place));
        }
    }
}

/// The first file of each name, by the name.
type ByStem<'a> = BTreeMap<&'a str, &'a Arc<str>>;

struct Checker<'a> {
    playbook: &'a Playbook,
    /// Pages, images and downloads; made for the first broken link.
    files: Option<ByStem<'a>>,
    /// Images and downloads alone.
    images: Option<ByStem<'a>>,
    /// Addresses for which the nearest name will still be looked for.
    guesses: usize,
}

impl<'a> Checker<'a> {
    fn broken(
        &mut self,
        page: &Page,
        link: &Link,
        found: &LinkTarget,
        place: Place,
    ) -> Option<Diagnostic> {
        let href = link.href.as_str();
        if link.is_image {
            return self.broken_image(page, link, found, place);
        }
        match found {
            LinkTarget::Missing(path) => {
                let near = self.near_file(page, path);
                Some(pb301_broken_link::breach(place, path, near.as_deref()))
            }
            LinkTarget::NoAnchor(id, anchor) => {
                let other = self.playbook.page(id)?;
                let path = Some(&*other.card.path);
                Some(self.no_anchor(place, path, anchor, &other.card.anchors))
            }
            LinkTarget::NoAnchorHere(anchor) => {
                Some(self.no_anchor(place, None, anchor, &page.card.anchors))
            }
            LinkTarget::NoName | LinkTarget::SharedName(_) => {
                Some(self.named(page, link, found, place))
            }
            LinkTarget::Draft => Some(pb305_draft_link::breach(place, href)),
            LinkTarget::Outside => Some(pb306_link_outside::breach(place, href)),
            LinkTarget::FromRoot => Some(self.root_link(page, href, place)),
            LinkTarget::External(_)
            | LinkTarget::ExternalImage(_)
            | LinkTarget::Here(_)
            | LinkTarget::Page(..)
            | LinkTarget::Asset(..)
            | LinkTarget::Broken => None,
        }
    }

    fn broken_image(
        &mut self,
        page: &Page,
        link: &Link,
        found: &LinkTarget,
        place: Place,
    ) -> Option<Diagnostic> {
        let href = link.href.as_str();
        match found {
            LinkTarget::Missing(path) => {
                let near = self.near_image(page, path);
                Some(pb303_broken_image::missing(place, path, near.as_deref()))
            }
            LinkTarget::Page(..)
            | LinkTarget::NoAnchor(..)
            | LinkTarget::Draft
            | LinkTarget::Broken => Some(pb303_broken_image::page(place, href)),
            LinkTarget::Here(_) | LinkTarget::NoAnchorHere(_) => {
                Some(pb303_broken_image::page(place, href))
            }
            LinkTarget::NoName | LinkTarget::SharedName(_) => {
                Some(self.named(page, link, found, place))
            }
            LinkTarget::ExternalImage(_) => Some(pb304_external_image::breach(place, href)),
            LinkTarget::Outside => Some(pb306_link_outside::breach(place, href)),
            LinkTarget::FromRoot => Some(self.root_link(page, href, place)),
            LinkTarget::External(_) | LinkTarget::Asset(..) => None,
        }
    }

    /// A link that names a page which is not there, or more than one.
    fn named(&mut self, page: &Page, link: &Link, found: &LinkTarget, place: Place) -> Diagnostic {
        let name = link.href.as_str();
        let from = Route::new(Arc::clone(&page.card.path));
        match found {
            LinkTarget::SharedName(paths) => {
                let written = |path: &Arc<str>| Route::new(Arc::clone(path)).relative_to(&from);
                let all: Vec<String> = paths.iter().map(written).collect();
                pb248_named_link::shared(place, name, &link.text, &all)
            }
            _ => {
                let path = name.split('#').next().unwrap_or(name);
                let near = if link.is_image {
                    self.near_image(page, path)
                } else {
                    self.near_file(page, path)
                };
                pb248_named_link::unknown(place, name, &link.text, link.is_image, near.as_deref())
            }
        }
    }

    fn no_anchor(
        &mut self,
        place: Place,
        page: Option<&str>,
        anchor: &str,
        known: &ByName<()>,
    ) -> Diagnostic {
        let near = if self.may_guess() { nearest(anchor, known.names()) } else { None };
        pb302_missing_anchor::breach(place, page, anchor, known, near)
    }

    fn root_link(&mut self, page: &Page, href: &str, place: Place) -> Diagnostic {
        let path = href.split(['#', '?']).next().unwrap_or(href);
        let near = self.near_file(page, path);
        pb307_link_from_root::breach(place, href, near.as_deref())
    }

    fn near_file(&mut self, page: &Page, path: &str) -> Option<String> {
        let may_guess = self.may_guess();
        let playbook = self.playbook;
        let all = || playbook.documents.keys().chain(playbook.assets.keys());
        near(page, path, self.files.get_or_insert_with(|| by_stem(all())), may_guess)
    }

    fn near_image(&mut self, page: &Page, path: &str) -> Option<String> {
        let may_guess = self.may_guess();
        let playbook = self.playbook;
        let all = || playbook.assets.keys();
        near(page, path, self.images.get_or_insert_with(|| by_stem(all())), may_guess)
    }

    fn may_guess(&mut self) -> bool {
        let may_guess = self.guesses > 0;
        self.guesses = self.guesses.saturating_sub(1);
        may_guess
    }
}

fn by_stem<'a>(files: impl Iterator<Item = &'a Arc<str>>) -> ByStem<'a> {
    let mut by_stem = BTreeMap::new();
    files.for_each(|file| {
        // The first by path, so that the same one is proposed each time.
        by_stem.entry(stem(file)).or_insert(file);
    });
    by_stem
}

/// The file that was probably meant: the same name in another folder, or a
/// name that is nearly the same. `index.md` says nothing: its folder does.
fn near(page: &Page, path: &str, files: &ByStem<'_>, may_guess: bool) -> Option<String> {
    let wanted = stem(path);
    let guess = || if may_guess { nearest(wanted, files.keys().copied()) } else { None };
    let found = files.get(wanted).or_else(|| files.get(guess()?))?;
    // A relative path between two sources is built like one between two pages.
    Some(Route::new(Arc::clone(found)).relative_to(&Route::new(Arc::clone(&page.card.path))))
}

/// The name by which people know a file, without its extension.
fn stem(path: &str) -> &str {
    let path = path.strip_suffix("/index.md").unwrap_or(path).trim_end_matches('/');
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
