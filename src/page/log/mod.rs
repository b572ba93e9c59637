//! Plans the logs: what went wrong, steps that are gone, questions, what
//! changed. A log's first page links to its parts, so that it can be filtered
//! without a script; no page of it grows with the playbook.

mod caught;
mod changed;
mod excerpts;
mod questions;
mod removed;

use crate::address::{LogFacet, LogKind, Subject};
use crate::domain::Kind;
use crate::index::ExcerptRef;
use crate::model::EVERYONE;

use super::fragments::{all_of, count_pages, pager};
use super::planner::Planner;
use super::view::{FacetView, FacetsView, LinkView, LogView, PageView};
use super::world::World;
use excerpts::{log, log_excerpts};

/// Entries of a page; questions come with their whole page.
fn per_page(of: LogKind) -> usize {
    if of == LogKind::Questions { 40 } else { 100 }
}

/// How many pages a part has; the overview of steps is one.
fn pages(world: &World, of: LogKind, facet: &LogFacet) -> u32 {
    if of == LogKind::Removed && *facet == LogFacet::All {
        return 1;
    }
    count_pages(log_excerpts(world, of, facet).len(), per_page(of))
}

/// Every page of every log.
pub(super) fn subjects(world: &World) -> Vec<Subject> {
    let mut subjects = Vec::new();
    for of in LogKind::ALL {
        let parts = log(world, of).keys().filter(|facet| **facet != LogFacet::All);
        let parts = parts.filter(|facet| of != LogKind::Removed || removed::has_page(world, facet));
        for facet in std::iter::once(&LogFacet::All).chain(parts) {
            let pages = pages(world, of, facet);
            subjects.extend((1..=pages).map(|number| Subject::Log(of, facet.clone(), number)));
        }
    }
    subjects
}

pub(super) fn plan(planner: &Planner<'_>, of: LogKind, facet: &LogFacet, number: u32) -> PageView {
    let frame = frame(planner, of, facet, number);
    let first = (number.max(1) as usize - 1) * per_page(of);
    let shown = log_excerpts(planner.world, of, facet).iter().skip(first).take(per_page(of));
    let shown = shown.filter_map(|(id, number)| {
        planner.playbook().workflows.get(id).map(|workflow| (workflow, *number))
    });
    match of {
        LogKind::Caught => PageView::Caught(Box::new(caught::view(planner, frame, shown))),
        LogKind::Removed => {
            PageView::Removed(Box::new(removed::view(planner, frame, facet, shown)))
        }
        LogKind::Questions => PageView::Questions(Box::new(questions::view(planner, frame, shown))),
        LogKind::Changed => {
            let is_first = *facet == LogFacet::All && number == 1;
            PageView::Changed(Box::new(changed::view(planner, frame, is_first, shown)))
        }
    }
}

/// A link to a part of a log, with how much is in it; none when nothing is.
pub(super) fn link(
    planner: &Planner<'_>,
    of: LogKind,
    facet: &LogFacet,
    key: &str,
) -> Option<LinkView> {
    let count = log_excerpts(planner.world, of, facet).len();
    (count > 0).then(|| all_of(planner, key, &of.route(facet, 1), count))
}

fn frame(planner: &Planner<'_>, of: LogKind, facet: &LogFacet, number: u32) -> LogView {
    let is_first = *facet == LogFacet::All && number == 1;
    let whole = planner.word(&format!("list-{}", of.as_str()));
    let title = match facet {
        LogFacet::All => whole.clone(),
        part => format!("{whole}: {}", name(planner, part)),
    };
    LogView {
        title,
        lede: is_first.then(|| planner.word(&format!("{}-about", of.as_str()))),
        facets: if is_first { facets(planner, of) } else { Vec::new() },
        pager: pager(planner, number, pages(planner.world, of, facet), |number| {
            of.route(facet, number)
        }),
        up: (!is_first)
            .then(|| LinkView { text: whole, href: planner.href(&of.route(&LogFacet::All, 1)) }),
        empty: planner.word(&format!("{}-empty", of.as_str())),
    }
}

/// A part in words.
fn name(planner: &Planner<'_>, facet: &LogFacet) -> String {
    match facet {
        LogFacet::All => String::new(),
        LogFacet::Role(id) if &**id == EVERYONE => planner.everyone().text,
        LogFacet::Role(id) => text(planner, Kind::Role, id),
        LogFacet::Tool(id) => text(planner, Kind::Tool, id),
        LogFacet::Kind(kind) => planner.word(&format!("error-{}", kind.as_str())),
        LogFacet::Removed(_) | LogFacet::Kept(_) => removed::sentence(planner, facet),
    }
}

fn text(planner: &Planner<'_>, kind: Kind, id: &str) -> String {
    planner.link_to(kind, id).map_or_else(|| id.to_owned(), |link| link.text)
}

/// The parts by sort. Steps are shown by their reasons anyway.
fn facets(planner: &Planner<'_>, of: LogKind) -> Vec<FacetsView> {
    if of == LogKind::Removed {
        return Vec::new();
    }
    let sorts = [
        sort(planner, of, "by-kind", |facet| matches!(facet, LogFacet::Kind(_))),
        sort(planner, of, "by-role", |facet| matches!(facet, LogFacet::Role(_))),
        sort(planner, of, "by-tool", |facet| matches!(facet, LogFacet::Tool(_))),
    ];
    sorts.into_iter().filter(|sort| !sort.parts.is_empty()).collect()
}

fn sort(
    planner: &Planner<'_>,
    of: LogKind,
    title: &str,
    is_of: impl Fn(&LogFacet) -> bool,
) -> FacetsView {
    let parts = log(planner.world, of).iter().filter(|(facet, _)| is_of(facet));
    let part = |(facet, log_excerpts): (&LogFacet, &Vec<ExcerptRef>)| FacetView {
        link: LinkView { text: name(planner, facet), href: planner.href(&of.route(facet, 1)) },
        count: log_excerpts.len(),
    };
    FacetsView { title: planner.word(title), parts: parts.map(part).collect() }
}
