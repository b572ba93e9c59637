//! A status in the reader's words: the reason, not the word.

use crate::document::kind::{Kind, RepeatResult};
use crate::model::{Review, Status, Stop, Workflow};

use super::planner::Planner;
use super::view::{LinkView, StatusView};

pub(super) fn view(planner: &Planner<'_>, workflow: &Workflow) -> StatusView {
    let instead = instead(planner, workflow);
    let sentence = match &workflow.status {
        Status::Retired => retired(planner, workflow),
        Status::Stopped(stop) => stopped(planner, stop),
        Status::Rebuilding => rebuilding(planner, workflow),
        Status::FirstVersion => planner.word("status-first-version"),
        Status::NeedsReview(review) => planner.word(match review {
            Review::ToolRetired(_) => "status-tool-retired",
            Review::OwnerLeft(_) => "status-owner-left",
            Review::RepeatFailed => "status-repeat-failed",
        }),
        Status::TeamDefault => team_default(planner, workflow),
        Status::Proven(many) => planner.language.fill("status-proven", &[("n", &many.to_string())]),
        Status::Trial => {
            let mut repeats = workflow.front.repeated_by.iter();
            let once = repeats.any(|repeat| repeat.result != RepeatResult::Failed);
            planner.word(if once { "status-trial-once" } else { "status-trial" })
        }
    };
    StatusView { id: workflow.status.id(), sentence, instead }
}

/// The same in one text, with what to use instead.
pub(super) fn in_full(planner: &Planner<'_>, workflow: &Workflow) -> String {
    let StatusView { sentence, instead, .. } = view(planner, workflow);
    match instead {
        Some(link) => planner
            .language
            .fill("status-instead", &[("status", &sentence), ("instead", &link.text)]),
        None => sentence,
    }
}

/// The tool or page to use instead.
fn instead(planner: &Planner<'_>, workflow: &Workflow) -> Option<LinkView> {
    match &workflow.status {
        Status::Stopped(Stop::NotApproved(tool) | Stop::DataTooHigh(tool))
        | Status::NeedsReview(Review::ToolRetired(tool)) => {
            let replacement = planner.playbook().tools.get(tool)?.replaced_by.as_ref()?;
            planner.link_to(Kind::Tool, replacement)
        }
        Status::Retired => planner.link_to(Kind::Workflow, workflow.replaced_by.as_ref()?),
        _ => None,
    }
}

fn stopped(planner: &Planner<'_>, stop: &Stop) -> String {
    let (Stop::NotApproved(tool) | Stop::DataTooHigh(tool)) = stop;
    let title = |id: &str| planner.link_to(Kind::Tool, id).map_or_else(String::new, |it| it.text);
    let key = match stop {
        Stop::NotApproved(_) => "status-not-approved",
        Stop::DataTooHigh(_) => "status-data-too-high",
    };
    planner.language.fill(key, &[("tool", &title(tool))])
}

fn retired(planner: &Planner<'_>, workflow: &Workflow) -> String {
    let retired = workflow.front.retired.as_ref();
    match retired.and_then(|it| it.date) {
        Some(date) => {
            planner.language.fill("status-retired-since", &[("date", &planner.date(date).text)])
        }
        None => planner.word("status-retired"),
    }
}

fn rebuilding(planner: &Planner<'_>, workflow: &Workflow) -> String {
    match workflow.front.rebuilding.as_ref().and_then(|it| it.until) {
        Some(date) => {
            planner.language.fill("status-rebuilding-until", &[("date", &planner.date(date).text)])
        }
        None => planner.word("status-rebuilding"),
    }
}

fn team_default(planner: &Planner<'_>, workflow: &Workflow) -> String {
    let role = planner.roles(&workflow.roles, workflow.everyone).into_iter().next();
    let role = role.map(|role| role.text).unwrap_or_default();
    planner.language.fill("status-team-default", &[("role", &role)])
}
