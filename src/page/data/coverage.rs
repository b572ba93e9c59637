//! Plans `coverage.json`: what there is by role, layer and job, and all that
//! wants somebody's hand. The page about it shows the first of each.

use serde::Serialize;

use crate::domain::Layer;
use crate::index::{Cell, missing, retired_tools};
use crate::model::{EVERYONE, Workflow};

use super::super::coverage::{self, job_cells};
use super::super::planner::Planner;

/// All that `coverage.json` says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CoverageData {
    /// Raised when a program that reads the old form would go wrong.
    pub version: u32,
    /// Every role in every layer, `everyone` last.
    pub roles: Vec<CoverageRow>,
    /// Pages of each role that a manager owns or repeated; nothing where no role
    /// is that of managers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub managers: Vec<ManagersRow>,
    /// Every job of every role in every layer.
    pub jobs: Vec<JobRow>,
    /// Pages in which sections or fields are missing.
    pub unfinished: Vec<Need>,
    /// Pages that nobody here answers for.
    pub needs_owner: Vec<Need>,
    /// Pages that use a tool which was retired.
    pub retired_tools: Vec<Need>,
    /// Pages that may not be used as they are.
    pub stopped: Vec<Need>,
    /// Ids of wanted pages that nothing answers, most often asked for first.
    pub wanted: Vec<String>,
}

/// A role in a layer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CoverageRow {
    /// The id of the role.
    pub role: String,
    /// The word of the layer.
    pub layer: &'static str,
    /// How many finished pages there are.
    pub finished: u32,
    /// Finished pages that at least two colleagues repeated.
    pub repeated: u32,
    /// First versions, pages being rebuilt or stopped.
    pub unfinished: u32,
}

/// What managers do themselves in a role.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ManagersRow {
    /// The id of the role.
    pub role: String,
    /// Pages that a manager owns or repeated.
    pub pages: u32,
}

/// A job of a role in a layer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct JobRow {
    /// The id of the role.
    pub role: String,
    /// The job, as its pages write it.
    pub job: String,
    /// The word of the layer.
    pub layer: &'static str,
    /// How many finished pages there are.
    pub finished: u32,
    /// First versions, pages being rebuilt or stopped.
    pub unfinished: u32,
}

/// A page that wants something.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Need {
    /// The id of the workflow.
    pub workflow: String,
    /// Address from the site's root.
    pub url: String,
    /// What is missing, or the tools.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub what: Vec<String>,
}

pub(super) fn plan(planner: &Planner<'_>) -> CoverageData {
    let coverage = &planner.indexes().coverage;
    let what_is_missing = |it: &Workflow| {
        let missing = missing(it);
        let sections = missing.sections.iter().map(|section| section.as_str().to_owned());
        sections.chain(missing.fields.iter().map(|field| (*field).to_owned())).collect()
    };
    let tools =
        |it: &Workflow| retired_tools(planner.playbook(), it).map(ToString::to_string).collect();
    CoverageData {
        version: 1,
        roles: roles(planner),
        managers: managers(planner),
        jobs: jobs(planner),
        unfinished: needs(planner, &coverage.unfinished, what_is_missing),
        needs_owner: needs(planner, &coverage.ownerless, |_| Vec::new()),
        retired_tools: needs(planner, &coverage.retired_tools, tools),
        stopped: needs(planner, &coverage.stopped, |_| Vec::new()),
        wanted: planner.indexes().open_wanted.iter().map(ToString::to_string).collect(),
    }
}

fn needs(
    planner: &Planner<'_>,
    ids: &[std::sync::Arc<str>],
    what: impl Fn(&Workflow) -> Vec<String>,
) -> Vec<Need> {
    let need = |workflow: &Workflow| Need {
        workflow: workflow.page.id.id.to_string(),
        url: planner.href(&workflow.page.route),
        what: what(workflow),
    };
    planner.workflows(ids).map(need).collect()
}

/// Every role, `everyone` last.
fn role_ids<'a>(planner: &Planner<'a>) -> impl Iterator<Item = &'a str> {
    let own = planner.playbook().roles.keys().map(AsRef::as_ref).filter(|id| *id != EVERYONE);
    own.chain([EVERYONE])
}

fn managers(planner: &Planner<'_>) -> Vec<ManagersRow> {
    if coverage::managers(planner).is_none() {
        return Vec::new();
    }
    let pages = coverage::of_managers(planner);
    let row = |role: &str| ManagersRow {
        role: role.to_owned(),
        pages: pages.get(role).copied().unwrap_or_default(),
    };
    role_ids(planner).map(row).collect()
}

fn roles(planner: &Planner<'_>) -> Vec<CoverageRow> {
    let cell = |role: &str, layer: &Layer| {
        let Cell { finished, repeated, unfinished } = planner.indexes().coverage.cell(role, *layer);
        CoverageRow { role: role.to_owned(), layer: layer.as_str(), finished, repeated, unfinished }
    };
    let of_role = |role: &str| Layer::ALL.iter().map(|layer| cell(role, layer)).collect::<Vec<_>>();
    role_ids(planner).flat_map(of_role).collect()
}

fn jobs(planner: &Planner<'_>) -> Vec<JobRow> {
    let mut rows = Vec::new();
    for (id, role) in &planner.playbook().roles {
        for priority in &role.front.priorities {
            for (layer, cell) in job_cells(planner, id, &priority.job) {
                rows.push(JobRow {
                    role: id.to_string(),
                    job: priority.job.clone(),
                    layer: layer.as_str(),
                    finished: cell.finished,
                    unfinished: cell.unfinished,
                });
            }
        }
    }
    rows
}
