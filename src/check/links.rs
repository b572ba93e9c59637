//! Links and images of bodies that lead nowhere.

use std::sync::Arc;

use super::near_file::Files;
use crate::address::Route;
use crate::by_name::ByName;
use crate::diagnostic::rules::body::pb248_named_link;
use crate::diagnostic::rules::links::{
    pb301_broken_link, pb302_missing_anchor, pb303_broken_image, pb304_external_image,
    pb305_draft_link, pb306_link_outside, pb307_link_from_root, pb309_unpublished_file,
    pb310_name_to_change, pb311_web_address,
};
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::document::{Link, Unpublished};
use crate::model::{LinkTarget, Page, Playbook};

/// Addresses for which the nearest name is looked for. Each is compared with every
/// file or heading, which is not done for all of a hundred thousand.
const MAX_GUESSES: usize = 1000;

pub(super) fn check(playbook: &Playbook, diagnostics: &mut Vec<Diagnostic>) {
    let mut checker = Checker { playbook, files: None, images: None, guesses: MAX_GUESSES };
    for page in playbook.pages().chain(playbook.unpublished()) {
        let targets = playbook.targets.of_page(page);
        for (number, (link, target)) in page.card.links.iter().zip(targets).enumerate() {
            let place = Place::link(&page.card.path, number);
            diagnostics.extend(checker.broken(page, link, target, place));
        }
    }
}

struct Checker<'a> {
    playbook: &'a Playbook,
    /// Pages, images and downloads; made for the first broken link.
    files: Option<Files<'a>>,
    /// Images and downloads alone.
    images: Option<Files<'a>>,
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
            LinkTarget::Missing(_) if is_web(href) => {
                Some(pb311_web_address::no_scheme(place, href))
            }
            LinkTarget::Missing(path) => {
                let near = self.near_file(page, path);
                let example = self.example(page);
                Some(pb301_broken_link::breach(place, path, near.as_deref(), example.as_deref()))
            }
            LinkTarget::Unpublished(path, why) => unpublished(page, path, why, place),
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
            | LinkTarget::Withheld
            | LinkTarget::List(_)
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
            LinkTarget::Unpublished(path, why) => unpublished(page, path, why, place),
            LinkTarget::Page(..)
            | LinkTarget::List(_)
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
            LinkTarget::External(_) | LinkTarget::Asset(..) | LinkTarget::Withheld => None,
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
        let near = self.near_file(page, path).or_else(|| self.example(page));
        pb307_link_from_root::breach(place, href, near.as_deref())
    }

    fn near_file(&mut self, page: &Page, path: &str) -> Option<String> {
        let may_guess = self.may_guess();
        let playbook = self.playbook;
        let all = || playbook.documents.keys().chain(playbook.assets.keys());
        let files = self.files.get_or_insert_with(|| Files::new(all()));
        files.nearest(playbook, path, may_guess).map(|file| from_page(page, file))
    }

    fn near_image(&mut self, page: &Page, path: &str) -> Option<String> {
        let may_guess = self.may_guess();
        let playbook = self.playbook;
        let files = self.images.get_or_insert_with(|| Files::new(playbook.assets.keys()));
        files.nearest(playbook, path, may_guess).map(|file| from_page(page, file))
    }

    /// The address of a page that exists, to show how one is written.
    fn example(&self, page: &Page) -> Option<String> {
        let others = self.playbook.pages().map(|other| &other.card.path);
        let mut others = others.filter(|path| **path != page.card.path);
        others.next().map(|path| from_page(page, path))
    }

    fn may_guess(&mut self) -> bool {
        let may_guess = self.guesses > 0;
        self.guesses = self.guesses.saturating_sub(1);
        may_guess
    }
}

/// What is wrong with a link to a file that is there. Where that file keeps its name
/// when its own message is followed, nothing is.
fn unpublished(page: &Page, path: &str, why: &Unpublished, place: Place) -> Option<Diagnostic> {
    match why {
        Unpublished::Rename(renamed) => {
            Some(pb310_name_to_change::breach(place, path, &from_page(page, renamed)))
        }
        Unpublished::Readme => Some(pb309_unpublished_file::readme(place, path)),
        Unpublished::Stray => Some(pb309_unpublished_file::stray(place, path)),
        Unpublished::Refused => None,
    }
}

/// The address of a file, as a page writes it.
fn from_page(page: &Page, path: &str) -> String {
    // A relative path between two sources is built like one between two pages.
    Route::new(path).relative_to(&Route::new(Arc::clone(&page.card.path)))
}

fn is_web(href: &str) -> bool {
    href.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
}
