//! How many pages each role has in each layer, and which pages want something.

use std::collections::BTreeMap;
use std::ops::Add;
use std::sync::Arc;

use crate::domain::{Layer, SectionName, ToolStatus};
use crate::model::{EVERYONE, Named, Playbook, Status, Workflow, missing_sections};

use super::job::job_key;

/// Counts by role (`everyone` among them) and layer, and lists for those who
/// look after the playbook.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    cells: BTreeMap<(Arc<str>, Layer), Cell>,
    /// By job, role and layer; pages for every colleague under `everyone` alone.
    jobs: BTreeMap<(Arc<str>, Arc<str>, Layer), Cell>,
    /// Pages in which a section or a field is missing.
    pub unfinished: Vec<Arc<str>>,
    /// Pages that nobody here answers for.
    pub ownerless: Vec<Arc<str>>,
    /// Pages that use a tool which was retired.
    pub retired_tools: Vec<Arc<str>>,
    /// Pages that may not be used as they are.
    pub stopped: Vec<Arc<str>>,
}

/// What a page has not, by the names of sections and fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Sections of its layer's contract.
    pub sections: Vec<SectionName>,
    /// Keys of its front matter.
    pub fields: Vec<&'static str>,
}

/// The pages of one role in one layer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// How many finished pages there are.
    pub finished: u32,
    /// Finished pages that at least two colleagues repeated.
    pub repeated: u32,
    /// First versions, examples, rebuilding and stopped pages.
    pub unfinished: u32,
}

impl Cell {
    /// Adds a page that is not retired.
    pub fn count(&mut self, workflow: &Workflow) {
        if workflow.is_finished() {
            self.finished += 1;
            let repeated = matches!(workflow.status, Status::Proven(_) | Status::TeamDefault);
            self.repeated += u32::from(repeated);
        } else {
            self.unfinished += 1;
        }
    }
}

impl Add for Cell {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            finished: self.finished + other.finished,
            repeated: self.repeated + other.repeated,
            unfinished: self.unfinished + other.unfinished,
        }
    }
}

impl Coverage {
    /// The pages of a role in a layer.
    pub fn cell(&self, role: &str, layer: Layer) -> Cell {
        self.cells.get(&(Arc::from(role), layer)).copied().unwrap_or_default()
    }

    /// The pages that do a job for a role in a layer, those for everyone among them.
    pub fn job_cell(&self, role: &str, job: &str, layer: Layer) -> Cell {
        let job: Arc<str> = job_key(job).into();
        let of = |role: &str| {
            let key = (Arc::clone(&job), Arc::from(role), layer);
            self.jobs.get(&key).copied().unwrap_or_default()
        };
        if role == EVERYONE { of(EVERYONE) } else { of(role) + of(EVERYONE) }
    }
}

pub(super) fn derive(playbook: &Playbook) -> Coverage {
    let mut coverage = Coverage::default();
    let everyone: Arc<str> = Arc::from(EVERYONE);
    for workflow in playbook.workflows.values().filter(|it| !it.is_retired()) {
        let for_everyone = workflow.everyone.then_some(&everyone);
        for role in workflow.roles.iter().chain(for_everyone) {
            let key = (Arc::clone(role), workflow.layer());
            coverage.cells.entry(key).or_default().count(workflow);
        }
        coverage.count_job(workflow, &everyone);
        coverage.list(playbook, workflow);
    }
    coverage
}

impl Coverage {
    fn count_job(&mut self, workflow: &Workflow, everyone: &Arc<str>) {
        let Some(job) = workflow.front.job.as_deref().map(job_key) else { return };
        let job: Arc<str> = job.into();
        // Not under every role: a role's count adds those for everyone.
        let roles = if workflow.everyone {
            std::slice::from_ref(everyone)
        } else {
            workflow.roles.as_slice()
        };
        for role in roles {
            let key = (Arc::clone(&job), Arc::clone(role), workflow.layer());
            self.jobs.entry(key).or_default().count(workflow);
        }
    }

    fn list(&mut self, playbook: &Playbook, workflow: &Workflow) {
        let id = &workflow.page.id.id;
        let missing = missing(workflow);
        if !missing.sections.is_empty() || !missing.fields.is_empty() {
            self.unfinished.push(Arc::clone(id));
        }
        if !is_owned(playbook, workflow) {
            self.ownerless.push(Arc::clone(id));
        }
        if retired_tools(playbook, workflow).next().is_some() {
            self.retired_tools.push(Arc::clone(id));
        }
        if matches!(workflow.status, Status::Stopped(_)) {
            self.stopped.push(Arc::clone(id));
        }
    }
}

/// What a page has not.
pub fn missing(workflow: &Workflow) -> Missing {
    let (front, card) = (&workflow.front, &workflow.page.card);
    let rebuilding = front.rebuilding.is_some();
    let fields = [
        ("summary", card.summary.is_none()),
        ("owner", front.owner.is_none()),
        ("data", front.data.is_none()),
        ("verified", front.verified.is_none() && !front.example),
    ];
    let fields = fields.into_iter().filter(|(_, is_missing)| *is_missing);
    Missing {
        sections: missing_sections(workflow.layer(), rebuilding, &card.contract).collect(),
        fields: fields.map(|(field, _)| field).collect(),
    }
}

/// Whether the owner is a person or desk with a page who is still here.
fn is_owned(playbook: &Playbook, workflow: &Workflow) -> bool {
    let owner = workflow.owner.as_ref().and_then(Named::id);
    let owner = owner.and_then(|id| playbook.anybody(id));
    owner.is_some_and(|owner| owner.front.left.is_none())
}

/// The tools of a page that were retired.
pub fn retired_tools<'a>(
    playbook: &'a Playbook,
    workflow: &'a Workflow,
) -> impl Iterator<Item = &'a Arc<str>> {
    workflow.tools.iter().filter_map(Named::id).filter(|id| {
        let tool = playbook.tools.get(*id);
        tool.is_some_and(|tool| tool.front.status == Some(ToolStatus::Retired))
    })
}
