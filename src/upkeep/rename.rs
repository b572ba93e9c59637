//! A page gets another name, or another folder: whatever names it or leads to it follows,
//! and its old name goes on to mean it. Deliberately absent: another title.

use std::collections::BTreeSet;

use crate::address::PageId;
use crate::document::Document;
use crate::edit::{Obstacle, PageEdit};
use crate::engine::Build;
use crate::model::Page;
use crate::source::Sources;

use super::destination::{self, Destination, place_of};
use super::plan::{Draft, Plan, Refusal, cannot, moved};
use super::{links, references};

/// What has to change so that a page has another name. `typed` is an id, `KIND/ID`, or a
/// path; the build has to be one of these sources, with its drafts.
pub fn rename(sources: &Sources, build: &Build, page: &Page, typed: &str) -> Result<Plan, Refusal> {
    let is_folder = |folder: &str| {
        let inside = format!("{folder}/");
        let mut paths = sources.documents.keys().chain(sources.assets.keys());
        paths.any(|path| path.starts_with(&inside))
    };
    let to = destination::read(page, typed, is_folder)?;
    let from = place_of(page);
    if to.place == from {
        let text = format!("{from} has this name and this place already");
        return Err(Refusal::new(text, ["nothing is to be done"]));
    }
    find_other(build, page, &to)?;
    let mut draft = Draft::new(sources, build);
    draft.plan.changes.moved = Some((from.to_owned(), to.place.clone()));
    let words = BTreeSet::from([page.id.id.to_lowercase()]);
    for document in build.documents() {
        let change = |it| cannot(&document.path, it);
        let mut edit = PageEdit::of(draft.bytes(&document.path), &document.map).map_err(change);
        if let Ok(edit) = &mut edit {
            for (place, address) in links::rewritten(document, |path| moved(path, from, &to.place))
            {
                edit.replace(place, address);
            }
            if *to.id != *page.id.id {
                follow(edit, document, page, &to, &words);
                keep_names(edit, document, page, &to).map_err(change)?;
            }
        }
        // A file that is no text names nothing; a page that gets a name is one.
        match edit {
            Ok(edit) => draft.change(&document.path, edit.finish()),
            Err(refusal) if document.path == page.card.path => return Err(refusal),
            Err(_) => {}
        }
    }
    notes(&mut draft, page, &to);
    draft.finish().map(|(plan, _)| plan)
}

/// Whatever has the new name must be no other page.
fn find_other(build: &Build, page: &Page, to: &Destination) -> Result<(), Refusal> {
    let folded = |id: &str| id.to_lowercase();
    let other = build.documents().find(|document| {
        document.path != page.card.path
            && (document.kind == page.id.kind && folded(&document.id) == folded(&to.id)
                || *document.path == *to.place)
    });
    let Some(other) = other else { return Ok(()) };
    let text = format!("{} has this name", other.path);
    let mut help = vec!["choose another one".to_owned()];
    if super::merge::can_merge(page.id.kind) {
        help.push(format!(
            "to make one of the two, and keep that one: playbook mv {} {} --into",
            page.id.id, other.id
        ));
    }
    Err(Refusal::new(text, help))
}

/// Front matter, prompts and links that name the page have its new name.
fn follow(
    edit: &mut PageEdit<'_>,
    document: &Document,
    page: &Page,
    to: &Destination,
    words: &BTreeSet<String>,
) {
    for found in references::find(document, page.id.kind, words) {
        edit.replace(found.place, to.id.clone());
    }
    // What names the title stays: the title is the same.
    let name = links::in_words(&page.id.id);
    if name != links::in_words(&page.card.title) {
        for (place, name) in links::renamed(document, &[name], &to.id) {
            edit.replace(place, name);
        }
    }
}

/// The page keeps its old name as a former one. A name that it gets is nobody's former
/// one any more, nor an old address.
fn keep_names(
    edit: &mut PageEdit<'_>,
    document: &Document,
    page: &Page,
    to: &Destination,
) -> Result<(), Obstacle> {
    let Some(card) = document.card.as_ref().or(document.invalid_card.as_ref()) else {
        return Ok(());
    };
    let is_new =
        |id: &String| document.kind == page.id.kind && *id.to_lowercase() == to.id.to_lowercase();
    let taken_back = references::numbers(&card.former, is_new);
    let is_page = document.path == page.card.path;
    // Where only the case is another, the old name is understood as it is.
    let is_other = to.id.to_lowercase() != page.id.id.to_lowercase();
    let old = &*page.id.id;
    let is_known = card.former.iter().any(|id| id == old);
    let with: &[&str] = if is_page && is_other && !is_known { &[old] } else { &[] };
    edit.change_words("former", &taken_back, with)?;
    let route = PageId { kind: page.id.kind, id: to.id.as_str().into() }.route();
    let leads_here = |address: &String| address.eq_ignore_ascii_case(route.as_str());
    edit.change_words("redirect_from", &references::numbers(&card.redirect_from, leads_here), &[])
}

fn notes(draft: &mut Draft<'_>, page: &Page, to: &Destination) {
    let taken = PageId { kind: page.id.kind, id: to.id.as_str().into() };
    let before = draft.build.playbook().former.get(&taken).filter(|it| **it != page.id);
    if let Some(other) = before.cloned() {
        draft.note(format!(
            "\"{}\" was a former id of {}/{}: whoever knows that page by it is led to this one now",
            to.id,
            other.kind.folder(),
            other.id
        ));
    }
    if *to.id != *page.id.id {
        draft.note_settings(&page.id.id);
    }
}
