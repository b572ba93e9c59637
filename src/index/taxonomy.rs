//! Workflows by role, layer, tool, owner and job, and who shows or teaches them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::Layer;
use crate::model::{EVERYONE, Guide, Named, PathItem, Person, Playbook, Wanted, Workflow};

use super::indexes::{Indexes, PlaceOnPath};
use super::job::job_key;

pub(super) fn derive(playbook: &Playbook) -> Indexes {
    let mut indexes = Indexes::default();
    let hide_gaps = playbook.config.build.hide_gaps;
    for workflow in in_list_order(playbook) {
        let id = Arc::clone(&workflow.page.id.id);
        indexes.published.entry(workflow.layer()).or_default().push(id);
        if workflow.is_listed(hide_gaps) {
            file(workflow, &mut indexes);
        }
    }
    for (id, retired) in &playbook.workflows {
        if let Some(by) = &retired.replaced_by {
            indexes.replaces.entry(Arc::clone(by)).or_default().push(Arc::clone(id));
        }
    }
    for (id, person) in &playbook.people {
        if person.front.left.is_none() {
            for workflow in &person.shows {
                indexes.shown_by.entry(Arc::clone(workflow)).or_default().push(Arc::clone(id));
            }
        }
    }
    for (id, drill) in &playbook.drills {
        if let Some(from) = &drill.from {
            indexes.drills.entry(Arc::clone(from)).or_default().push(Arc::clone(id));
        }
        file_by_role(&mut indexes.drills_by_role, id, &drill.roles, drill.everyone);
    }
    file_paths(playbook, &mut indexes);
    file_people(playbook, &mut indexes);
    indexes.guides = guides(playbook);
    // After all write-ups: what a finished one covers is open no more.
    indexes.open_wanted = open_wanted(playbook, &indexes);
    let open: BTreeSet<&Arc<str>> = indexes.open_wanted.iter().collect();
    let is_closed = |id: &&Arc<str>| !open.contains(id);
    indexes.closed_wanted = playbook.wanted.keys().filter(is_closed).cloned().collect();
    for id in &indexes.open_wanted {
        if let Some(wanted) = playbook.wanted.get(id) {
            file_by_role(&mut indexes.wanted_by_role, id, &wanted.roles, wanted.everyone);
            let job = wanted.front.job.as_deref().map(job_key);
            for (job, layer) in job.iter().flat_map(|job| layers(wanted).map(move |it| (job, it))) {
                // The list begins with what was asked for most often, so the first of a job stays.
                let asked = indexes.wanted_by_job.entry((job.clone(), layer));
                asked.or_insert_with(|| Arc::clone(id));
            }
        }
    }
    indexes
}

/// The layers that a wanted page asks for: the one it names, or any.
fn layers(wanted: &Wanted) -> impl Iterator<Item = Layer> {
    let asked = wanted.front.layer;
    Layer::ALL.iter().copied().filter(move |layer| asked.is_none_or(|asked| asked == *layer))
}

/// Finished pages first, by how well they are proven; then by title.
fn in_list_order(playbook: &Playbook) -> Vec<&Workflow> {
    let mut workflows: Vec<&Workflow> = playbook.workflows.values().collect();
    // Write-ups come by id, which decides between equal titles.
    workflows.sort_by_cached_key(|it| (it.status.rank(), it.page.card.title.to_lowercase()));
    workflows
}

