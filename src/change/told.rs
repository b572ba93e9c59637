//! What a change did, as messages: one for each cause, with every place. Errors that only
//! repeat it elsewhere are gathered into it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::address::{PageId, Route};
use crate::diagnostic::rules::body::pb248_named_link;
use crate::diagnostic::rules::change::{
    pb970_renamed_page, pb971_deleted_page, pb972_lost_address, pb973_status_changed,
};
use crate::diagnostic::rules::links::pb301_broken_link;
use crate::diagnostic::rules::whole::{
    pb502_unknown_reference, pb510_first_version, pb512_stopped_page, pb513_needs_review,
};
use crate::diagnostic::{At, Diagnostic, Place};
use crate::domain::{Kind, title_key};
use crate::engine::Build;
use crate::model::{LinkTarget, Page, Status};

use super::addresses::{LostAddress, LostOutput};
use super::messages::Messages;
use super::pages::{DeletedPage, Departure, PageChanges, Rename};
use super::status::{StatusCause, StatusChange};
use super::words;

/// Takes the new messages about names that are gone out of the list, and puts their
/// places to the pages that had the names.
pub(super) fn gather_places(pages: &mut PageChanges, after: &Build, messages: &mut Messages) {
    if pages.renamed.is_empty() && pages.deleted.is_empty() && pages.moved.is_empty() {
        return;
    }
    let paths: BTreeSet<&Arc<str>> = messages.new.iter().map(|it| &it.place.path).collect();
    let playbook = after.playbook();
    let of_path = playbook.pages().chain(playbook.unpublished());
    let of_path: BTreeMap<Arc<str>, &Page> = of_path
        .filter(|page| paths.contains(&page.card.path))
        .map(|page| (Arc::clone(&page.card.path), page))
        .collect();
    let new = std::mem::take(&mut messages.new);
    for found in new {
        let named = named(&found, after, of_path.get(&found.place.path).copied());
        let places = named.and_then(|named| places_of(pages, &named));
        match places {
            Some(places) => places.push(found.place),
            None => messages.new.push(found),
        }
    }
}

/// What a message says is not there.
enum Missing {
    /// The file of this path.
    Path(String),
    /// A page of this name.
    Name(String),
}

fn named(found: &Diagnostic, after: &Build, page: Option<&Page>) -> Option<Missing> {
    if found.code == pb502_unknown_reference::RULE.code {
        let map = after.source_map(&found.place.path)?;
        let word = map.text.get(map.locate(&found.place.at).range)?;
        let word = word.trim_matches(['"', '\'']);
        return Some(Missing::Name(word.strip_prefix("drill:").unwrap_or(word).to_owned()));
    }
    let is_link = [pb301_broken_link::RULE.code, pb248_named_link::RULE.code].contains(&found.code);
    let At::Link(number) = found.place.at else { return None };
    let (page, number) = (page.filter(|_| is_link)?, number as usize);
    match after.playbook().targets.of_page(page).get(number)? {
        LinkTarget::Missing(path) => Some(Missing::Path(path.clone())),
        LinkTarget::NoName => {
            let name = page.card.links.get(number)?.href.split('#').next().unwrap_or_default();
            Some(Missing::Name(name.trim().to_owned()))
        }
        _ => None,
    }
}

/// The places of the page that had a name.
fn places_of<'a>(pages: &'a mut PageChanges, missing: &Missing) -> Option<&'a mut Vec<Place>> {
    let is_it = |path: &str, id: &PageId| match missing {
        Missing::Path(missing) => missing == path,
        Missing::Name(name) => {
            let file = path.rsplit('/').next().unwrap_or_default();
            [&id.id, file, file.trim_end_matches(".md")]
                .iter()
                .any(|it| it.eq_ignore_ascii_case(name))
        }
    };
    if let Some(renamed) = pages.renamed.iter_mut().find(|it| is_it(&it.from_path, &it.from)) {
        return Some(&mut renamed.places);
    }
    let deleted = pages.deleted.iter_mut().find(|it| is_it(&it.path, &it.id));
    deleted.map(|it| &mut it.places)
}

/// Every message, in no order.
pub(super) fn told(
    pages: &PageChanges,
    statuses: &[StatusChange],
    addresses: &[LostAddress],
    messages: &Messages,
    after: &Build,
) -> Vec<Diagnostic> {
    let worse: Vec<&StatusChange> = statuses.iter().filter(|it| it.is_worse).collect();
    let worse_paths: BTreeSet<&Arc<str>> = worse.iter().map(|it| &it.path).collect();
    let is_repeated = |found: &Diagnostic| {
        let repeats = [pb512_stopped_page::RULE.code, pb513_needs_review::RULE.code];
        repeats.contains(&found.code) && worse_paths.contains(&found.place.path)
    };
    let mut told: Vec<Diagnostic> =
        messages.new.iter().filter(|it| !is_repeated(it)).cloned().collect();
    told.extend(pages.renamed.iter().filter_map(|it| renamed(it, after)));
    told.extend(pages.deleted.iter().filter_map(|it| deleted(it, after)));
    told.extend(addresses.iter().filter_map(|it| lost(it, pages, after)));
    // What a first version lacks is told with what to write.
    let unfinished: BTreeSet<&Arc<str>> = messages
        .new
        .iter()
        .filter(|it| it.code == pb510_first_version::RULE.code)
        .map(|it| &it.place.path)
        .collect();
    let worse = worse
        .into_iter()
        .filter(|it| it.after != Status::FirstVersion || !unfinished.contains(&it.path));
    told.extend(worsened(worse, after));
    told
}

