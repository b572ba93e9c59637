//! `removed.html`: steps that redesigns removed, by the human limit they
//! existed for, and steps that people keep, by the reason why.

use crate::address::{LogFacet, LogKind};
use crate::domain::{KeptFor, Limit};
use crate::index::ExcerptRef;
use crate::model::Workflow;

use super::super::fragments::all_of;
use super::super::planner::Planner;
use super::super::view::{LogView, LoggedStepView, RemovedView, StepsView};
use super::super::world::World;
use super::excerpts::{NumberedExcerpt, log_excerpts};

/// Steps of one reason on the overview.
const MAX_STEPS_PER_REASON: usize = 15;

/// Whether a reason has more steps than the overview shows.
pub(super) fn has_page(world: &World, facet: &LogFacet) -> bool {
    log_excerpts(world, LogKind::Removed, facet).len() > MAX_STEPS_PER_REASON
}

/// A reason in words.
pub(super) fn sentence(planner: &Planner<'_>, facet: &LogFacet) -> String {
    planner.word(&format!("because-{}", id(facet)))
}

fn id(facet: &LogFacet) -> String {
    match facet {
        LogFacet::Removed(limit) => format!("removed-{}", limit.as_str()),
        LogFacet::Kept(reason) => format!("kept-{}", reason.as_str()),
        _ => String::new(),
    }
}

pub(super) fn view<'a>(
    planner: &Planner<'_>,
    log: LogView,
    facet: &LogFacet,
    shown: impl Iterator<Item = NumberedExcerpt<'a>>,
) -> RemovedView {
    let part = || StepsView {
        id: id(facet),
        sentence: sentence(planner, facet),
        steps: shown.filter_map(|shown| step(planner, shown)).collect(),
        more: None,
    };
    match facet {
        LogFacet::Removed(_) => RemovedView { log, removed: vec![part()], kept: Vec::new() },
        LogFacet::Kept(_) => RemovedView { log, removed: Vec::new(), kept: vec![part()] },
        _ => {
            let removed = Limit::ALL.iter().filter_map(|it| group(planner, LogFacet::Removed(*it)));
            let kept = KeptFor::ALL.iter().filter_map(|it| group(planner, LogFacet::Kept(*it)));
            RemovedView { log, removed: removed.collect(), kept: kept.collect() }
        }
    }
}

fn group(planner: &Planner<'_>, facet: LogFacet) -> Option<StepsView> {
    let log_excerpts: &[ExcerptRef] = log_excerpts(planner.world, LogKind::Removed, &facet);
    let shown = log_excerpts.iter().take(MAX_STEPS_PER_REASON).filter_map(|(id, number)| {
        let workflow: &Workflow = planner.playbook().workflows.get(id)?;
        step(planner, (workflow, *number))
    });
    let more = has_page(planner.world, &facet).then(|| {
        all_of(planner, "all-steps", &LogKind::Removed.route(&facet, 1), log_excerpts.len())
    });
    let steps: Vec<LoggedStepView> = shown.collect();
    let sentence = sentence(planner, &facet);
    (!steps.is_empty()).then(|| StepsView { id: id(&facet), sentence, steps, more })
}

fn step(planner: &Planner<'_>, (workflow, number): NumberedExcerpt<'_>) -> Option<LoggedStepView> {
    let step = workflow.page.excerpts.old_way.get(number)?;
    Some(LoggedStepView {
        text: step.text.clone(),
        minutes: step.minutes,
        page: planner.link(&workflow.page),
    })
}
