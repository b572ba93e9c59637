//! Pieces that several kinds of page show alike: links to all of something, paths,
//! caught errors, wanted pages, titles by their first letter. Uses no page.

use crate::address::{Initial, List, PageId, Route};
use crate::document::Caught;
use crate::model::{Wanted, Workflow};

use super::planner::{Planner, summary};
use super::view::{CaughtEntryView, LinkView, NameView, PagerView, SummaryView, WantedEntryView};
use super::world::World;

/// Entries that a hub shows before it links to its list.
pub(super) const MAX_HUB_PAGES: usize = 60;

/// Titles that the page of the search shows of a letter before it links to all.
pub(super) const MAX_TITLES: usize = 12;

/// Caught errors on a hub.
const MAX_CAUGHT_ERRORS: usize = 10;

/// "All 214 pages".
pub(super) fn all_pages(planner: &Planner<'_>, list: List, count: usize) -> LinkView {
    all_of(planner, "all-pages", &list.route(1), count)
}

/// A link to all of something, with how many there are.
pub(super) fn all_of(planner: &Planner<'_>, key: &str, route: &Route, count: usize) -> LinkView {
    // "All 1 pages" is nothing that anybody says.
    let one = planner.language.words.get(&format!("{key}-one")).filter(|_| count == 1);
    let text = || planner.language.fill(key, &[("n", &count.to_string())]);
    LinkView { text: one.cloned().unwrap_or_else(text), href: planner.href(route) }
}

/// Where a list that is cut into pages goes on, if it has more than one.
pub(super) fn pager(
    planner: &Planner<'_>,
    number: u32,
    of: u32,
    route: impl Fn(u32) -> Route,
) -> Option<PagerView> {
    let href = |number: u32| planner.href(&route(number));
    (of > 1).then(|| PagerView {
        number,
        of,
        previous: (number > 1).then(|| href(number - 1)),
        next: (number < of).then(|| href(number + 1)),
    })
}

/// How many pages so many entries take; none of them take one, which says so.
pub(super) fn count_pages(entries: usize, per_page: usize) -> u32 {
    u32::try_from(entries.div_ceil(per_page)).unwrap_or(u32::MAX).max(1)
}

/// A path in a list.
pub(super) fn path(planner: &Planner<'_>, id: &str) -> Option<SummaryView> {
    let path = planner.playbook().collections.get(id)?;
    let days = |days: u32| planner.language.fill("n-days", &[("n", &days.to_string())]);
    Some(SummaryView {
        title: path.page.card.title.clone(),
        href: planner.href(&path.page.route),
        summary: Some(summary(&path.page)).filter(|text| !text.is_empty()),
        note: path.front.days.map(days),
        roles: Vec::new(),
    })
}

/// Caught errors of these pages, in the order of the list.
pub(super) fn caught(planner: &Planner<'_>, pages: &[&Workflow]) -> Vec<CaughtEntryView> {
    let of_page = |page: &&Workflow| {
        let link = planner.link(&page.page);
        let entry = |caught: &Caught| CaughtEntryView {
            said: caught.said.clone(),
            fact: caught.fact.clone(),
            kind: caught.kind.map(|kind| kind.as_str().to_owned()),
            noticed: caught.noticed.clone(),
            page: link.clone(),
        };
        page.page.excerpts.caught.iter().map(entry).collect::<Vec<_>>()
    };
    pages.iter().flat_map(of_page).take(MAX_CAUGHT_ERRORS).collect()
}

/// Somebody by file name or in words, as far as readers are told.
pub(super) fn who_it_was(planner: &Planner<'_>, who: &str) -> Option<NameView> {
    match planner.person(who) {
        Some(person) => Some(NameView { text: person.name, href: person.href }),
        // Words without a page may name anybody.
        None if planner.playbook().config.desks_only => None,
        None => Some(NameView { text: who.to_owned(), href: None }),
    }
}

/// A wanted page in a list.
pub(super) fn wanted_entry(planner: &Planner<'_>, wanted: &Wanted) -> WantedEntryView {
    WantedEntryView {
        title: wanted.page.card.title.clone(),
        href: planner.href(&wanted.page.route),
        seen: wanted.front.seen,
        is_taken: wanted.front.taken.is_some(),
        layer: wanted.front.layer.map(|layer| planner.layer(layer)),
    }
}

/// Pages whose titles begin alike, by title.
pub(super) fn titles(world: &World, initial: Initial) -> &[PageId] {
    world.indexes.titles.get(&initial).map_or(&[], Vec::as_slice)
}

/// A letter as a heading.
pub(super) fn letter(planner: &Planner<'_>, initial: Initial) -> String {
    initial.letter().map_or_else(|| planner.word("titles-other"), String::from)
}
