//! Workflows by role, layer, tool, owner and job, and who shows or teaches them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{EVERYONE, Named, PathItem, Playbook, Wanted, Workflow};

use super::Indexes;

/// A job as it is compared: case and spaces do not matter.
pub fn job_key(job: &str) -> String {
    job.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

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
    indexes.open_wanted = open_wanted(playbook, &indexes.by_job);
    let open: BTreeSet<&Arc<str>> = indexes.open_wanted.iter().collect();
    let is_closed = |id: &&Arc<str>| !open.contains(id);
    indexes.closed_wanted = playbook.wanted.keys().filter(is_closed).cloned().collect();
    for id in &indexes.open_wanted {
        if let Some(wanted) = playbook.wanted.get(id) {
            file_by_role(&mut indexes.wanted_by_role, id, &wanted.roles, wanted.everyone);
        }
    }
    indexes
}

/// Finished pages first, by how well they are proven; then by title.
fn in_list_order(playbook: &Playbook) -> Vec<&Workflow> {
    let mut workflows: Vec<&Workflow> = playbook.workflows.values().collect();
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
        indexes.by_job.entry(job_key(job)).or_default().push(Arc::clone(id));
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
        for (checkpoint, items) in path.front.checkpoints.iter().zip(&path.items) {
            for item in items {
                if let PathItem::Workflow(workflow) = item {
                    let paths = indexes.paths.entry(Arc::clone(workflow)).or_default();
                    paths.push((Arc::clone(id), checkpoint.day));
                }
            }
        }
    }
}

/// A wanted page closes itself when a finished page covers its job, in its
/// layer if it names one.
fn open_wanted(playbook: &Playbook, by_job: &BTreeMap<String, Vec<Arc<str>>>) -> Vec<Arc<str>> {
    let is_open = |wanted: &Wanted| covering(playbook, by_job, wanted).next().is_none();
    let mut open: Vec<(&Arc<str>, &Wanted)> =
        playbook.wanted.iter().filter(|(_, wanted)| is_open(wanted)).collect();
    open.sort_by_key(|(_, wanted)| Reverse(wanted.front.seen.unwrap_or(0)));
    open.into_iter().map(|(id, _)| Arc::clone(id)).collect()
}

fn covering<'a>(
    playbook: &'a Playbook,
    by_job: &'a BTreeMap<String, Vec<Arc<str>>>,
    wanted: &'a Wanted,
) -> impl Iterator<Item = &'a Workflow> {
    let job = wanted.front.job.as_deref().map(job_key);
    let ids = job.and_then(|job| by_job.get(&job)).into_iter().flatten();
    ids.filter_map(|id| playbook.workflows.get(id)).filter(|workflow| {
        workflow.is_finished() && wanted.front.layer.is_none_or(|layer| layer == workflow.layer())
    })
}

impl Indexes {
    /// The finished pages that a wanted page asked for.
    pub fn covering<'a>(
        &'a self,
        playbook: &'a Playbook,
        wanted: &'a Wanted,
    ) -> impl Iterator<Item = &'a Workflow> {
        covering(playbook, &self.by_job, wanted)
    }
}
