//! A status in the reader's words: the reason, not the word.

use crate::document::kind::Kind;
use crate::model::{Review, Status, Stop, Workflow};

use super::planner::Planner;
use super::view::{LinkView, StatusView};

pub(super) fn view(planner: &Planner<'_>, workflow: &Workflow) -> StatusView {
    let instead = instead(planner, workflow);
    let instead_text = instead.as_ref().map_or("", |link| link.text.as_str());
    let sentence = match &workflow.status {
        Status::Retired => retired(planner, workflow),
        Status::Stopped(stop) => stopped(planner, stop, instead_text),
        Status::Rebuilding => rebuilding(planner, workflow),
        Status::FirstVersion => planner.word("status-first-version"),
        Status::NeedsReview(review) => planner.word(match review {
            Review::ToolRetired(_) => "status-tool-retired",
            Review::OwnerLeft(_) => "status-owner-left",
            Review::RepeatFailed => "status-repeat-failed",
        }),
        Status::TeamDefault => team_default(planner, workflow),
        Status::Proven(many) => planner.language.fill("status-proven", &[("n", &many.to_string())]),
        Status::Trial => planner.word("status-trial"),
    };
    StatusView { id: workflow.status.id(), sentence, instead }
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

fn stopped(planner: &Planner<'_>, stop: &Stop, instead: &str) -> String {
    let (Stop::NotApproved(tool) | Stop::DataTooHigh(tool)) = stop;
    let title = |id: &str| planner.link_to(Kind::Tool, id).map_or_else(String::new, |it| it.text);
    let key = match (stop, instead.is_empty()) {
        (Stop::NotApproved(_), true) => "status-not-approved",
        (Stop::NotApproved(_), false) => "status-not-approved-instead",
        (Stop::DataTooHigh(_), true) => "status-data-too-high",
        (Stop::DataTooHigh(_), false) => "status-data-too-high-instead",
    };
    planner.language.fill(key, &[("tool", &title(tool)), ("instead", instead)])
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
