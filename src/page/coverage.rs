//! Plans `coverage.html`: where pages are and where they are missing, for
//! those who look after the playbook. All of it stands in `coverage.json`.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::address::Data;
use crate::domain::{Kind, Layer, RepeatResult, SectionName};
use crate::index::{Cell, missing, retired_tools};
use crate::model::{EVERYONE, Named, Role, Workflow};

use super::planner::Planner;
use super::propose;
use super::status;
use super::view::{
    CoverageCellView, CoverageView, JobCoverageView, LinkView, NeedView, NeedsView,
    RoleCoverageView, RoleJobsView,
};

/// Roles: the page must not grow with the company.
const MAX_ROLES: usize = 40;

/// Pages of a list.
const MAX_PAGES_PER_LIST: usize = 100;

pub(super) fn plan(planner: &Planner<'_>) -> CoverageView {
    CoverageView {
        title: planner.word("coverage"),
        layers: Layer::ALL.iter().map(|layer| planner.layer(*layer)).collect(),
        roles: roles(planner),
        managers: managers(planner).is_some(),
        jobs: shown_roles(planner).filter_map(|(id, role)| jobs(planner, id, role)).collect(),
        needs: needs(planner),
        data: planner.href(&Data::Coverage.route()),
    }
}

fn shown_roles<'a>(planner: &Planner<'a>) -> impl Iterator<Item = (&'a Arc<str>, &'a Role)> {
    planner.playbook().roles.iter().take(MAX_ROLES)
}

fn roles(planner: &Planner<'_>) -> Vec<RoleCoverageView> {
    let of_managers = of_managers(planner);
    let row = |role: LinkView, id: &str| {
        let cell = |layer: &Layer| {
            let cell = planner.indexes().coverage.cell(id, *layer);
            let write = || propose::form(planner, Some(*layer), Some(id), None);
            cell_view(*layer, cell, write)
        };
        let cells = Layer::ALL.iter().map(cell).collect();
        let managers = of_managers.get(id).copied().unwrap_or_default();
        RoleCoverageView { role, cells, managers }
    };
    let own = shown_roles(planner).filter(|(id, _)| &***id != EVERYONE);
    let own = own.map(|(id, role)| row(planner.link(&role.page), id));
    own.chain(std::iter::once_with(|| row(planner.everyone(), EVERYONE))).collect()
}

/// The role of managers, by its id or another name of it.
pub(super) fn managers<'a>(planner: &Planner<'a>) -> Option<&'a Arc<str>> {
    let names = planner.word("managers-are");
    let is_one = |name: &str| names.split(", ").any(|it| name.to_lowercase() == it);
    let mut roles = planner.playbook().roles.iter();
    let of = |(id, role): &(&Arc<str>, &Role)| {
        is_one(id) || role.front.aliases.iter().any(|alias| is_one(alias))
    };
    roles.find(of).map(|(id, _)| id)
}

/// Pages that a manager owns or repeated, by role: leaders who do it. Those for
/// every colleague under `everyone`.
pub(super) fn of_managers<'a>(planner: &Planner<'a>) -> BTreeMap<&'a str, u32> {
    let playbook = planner.playbook();
    let mut pages = BTreeMap::new();
    let Some(managers) = managers(planner) else { return pages };
    let is_manager =
        |id: &str| playbook.anybody(id).is_some_and(|person| person.roles.contains(managers));
    let by_manager = |page: &&Workflow| {
        let owner = page.owner.as_ref().and_then(Named::id);
        let worked = page.front.repeated_by.iter().filter(|it| it.result != RepeatResult::Failed);
        owner.is_some_and(|id| is_manager(id)) || worked.into_iter().any(|it| is_manager(&it.who))
    };
    for page in playbook.workflows.values().filter(|it| !it.is_retired()).filter(by_manager) {
        let roles = page.roles.iter().map(AsRef::as_ref);
        for role in roles.chain(page.everyone.then_some(EVERYONE)) {
            *pages.entry(role).or_default() += 1;
        }
    }
    pages
}

fn cell_view(layer: Layer, cell: Cell, write: impl FnOnce() -> String) -> CoverageCellView {
    let Cell { finished, repeated, unfinished } = cell;
    // Only an empty cell asks for a page.
    let write = (finished + unfinished == 0).then(write);
    CoverageCellView { layer: layer.as_str(), finished, repeated, unfinished, write }
}

fn jobs(planner: &Planner<'_>, id: &str, role: &Role) -> Option<RoleJobsView> {
    let jobs = role.front.priorities.iter().map(|priority| {
        let cells = job_cells(planner, id, &priority.job).into_iter();
        let cells = cells.map(|(layer, cell)| {
            let form = || propose::form(planner, Some(layer), Some(id), Some(&priority.job));
            cell_view(layer, cell, form)
        });
        JobCoverageView {
            when: priority.when.clone().unwrap_or_else(|| priority.job.clone()),
            cells: cells.collect(),
        }
    });
    let jobs: Vec<JobCoverageView> = jobs.collect();
    (!jobs.is_empty()).then(|| RoleJobsView { role: planner.link(&role.page), jobs })
}

/// Pages that do a job for a role, in each layer.
pub(super) fn job_cells(planner: &Planner<'_>, role: &str, job: &str) -> Vec<(Layer, Cell)> {
    let coverage = &planner.indexes().coverage;
    let cell = |layer: &Layer| (*layer, coverage.job_cell(role, job, *layer));
    Layer::ALL.iter().map(cell).collect()
}

fn needs(planner: &Planner<'_>) -> Vec<NeedsView> {
    let coverage = &planner.indexes().coverage;
    let what_is_missing = |it: &Workflow| {
        let missing = missing(it);
        let heading = |section: &SectionName| planner.language.heading(section.as_str()).to_owned();
        let sections = missing.sections.iter().map(heading);
        sections
            .chain(missing.fields.iter().map(|it| planner.word(&format!("field-{it}"))))
            .collect()
    };
    let tools = |it: &Workflow| {
        let tools = retired_tools(planner.playbook(), it);
        tools.filter_map(|id| planner.link_to(Kind::Tool, id)).map(|link| link.text).collect()
    };
    let status = |it: &Workflow| vec![status::in_full(planner, it)];
    let nothing = |_: &Workflow| Vec::new();
    let lists = [
        list(planner, "unfinished", &coverage.unfinished, what_is_missing),
        list(planner, "needs-owner", &coverage.ownerless, nothing),
        list(planner, "retired-tools", &coverage.retired_tools, tools),
        list(planner, "stopped", &coverage.stopped, status),
    ];
    lists.into_iter().filter(|list| list.count > 0).collect()
}

fn list(
    planner: &Planner<'_>,
    id: &'static str,
    ids: &[Arc<str>],
    what: impl Fn(&Workflow) -> Vec<String>,
) -> NeedsView {
    let need = |it: &Workflow| NeedView { page: planner.link(&it.page), what: what(it) };
    NeedsView {
        id,
        title: planner.word(&format!("coverage-{id}")),
        count: ids.len(),
        pages: planner.workflows(ids.iter().take(MAX_PAGES_PER_LIST)).map(need).collect(),
    }
}