fn file(workflow: &Workflow, indexes: &mut Indexes) {
    let id = &workflow.page.id.id;
    indexes.workflows.push(Arc::clone(id));
    indexes.by_layer.entry(workflow.layer()).or_default().push(Arc::clone(id));
    for role in &workflow.roles {
        indexes.by_role.entry(Arc::clone(role)).or_default().push(Arc::clone(id));
    }
    if workflow.everyone {
        indexes.everyone.push(Arc::clone(id));
    }
    for tool in workflow.tools.iter().filter_map(Named::id) {
        indexes.by_tool.entry(Arc::clone(tool)).or_default().push(Arc::clone(id));
    }
    if let Some(owner) = workflow.owner.as_ref().and_then(Named::id) {
        indexes.by_owner.entry(Arc::clone(owner)).or_default().push(Arc::clone(id));
    }
    if let Some(job) = &workflow.front.job {
        let job = job_key(job);
        if workflow.is_finished() {
            let finished = indexes.finished_by_job.entry((job.clone(), workflow.layer()));
            finished.or_default().push(Arc::clone(id));
        }
        let everyone = workflow.everyone.then(|| Arc::from(EVERYONE));
        for role in workflow.roles.iter().cloned().chain(everyone) {
            let of_role = indexes.by_job_and_role.entry((job.clone(), role));
            of_role.or_default().push(Arc::clone(id));
        }
        indexes.by_job.entry(job).or_default().push(Arc::clone(id));
    }
}

fn file_by_role(
    by_role: &mut BTreeMap<Arc<str>, Vec<Arc<str>>>,
    id: &Arc<str>,
    roles: &[Arc<str>],
    everyone: bool,
) {
    let everyone = everyone.then(|| Arc::from(EVERYONE));
    for role in roles.iter().cloned().chain(everyone) {
        by_role.entry(role).or_default().push(Arc::clone(id));
    }
}

fn file_paths(playbook: &Playbook, indexes: &mut Indexes) {
    for (id, path) in &playbook.collections {
        let all: &mut Vec<PathItem> = indexes.path_items.entry(Arc::clone(id)).or_default();
        for (checkpoint, items) in path.front.checkpoints.iter().zip(&path.items) {
            for item in items {
                if let PathItem::Workflow(workflow) = item {
                    let place =
                        PlaceOnPath { path: Arc::clone(id), day: checkpoint.day, at: all.len() };
                    indexes.paths.entry(Arc::clone(workflow)).or_default().push(place);
                }
                all.push(item.clone());
            }
        }
    }
}

fn file_people(playbook: &Playbook, indexes: &mut Indexes) {
    let here = playbook.people.iter().filter(|(_, person)| person.front.left.is_none());
    let mut here: Vec<(&Arc<str>, &Person)> = here.collect();
    here.sort_by_cached_key(|(_, it)| (!it.front.champion, it.page.card.title.to_lowercase()));
    for (id, person) in here {
        file_by_role(&mut indexes.people_by_role, id, &person.roles, false);
    }
}

fn guides(playbook: &Playbook) -> Vec<Arc<str>> {
    let mut guides: Vec<(&Arc<str>, &Guide)> = playbook.guides.iter().collect();
    guides.sort_by_cached_key(|(_, guide)| {
        (guide.front.order.unwrap_or(i64::MAX), guide.page.card.title.to_lowercase())
    });
    guides.into_iter().map(|(id, _)| Arc::clone(id)).collect()
}

/// A wanted page closes itself when a finished page covers its job, in its
/// layer if it names one.
fn open_wanted(playbook: &Playbook, indexes: &Indexes) -> Vec<Arc<str>> {
    let is_open = |wanted: &Wanted| indexes.covering(playbook, wanted).next().is_none();
    let mut open: Vec<(&Arc<str>, &Wanted)> =
        playbook.wanted.iter().filter(|(_, wanted)| is_open(wanted)).collect();
    open.sort_by_key(|(_, wanted)| Reverse(wanted.front.seen.unwrap_or(0)));
    open.into_iter().map(|(id, _)| Arc::clone(id)).collect()
}

impl Indexes {
    /// The finished pages that a wanted page asked for.
    pub fn covering<'a>(
        &'a self,
        playbook: &'a Playbook,
        wanted: &Wanted,
    ) -> impl Iterator<Item = &'a Workflow> {
        let job = wanted.front.job.as_deref().map(job_key);
        let ids = job.and_then(|job| match wanted.front.layer {
            Some(layer) => self.finished_by_job.get(&(job, layer)),
            None => self.by_job.get(&job),
        });
        let pages = ids.into_iter().flatten().filter_map(|id| playbook.workflows.get(id));
        // Lists begin with what is finished.
        pages.take_while(|page| page.is_finished())
    }
}
