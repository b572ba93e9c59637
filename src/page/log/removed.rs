//! `removed.html`: steps that redesigns removed, by the human limit they
//! existed for, and steps that people keep, by the reason why.

use crate::document::StepTag;
use crate::domain::{KeptFor, Limit};
use crate::index::{Facet, Told};
use crate::model::Workflow;

use super::super::World;
use super::super::planner::Planner;
use super::super::role::all_of;
use super::super::subject::LogOf;
use super::super::view::{LogView, LoggedStepView, RemovedView, StepsView};
use super::{Shown, told};

/// Steps of one reason on the overview.
const FEW: usize = 15;

/// Whether a reason has more steps than the overview shows.
pub(super) fn has_page(world: &World, facet: &Facet) -> bool {
    told(world, LogOf::Removed, facet).len() > FEW
}

/// A reason in words.
pub(super) fn sentence(planner: &Planner<'_>, tag: StepTag) -> String {
    planner.word(&format!("because-{}", id(tag)))
}

fn id(tag: StepTag) -> String {
    match tag {
        StepTag::Removed(limit) => format!("removed-{}", limit.as_str()),
        StepTag::Kept(reason) => format!("kept-{}", reason.as_str()),
    }
}

pub(super) fn view<'a>(
    planner: &Planner<'_>,
    log: LogView,
    facet: &Facet,
    shown: impl Iterator<Item = Shown<'a>>,
) -> RemovedView {
    if let Facet::Step(tag) = facet {
        let steps = shown.filter_map(|shown| step(planner, shown)).collect();
        let group =
            StepsView { id: id(*tag), sentence: sentence(planner, *tag), steps, more: None };
        let (removed, kept) = match tag {
            StepTag::Removed(_) => (vec![group], Vec::new()),
            StepTag::Kept(_) => (Vec::new(), vec![group]),
        };
        return RemovedView { log, removed, kept };
    }
    let removed = Limit::ALL.iter().filter_map(|it| group(planner, StepTag::Removed(*it)));
    let kept = KeptFor::ALL.iter().filter_map(|it| group(planner, StepTag::Kept(*it)));
    RemovedView { log, removed: removed.collect(), kept: kept.collect() }
}

fn group(planner: &Planner<'_>, tag: StepTag) -> Option<StepsView> {
    let facet = Facet::Step(tag);
    let told: &[Told] = told(planner.world, LogOf::Removed, &facet);
    let shown = told.iter().take(FEW).filter_map(|(id, number)| {
        let workflow: &Workflow = planner.playbook().workflows.get(id)?;
        step(planner, (workflow, *number))
    });
    let more = has_page(planner.world, &facet)
        .then(|| all_of(planner, "all-steps", &LogOf::Removed.route(&facet, 1), told.len()));
    let steps: Vec<LoggedStepView> = shown.collect();
    let sentence = sentence(planner, tag);
    (!steps.is_empty()).then(|| StepsView { id: id(tag), sentence, steps, more })
}

fn step(planner: &Planner<'_>, (workflow, number): Shown<'_>) -> Option<LoggedStepView> {
    let step = workflow.page.excerpts.old_way.get(number)?;
    Some(LoggedStepView {
        text: step.text.clone(),
        minutes: step.minutes,
        page: planner.link(&workflow.page),
    })
}
