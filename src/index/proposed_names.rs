//! File names for pages that nobody has written yet: one for each place that asks for a
//! page, of its job, its role and its layer. No two are alike, and none is the id of a
//! page, so that whoever saves them all loses none. Deliberately absent: titles, which a
//! writer finds.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::identify;
use crate::document::scaffold::file_name;
use crate::domain::{Kind, Layer};
use crate::model::{EVERYONE, Playbook};

use super::job::job_key;

/// What is known of a page to be: its job as it is compared, its role, its layer.
type PageToBe = (String, String, Option<Layer>);

/// The name of the file of each page to be, without its ending.
#[derive(Clone, Debug, Default)]
pub struct ProposedNames(BTreeMap<PageToBe, String>);

impl ProposedNames {
    /// The name for a page of a job, a role and a layer, as far as they are known.
    pub fn name(&self, job: &str, role: &str, layer: Option<Layer>) -> String {
        let page = (job_key(job), role.to_owned(), layer);
        self.0.get(&page).cloned().unwrap_or_else(|| plain_name(&page))
    }
}

pub(super) fn derive(playbook: &Playbook) -> ProposedNames {
    let ids = playbook.documents.keys().filter_map(|path| identify(path));
    let workflows = ids.filter(|(kind, _)| *kind == Kind::Workflow);
    // Some disks take `Sales` and `sales` for one file.
    let mut taken: BTreeSet<String> = workflows.map(|(_, id)| id.to_lowercase()).collect();
    let mut names = BTreeMap::new();
    for page in pages_to_be(playbook) {
        let plain = plain_name(&page);
        let mut name = plain.clone();
        let mut number = 2;
        while !taken.insert(name.to_lowercase()) {
            name = format!("{plain}-{number}");
            number += 1;
        }
        names.insert(page, name);
    }
    ProposedNames(names)
}

/// Every page that some link asks for, each once.
fn pages_to_be(playbook: &Playbook) -> BTreeSet<PageToBe> {
    let mut pages = BTreeSet::new();
    let layers = || Layer::ALL.iter().map(|layer| Some(*layer)).chain([None]);
    let roles = playbook.roles.iter().map(|(id, role)| (id.to_string(), Some(role)));
    for (id, role) in roles.chain([(EVERYONE.to_owned(), None)]) {
        let jobs = role.into_iter().flat_map(|role| &role.front.priorities);
        for job in jobs.map(|it| job_key(&it.job)).chain([String::new()]) {
            pages.extend(layers().map(|layer| (job.clone(), id.clone(), layer)));
        }
    }
    for wanted in playbook.wanted.values() {
        let job = wanted.front.job.as_deref().unwrap_or(&wanted.page.card.title);
        let role = wanted.roles.first().map_or(EVERYONE, AsRef::as_ref);
        pages.insert((job_key(job), role.to_owned(), wanted.front.layer));
    }
    pages
}

fn plain_name((job, role, layer): &PageToBe) -> String {
    // So that role and layer are never cut off.
    const MAX_JOB_BYTES: usize = 48;
    let job = file_name(job);
    let job = job.get(..job.floor_char_boundary(MAX_JOB_BYTES)).unwrap_or(&job);
    let job = if job.is_empty() { "new-page" } else { job.trim_end_matches('-') };
    let layer = layer.map_or("", Layer::as_str);
    let parts = [job, role.as_str(), layer].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}
