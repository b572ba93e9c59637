//! Plans the hub of a role: rows of jobs, when -> page per layer -> tool.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::address::{Data, Feed, List, LogFacet, LogKind};
use crate::document::Body;
use crate::domain::{Kind, Layer, Priority};
use crate::index::job_key;
use crate::model::{EVERYONE, Named, Role, Workflow};

use super::body::Filler;
use super::fragments::{MAX_HUB_PAGES, all_pages, caught, path, wanted_entry};
use super::log;
use super::planner::Planner;
use super::propose;
use super::view::{
    EntryView, JobCellView, JobRowView, LinkView, PersonRefView, RoleView, WantedEntryView,
};

/// Pages for everybody, below the role's own.
const MAX_PAGES_FOR_EVERYONE: usize = 12;

/// Drills, tools, people and wanted pages on a hub.
const MAX_LIST_ENTRIES: usize = 10;

pub(super) fn plan(planner: &Planner<'_>, id: &str, body: &Body) -> Option<RoleView> {
    let role = planner.playbook().roles.get(id)?;
    let pages: Vec<&Workflow> = planner.workflows(planner.indexes().of_role(id)).collect();
    let jobs: Vec<JobRowView> =
        role.front.priorities.iter().map(|it| job_row(planner, id, it)).collect();
    let others = others(role, &pages);
    // Its own pages are those for everyone: they would stand there twice.
    let is_everyone = id == EVERYONE;
    let everyone = planner.indexes().everyone.iter().take(MAX_PAGES_FOR_EVERYONE);
    Some(RoleView {
        title: role.page.card.title.clone(),
        summary: role.page.card.summary.clone(),
        aliases: role.front.aliases.clone(),
        channel: role.front.channel.clone(),
        people: people(planner, id),
        start_with: role.start_with.as_deref().and_then(|id| path(planner, id)),
        layers: Layer::ALL.iter().map(|layer| planner.layer(*layer)).collect(),
        jobs,
        others: others.iter().take(MAX_HUB_PAGES).map(|page| planner.entry(page)).collect(),
        everyone: if is_everyone { Vec::new() } else { planner.entries(everyone) },
        more: (!pages.is_empty())
            .then(|| all_pages(planner, List::Role(Arc::from(id)), pages.len())),
        caught: caught(planner, &pages),
        caught_more: log::link(
            planner,
            LogKind::Caught,
            &LogFacet::Role(Arc::from(id)),
            "all-caught",
        ),
        drills: drills(planner, id),
        tools: tools(planner, &pages),
        wanted: wanted(planner, id),
        body: Filler::new(planner, &role.page, false).body(body),
        feed: planner.href(&Data::Atom(Feed::Role(Arc::from(id))).route()),
        actions: propose::actions(planner, &role.page),
    })
}

fn others<'a>(role: &Role, pages: &[&'a Workflow]) -> Vec<&'a Workflow> {
    let jobs: BTreeSet<String> = role.front.priorities.iter().map(|it| job_key(&it.job)).collect();
    let in_table =
        |page: &Workflow| page.front.job.as_deref().is_some_and(|job| jobs.contains(&job_key(job)));
    pages.iter().copied().filter(|page| !in_table(page)).collect()
}

/// A job's pages for this role; where there is none, those for everyone or
/// other roles help too.
fn job_row(planner: &Planner<'_>, role: &str, priority: &Priority) -> JobRowView {
    let of_role = |role: &str| {
        let key = (job_key(&priority.job), Arc::from(role));
        planner.workflows(planner.indexes().by_job_and_role.get(&key).into_iter().flatten())
    };
    let mut of_job: Vec<&Workflow> = of_role(role).collect();
    if role != EVERYONE {
        let is_own = |page: &Workflow| page.roles.iter().any(|id| **id == *role);
        // A page for this role and for everyone stands once.
        of_job.extend(of_role(EVERYONE).filter(|page| !is_own(page)));
    }
    let cells = Layer::ALL.iter().map(|layer| cell(planner, role, &of_job, &priority.job, *layer));
    JobRowView {
        when: priority.when.clone().unwrap_or_else(|| priority.job.clone()),
        cells: cells.collect(),
        tools: tools(planner, &of_job),
        empty: of_job.is_empty(),
    }
}

/// Pages of one job in one cell of the table.
const MAX_NAMES_PER_CELL: usize = 4;

fn cell(
    planner: &Planner<'_>,
    role: &str,
    of_job: &[&Workflow],
    job: &str,
    layer: Layer,
) -> JobCellView {
    let of_layer = of_job.iter().filter(|page| page.layer() == layer);
    let entries: Vec<EntryView> =
        of_layer.take(MAX_NAMES_PER_CELL).map(|page| planner.entry(page)).collect();
    let wanted = planner.indexes().wanted_by_job.get(&(job_key(job), layer));
    let wanted = wanted.and_then(|id| planner.playbook().wanted.get(id));
    let (layer_of, role, job_of) = (Some(layer), Some(role), Some(job));
    let write = entries.is_empty().then(|| propose::form(planner, layer_of, role, job_of));
    let elsewhere = entries.is_empty().then(|| propose::write_it(planner, layer_of, role, job_of));
    JobCellView {
        layer: planner.layer(layer),
        entries,
        asked: wanted.and_then(|wanted| wanted.front.seen),
        write,
        elsewhere: elsewhere.flatten(),
    }
}

fn people(planner: &Planner<'_>, role: &str) -> Vec<PersonRefView> {
    let people = planner.indexes().people_by_role.get(role).into_iter().flatten();
    people.take(MAX_LIST_ENTRIES).filter_map(|id| planner.person(id)).collect()
}

fn drills(planner: &Planner<'_>, role: &str) -> Vec<LinkView> {
    let ids = own_then_everyone(&planner.indexes().drills_by_role, role);
    ids.take(MAX_LIST_ENTRIES).filter_map(|id| planner.link_to(Kind::Drill, id)).collect()
}

/// The role's own, then those for every colleague.
fn own_then_everyone<'a>(
    by_role: &'a BTreeMap<Arc<str>, Vec<Arc<str>>>,
    role: &str,
) -> impl Iterator<Item = &'a Arc<str>> {
    let own = by_role.get(role).map_or(&[][..], Vec::as_slice);
    let everyone = by_role.get(EVERYONE).map_or(&[][..], Vec::as_slice);
    let others = everyone.iter().filter(|id| !own.contains(id));
    own.iter().chain(others)
}

fn tools(planner: &Planner<'_>, pages: &[&Workflow]) -> Vec<LinkView> {
    let ids: BTreeSet<&Arc<str>> =
        pages.iter().flat_map(|page| page.tools.iter().filter_map(Named::id)).collect();
    ids.into_iter()
        .take(MAX_LIST_ENTRIES)
        .filter_map(|id| planner.link_to(Kind::Tool, id))
        .collect()
}

fn wanted(planner: &Planner<'_>, role: &str) -> Vec<WantedEntryView> {
    let ids = own_then_everyone(&planner.indexes().wanted_by_role, role);
    let open = ids.take(MAX_LIST_ENTRIES).filter_map(|id| planner.playbook().wanted.get(id));
    open.map(|it| wanted_entry(planner, it)).collect()
}
