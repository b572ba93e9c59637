//! Why a page has its status, its lists and its neighbours, in plain sentences.

use std::sync::Arc;

use crate::address::{List, PageId, Route};
use crate::change::status_in_words;
use crate::diagnostic::{Text, text};
use crate::domain::{Kind, Stakes};
use crate::engine::Build;
use crate::index::{self, job_key};
use crate::language;
use crate::model::{Named, Page, Playbook, Status, Stop, Workflow};

use super::super::due;

/// More names of one kind are counted.
const MOST_NAMES: usize = 12;

/// The sentences about a page, one a line.
pub(super) fn sentences(build: &Build, page: &Page) -> Vec<Text> {
    let playbook = build.playbook();
    let mut told = vec![text!(
        "{path} is published at {address}",
        path = &*page.card.path,
        address = page.route.as_str()
    )];
    told.extend(old_addresses(playbook, page));
    if let Some(workflow) = playbook.workflows.get(&page.id.id).filter(|_| is_workflow(page)) {
        told.extend(standing(playbook, workflow));
        told.extend(lists(playbook, workflow));
        told.extend(neighbours(build, workflow));
    }
    told.extend(named(
        build.indexes().backlinks.get(&page.id).into_iter().flatten().map(path_of),
        |names| text!("Pages that link to it: {names}", names),
    ));
    let messages = build.diagnostics().iter().filter(|it| it.place.path == page.card.path).count();
    if messages > 0 {
        let path = &*page.card.path;
        told.push(text!("Messages: `playbook check {path}` shows {messages}", path, messages));
    }
    told
}

fn is_workflow(page: &Page) -> bool {
    page.id.kind == Kind::Workflow
}

fn path_of(id: &PageId) -> String {
    format!("{}/{}", id.kind.folder(), id.id)
}

fn old_addresses(playbook: &Playbook, page: &Page) -> Option<Text> {
    let old = playbook.redirects.iter().filter(|(_, id)| **id == page.id);
    named(old.map(|(route, _)| route.as_str().to_owned()), |names| {
        text!("Old addresses that lead here: {names}", names)
    })
}

/// A sentence with names in it; none where there are no names.
fn named(names: impl Iterator<Item = String>, sentence: impl Fn(Text) -> Text) -> Option<Text> {
    let names: Vec<String> = names.collect();
    let rest = names.len().saturating_sub(MOST_NAMES);
    let shown = names.into_iter().take(MOST_NAMES).map(Text::verbatim);
    let mut shown: Vec<Text> = shown.collect();
    if rest > 0 {
        shown.push(text!("and {rest} more", rest));
    }
    (!shown.is_empty()).then(|| sentence(Text::joined(shown, ", ")))
}

/// Its status with every reason, and the day on which it has to be looked at again.
fn standing(playbook: &Playbook, workflow: &Workflow) -> Vec<Text> {
    let status = status_in_words(&workflow.status);
    let mut told =
        vec![text!("Status: {status}, because {why}", status, why = why(playbook, workflow))];
    told.extend(
        workflow.reviews.iter().map(|review| {
            text!("Readers are told to check first: {why}", why = due::reason(review))
        }),
    );
    let stakes = match workflow.front.stakes {
        Stakes::High => text!("high stakes"),
        Stakes::Medium => text!("medium stakes"),
        Stakes::Low => text!("low stakes"),
    };
    told.push(match (workflow.last_run, workflow.due) {
        (Some(run), Some(due)) => text!(
            "To be run again by {due}: the last run was on {run}, with {stakes}",
            due = due.to_string(),
            run = run.to_string(),
            stakes
        ),
        _ => text!("Never due: nobody has said when it was run"),
    });
    told
}

fn why(playbook: &Playbook, workflow: &Workflow) -> Text {
    match &workflow.status {
        Status::Retired => text!("of its line `retired`"),
        Status::Stopped(Stop::Held) => text!("of its line `hold`"),
        Status::Stopped(Stop::NotApproved(tool)) => {
            text!("\"{tool}\" is not approved", tool = &**tool)
        }
        Status::Stopped(Stop::DataTooHigh(tool)) => {
            text!("\"{tool}\" may not be given this data", tool = &**tool)
        }
        Status::Rebuilding => text!("of its line `rebuilding`"),
        Status::FirstVersion => {
            let language = language::find(&playbook.config.site.language);
            let missing = index::missing(workflow).sections;
            let names = missing.iter().map(|it| Text::verbatim(language.heading(it.as_str())));
            text!("it lacks {parts}", parts = Text::joined(names, ", "))
        }
        Status::NeedsReview(review) => due::reason(review),
        Status::Example => text!("of its line `example`, and nobody has run it"),
        Status::TeamDefault => text!("half of a path's members do it by default"),
        Status::Proven(many) => text!("{many} colleagues repeated it", many = *many),
        Status::Trial => text!("nothing is missing, and fewer than two colleagues repeated it"),
    }
}

/// Where readers find it.
fn lists(playbook: &Playbook, workflow: &Workflow) -> Option<Text> {
    if !workflow.is_listed(playbook.config.build.hide_gaps) {
        return Some(text!("No list shows it, by its status"));
    }
    let page = |kind, id: &Arc<str>, list: List| {
        playbook.page_of(kind, id).map_or_else(|| list.route(1), |page| page.route.clone())
    };
    let roles = workflow.roles.iter().map(|id| page(Kind::Role, id, List::Role(Arc::clone(id))));
    let tools = workflow.tools.iter().filter_map(Named::id);
    let tools = tools.map(|id| page(Kind::Tool, id, List::Tool(Arc::clone(id))));
    let layer: Arc<str> = Arc::from(workflow.layer().as_str());
    let layer = page(Kind::Layer, &layer, List::Layer(workflow.layer()));
    let routes = roles.chain([layer]).chain(tools);
    named(routes.map(|route: Route| route.as_str().to_owned()), |names| {
        text!("Listed on: {names}", names)
    })
}

/// The pages that stand beside it, each for its reason.
fn neighbours(build: &Build, workflow: &Workflow) -> Vec<Text> {
    let (playbook, indexes) = (build.playbook(), build.indexes());
    let id = &workflow.page.id.id;
    let mut told = Vec::new();
    if let Some(job) = &workflow.front.job {
        let same = indexes.by_job.get(&job_key(job)).into_iter().flatten().filter(|it| *it != id);
        let job = job.as_str();
        told.extend(named(same.map(|it| it.to_string()), |names| {
            text!("The same job, \"{job}\": {names}", job, names)
        }));
    }
    let similar = indexes.similar.get(id).into_iter().flatten();
    told.extend(named(similar.map(|it| it.to_string()), |names| {
        text!("Similar by the words of its title, summary and text: {names}", names)
    }));
    let places = indexes.paths.get(id).into_iter().flatten();
    told.extend(named(places.map(|it| format!("{} ({})", it.path, it.day)), |names| {
        text!("On paths, with the day: {names}", names)
    }));
    let next = workflow.next.iter().filter(|id| playbook.workflows.contains_key(*id));
    told.extend(named(next.map(|it| it.to_string()), |names| {
        text!("To read next, by its line `next`: {names}", names)
    }));
    told.extend(named(workflow.builds_on.iter().map(|it| it.to_string()), |names| {
        text!("To know first, by its line `builds_on`: {names}", names)
    }));
    let drills = indexes.drills.get(id).into_iter().flatten();
    told.extend(named(drills.map(|it| it.to_string()), |names| {
        text!("Drills that name it: {names}", names)
    }));
    told
}
