//! What pages tell beside their own text, in the order in which logs show it:
//! caught errors, steps that are gone or kept, questions, what changed. Only
//! places are kept: a workflow and the number of an excerpt.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::address::LogFacet;
use crate::document::StepTag;
use crate::domain::Layer;
use crate::model::{EVERYONE, Named, Playbook, Workflow};

/// One log and its parts.
pub type Log = BTreeMap<LogFacet, Vec<ExcerptRef>>;

/// Where something is told: a workflow, and the number of the excerpt there.
pub type ExcerptRef = (Arc<str>, usize);

/// Every log. Retired pages tell nothing.
#[derive(Clone, Debug, Default)]
pub struct Logs {
    /// Caught errors; of the page that was run last first.
    pub caught: Log,
    /// Steps of the old way by what became of them.
    pub steps: Log,
    /// Pages with something to ask about.
    pub questions: Log,
    /// Pages that say what people stopped doing.
    pub changed: Log,
}

pub(super) fn derive(playbook: &Playbook) -> Logs {
    let hide_gaps = playbook.config.build.hide_gaps;
    let mut pages: Vec<&Workflow> =
        playbook.workflows.values().filter(|it| it.is_listed(hide_gaps)).collect();
    // Write-ups come by id, and this keeps their order where days are equal.
    pages.sort_by_key(|it| Reverse(it.last_run));
    let mut logs = Logs::default();
    for page in pages {
        let facets = facets(page);
        caught(&mut logs.caught, page, &facets);
        if page.layer() == Layer::Redesign {
            steps(&mut logs.steps, page);
        }
        let roles = facets.iter().filter(|facet| !matches!(facet, LogFacet::Tool(_)));
        if has_changed(page) {
            file(&mut logs.changed, roles.clone(), page, 0);
        }
        if has_changed(page) || has_questions(page) {
            file(&mut logs.questions, roles, page, 0);
        }
    }
    logs
}

/// Whether people really do something else by now: a redesign that is still
/// being built, or a page that may not be used, has changed nothing.
fn has_changed(page: &Workflow) -> bool {
    page.is_finished() && !page.front.stopped.is_empty()
}

fn has_questions(page: &Workflow) -> bool {
    !page.front.interview.is_empty() || !page.page.excerpts.caught.is_empty()
}

fn facets(page: &Workflow) -> Vec<LogFacet> {
    let everyone = page.everyone.then(|| LogFacet::Role(Arc::from(EVERYONE)));
    let roles = page.roles.iter().cloned().map(LogFacet::Role);
    let tools = page.tools.iter().filter_map(Named::id).cloned().map(LogFacet::Tool);
    std::iter::once(LogFacet::All).chain(roles).chain(everyone).chain(tools).collect()
}

fn caught(log: &mut Log, page: &Workflow, facets: &[LogFacet]) {
    for (number, caught) in page.page.excerpts.caught.iter().enumerate() {
        let kind = caught.kind.map(LogFacet::Kind);
        file(log, facets.iter().chain(&kind), page, number);
    }
}

fn steps(log: &mut Log, page: &Workflow) {
    for (number, step) in page.page.excerpts.old_way.iter().enumerate() {
        let facet = match step.tag {
            Some(StepTag::Removed(limit)) => LogFacet::Removed(limit),
            Some(StepTag::Kept(reason)) => LogFacet::Kept(reason),
            None => continue,
        };
        file(log, [&LogFacet::All, &facet], page, number);
    }
}

fn file<'a>(
    log: &mut Log,
    facets: impl IntoIterator<Item = &'a LogFacet>,
    page: &Workflow,
    number: usize,
) {
    for facet in facets {
        log.entry(facet.clone()).or_default().push((Arc::clone(&page.page.id.id), number));
    }
}