fn renamed(rename: &Rename, after: &Build) -> Option<Diagnostic> {
    let place = Place::key(&rename.to_path, title_key(rename.to.kind));
    // A file that only lies elsewhere has its name still: what it lies at is told.
    let names = match rename.from == rename.to {
        true => (&*rename.from_path, &*rename.to_path),
        false => (&*rename.from.id, &*rename.to.id),
    };
    if !rename.redirects {
        let line = redirect_line(rename, after);
        return Some(pb970_renamed_page::no_redirect(place, names, &rename.places, line));
    }
    let is_named = !rename.places.is_empty();
    is_named.then(|| pb970_renamed_page::places(place, names, &rename.places))
}

/// The line that leads an old address on, and where it can be put in as it is.
fn redirect_line(rename: &Rename, after: &Build) -> (String, Option<std::ops::Range<usize>>) {
    let line = rename.line_to_add();
    let map = after.source_map(&rename.to_path);
    let at = map.filter(|map| !map.keys.contains("redirect_from")).and_then(|map| {
        let front = map.front.clone()?;
        // Before the line that ends it.
        let inside = map.text.get(front.clone())?.trim_end();
        Some(front.start + inside.rfind('\n')? + 1)
    });
    (format!("{line}\n"), at.map(|at| at..at))
}

fn deleted(page: &DeletedPage, after: &Build) -> Option<Diagnostic> {
    let (place, address) = (Place::file(&page.path), page.id.route());
    let (title, address) = (page.title.as_str(), address.as_str());
    match &page.how {
        Departure::Deleted => {
            Some(pb971_deleted_page::deleted(place, title, address, &page.places))
        }
        Departure::Draft => {
            let place = Place::key(&page.path, "draft");
            Some(pb971_deleted_page::draft(place, title, address, &page.places))
        }
        Departure::Replaced(to) if !page.places.is_empty() => {
            let place = after.playbook().page(to).map(|to| Place::file(&to.card.path))?;
            Some(pb971_deleted_page::replaced(place, title, &to.id, &page.places))
        }
        // An error says so, or everything leads on.
        Departure::Broken | Departure::Replaced(_) => None,
    }
}

fn lost(address: &LostAddress, pages: &PageChanges, after: &Build) -> Option<Diagnostic> {
    let route: &Route = &address.route;
    match &address.was {
        LostOutput::File(path) => Some(pb972_lost_address::file(Place::file(path), route.as_str())),
        LostOutput::Redirect(to) => {
            // With the page itself its old addresses are gone too.
            let page = after.playbook().page(pages.now(to))?;
            let place = Place::key(&page.card.path, "redirect_from");
            Some(pb972_lost_address::redirect(place, route.as_str()))
        }
        LostOutput::Page(_) | LostOutput::Derived => None,
    }
}

fn worsened<'a>(changes: impl Iterator<Item = &'a StatusChange>, after: &Build) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    let mut by_cause: BTreeMap<&StatusCause, Vec<&StatusChange>> = BTreeMap::new();
    for change in changes {
        match by_place(&change.cause, after) {
            Some(_) => by_cause.entry(&change.cause).or_default().push(change),
            None => {
                let place = Place::key(&change.path, "title");
                let states = (words::status(&change.before), words::now(change));
                let why = words::why(change, after);
                told.push(pb973_status_changed::page(place, &change.title, states, why));
            }
        }
    }
    told.extend(by_cause.into_iter().filter_map(|(cause, changes)| {
        let place = by_place(cause, after)?;
        let pages = changes.iter().map(|change| {
            let states = (words::status(&change.before), words::now(change));
            (Place::file(&change.path), states.0, states.1)
        });
        let why = words::cause(cause)?;
        Some(pb973_status_changed::pages(place, why, pages.collect()))
    }));
    told
}

/// The line of a tool or person that brings a status about.
fn by_place(cause: &StatusCause, after: &Build) -> Option<Place> {
    let (kind, id, key) = match cause {
        StatusCause::Own => return None,
        StatusCause::ToolRetired(tool) | StatusCause::ToolBanned(tool) => {
            (Kind::Tool, tool, "status")
        }
        StatusCause::DataTooHigh(tool) => (Kind::Tool, tool, "data_max"),
        StatusCause::ToolChanged(tool) => (Kind::Tool, tool, "changes"),
        StatusCause::OwnerLeft(owner) => (Kind::Person, owner, "left"),
    };
    let page = match kind {
        Kind::Person => after.playbook().anybody(id).map(|it| &it.page),
        _ => after.playbook().page_of(kind, id),
    };
    Some(Place::key(&page?.card.path, key))
}
