//! Every list of a playbook by the name under which pages ask for it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::address::{Initial, PageId};
use crate::domain::Layer;
use crate::model::{EVERYONE, PathItem};

use super::coverage::Coverage;
use super::logs::Logs;
use super::news::News;
use super::proposed_names::ProposedNames;

/// Every list. Workflow ids are in the order in which lists show them.
#[derive(Clone, Debug, Default)]
pub struct Indexes {
    /// All that are listed.
    pub workflows: Vec<Arc<str>>,
    /// All that are published by layer, those that are not listed at the end.
    pub published: BTreeMap<Layer, Vec<Arc<str>>>,
    /// By role, without those for everyone.
    pub by_role: BTreeMap<Arc<str>, Vec<Arc<str>>>,
    /// Workflows that are for every colleague.
    pub everyone: Vec<Arc<str>>,
    /// Workflows by their one layer.
    pub by_layer: BTreeMap<Layer, Vec<Arc<str>>>,
    /// Workflows by each of their tools.
    pub by_tool: BTreeMap<Arc<str>, Vec<Arc<str>>>,
    /// By person or desk that owns them.
    pub by_owner: BTreeMap<Arc<str>, Vec<Arc<str>>>,
    /// Workflows by the [`job_key`](super::job_key) of their job.
    pub by_job: BTreeMap<String, Vec<Arc<str>>>,
    /// By [`job_key`](super::job_key) and role; those for every colleague under `everyone` too.
    pub by_job_and_role: BTreeMap<(String, Arc<str>), Vec<Arc<str>>>,
    /// Finished ones by [`job_key`](super::job_key) and layer.
    pub finished_by_job: BTreeMap<(String, Layer), Vec<Arc<str>>>,
    /// Retired pages that a page replaces.
    pub replaces: BTreeMap<Arc<str>, Vec<Arc<str>>>,
    /// Who will demonstrate a workflow.
    pub shown_by: BTreeMap<Arc<str>, Vec<Arc<str>>>,
    /// Where a workflow stands on paths.
    pub paths: BTreeMap<Arc<str>, Vec<PlaceOnPath>>,
    /// The items of each path, one after the other.
    pub path_items: BTreeMap<Arc<str>, Vec<PathItem>>,
    /// People and desks by role: champions first, then by name, and nobody who
    /// left.
    pub people_by_role: BTreeMap<Arc<str>, Vec<Arc<str>>>,
    /// Drills made of a workflow's error.
    pub drills: BTreeMap<Arc<str>, Vec<Arc<str>>>,
    /// Drills by role; those for every colleague under `everyone`.
    pub drills_by_role: BTreeMap<Arc<str>, Vec<Arc<str>>>,
    /// Open wanted pages by role, in their order; those for every colleague
    /// under `everyone`.
    pub wanted_by_role: BTreeMap<Arc<str>, Vec<Arc<str>>>,
    /// Wanted pages that nothing covers yet, most often asked for first.
    pub open_wanted: Vec<Arc<str>>,
    /// The open wanted page that asks for a job in a layer, by [`job_key`](super::job_key): of many
    /// the one that was asked for most often.
    pub wanted_by_job: BTreeMap<(String, Layer), Arc<str>>,
    /// Wanted pages that a finished page answers, by id.
    pub closed_wanted: Vec<Arc<str>>,
    /// Pages per role and layer.
    pub coverage: Coverage,
    /// What happened to pages, for feeds.
    pub news: News,
    /// Caught errors, steps, questions and changes of all pages.
    pub logs: Logs,
    /// File names for pages that nobody has written yet.
    pub proposed_names: ProposedNames,
    /// Every page but home by the first letter of its title, then by title.
    pub titles: BTreeMap<Initial, Vec<PageId>>,
    /// Guides by `order`, then by title.
    pub guides: Vec<Arc<str>>,
    /// Up to five similar workflows of each.
    pub similar: BTreeMap<Arc<str>, Vec<Arc<str>>>,
    /// Pages that link to a page.
    pub backlinks: BTreeMap<PageId, Vec<PageId>>,
}

impl Indexes {
    /// Workflows of a role in the order of lists, where `everyone` is a role too.
    pub fn of_role(&self, id: &str) -> &[Arc<str>] {
        if id == EVERYONE {
            &self.everyone
        } else {
            self.by_role.get(id).map_or(&[], Vec::as_slice)
        }
    }
}

/// A place of a workflow on a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceOnPath {
    /// Id of the collection.
    pub path: Arc<str>,
    /// Day of the checkpoint.
    pub day: u32,
    /// Which of the path's items it is, from 0.
    pub at: usize,
}
