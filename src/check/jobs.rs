//! Jobs that are nearly one of a role's: the page would stand in no row of the
//! role's table. A job that nothing resembles is somebody's own, and fine.

use std::collections::BTreeMap;

use crate::diagnostic::rules::whole::pb516_nearly_a_job;
use crate::diagnostic::{Diagnostic, Place, nearest_with_few_typos};
use crate::index::job_key;
use crate::model::{Page, Playbook};

pub(super) fn check(playbook: &Playbook, diagnostics: &mut Vec<Diagnostic>) {
    let jobs = jobs(playbook);
    let workflows = playbook.workflows.values().filter(|it| !it.is_retired());
    let workflows = workflows.map(|it| (&it.page, it.front.job.as_deref()));
    let wanted = playbook.wanted.values().map(|it| (&it.page, it.front.job.as_deref()));
    for (page, job) in workflows.chain(wanted) {
        diagnostics.extend(job.and_then(|job| misspelled(&jobs, page, job)));
    }
}

/// A job of a role as it is written, and the name of the first role that has it.
type Job<'a> = (&'a str, &'a str);

/// The jobs of all roles, as they are compared.
fn jobs(playbook: &Playbook) -> BTreeMap<String, Job<'_>> {
    let mut jobs = BTreeMap::new();
    for role in playbook.roles.values() {
        for priority in &role.front.priorities {
            let job = (priority.job.as_str(), role.page.card.title.as_str());
            jobs.entry(job_key(&priority.job)).or_insert(job);
        }
    }
    jobs
}

fn misspelled(jobs: &BTreeMap<String, Job<'_>>, page: &Page, job: &str) -> Option<Diagnostic> {
    let key = job_key(job);
    if jobs.contains_key(&key) {
        return None;
    }
    let near = nearest_with_few_typos(&key, jobs.keys().map(String::as_str))?;
    let (near, role) = jobs.get(near)?;
    Some(pb516_nearly_a_job::misspelled(Place::value(&page.card.path, "job"), job, near, role))
}
