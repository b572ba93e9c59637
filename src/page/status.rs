//! A status in the reader's words: the reason, not the word.

use crate::domain::Kind;
use crate::model::{ReviewReason, Status, Stop, Workflow};

use super::planner::Planner;
use super::view::{LinkView, ReasonView, StatusView};

pub(super) fn view(planner: &Planner<'_>, workflow: &Workflow) -> StatusView {
    let sentence = match &workflow.status {
        Status::Retired => retired(planner, workflow),
        Status::Stopped(stop) => stopped(planner, stop),
        Status::Rebuilding => rebuilding(planner, workflow),
        Status::FirstVersion => planner.word("status-first-version"),
        Status::NeedsReview(review) => reason(planner, review).sentence,
        Status::Example => planner.word("status-example"),
        Status::TeamDefault => team_default(planner, workflow),
        Status::Proven(many) => planner.language.fill("status-proven", &[("n", &many.to_string())]),
        Status::Trial => {
            planner.word(if workflow.repeaters > 0 { "status-trial-once" } else { "status-trial" })
        }
    };
    StatusView {
        id: workflow.status.id(),
        sentence,
        instead: instead(planner, workflow),
        also: also(planner, workflow),
    }
}

/// The same in one text, with what to use instead.
pub(super) fn in_full(planner: &Planner<'_>, workflow: &Workflow) -> String {
    let StatusView { sentence, instead, also, .. } = view(planner, workflow);
    let others = also.into_iter().map(|reason| (reason.sentence, reason.instead));
    let full = |(sentence, instead): (String, Option<LinkView>)| match instead {
        Some(link) => planner
            .language
            .fill("status-instead", &[("status", &sentence), ("instead", &link.text)]),
        None => sentence,
    };
    let parts: Vec<String> = std::iter::once((sentence, instead)).chain(others).map(full).collect();
    parts.join(". ")
}

/// The same without what to use instead.
pub(super) fn in_short(planner: &Planner<'_>, workflow: &Workflow) -> String {
    let StatusView { sentence, also, .. } = view(planner, workflow);
    let others = also.into_iter().map(|reason| reason.sentence);
    std::iter::once(sentence).chain(others).collect::<Vec<_>>().join(". ")
}

/// The tool or page to use instead.
fn instead(planner: &Planner<'_>, workflow: &Workflow) -> Option<LinkView> {
    match &workflow.status {
        Status::Stopped(Stop::NotApproved(tool) | Stop::DataTooHigh(tool)) => {
            replacement(planner, tool)
        }
        Status::NeedsReview(review) => reason(planner, review).instead,
        Status::Retired => planner.link_to(Kind::Workflow, workflow.replaced_by.as_ref()?),
        _ => None,
    }
}

fn replacement(planner: &Planner<'_>, tool: &str) -> Option<LinkView> {
    let replacement = planner.playbook().tools.get(tool)?.replaced_by.as_ref()?;
    planner.link_to(Kind::Tool, replacement)
}

/// The reasons to check first that the status does not say itself.
fn also(planner: &Planner<'_>, workflow: &Workflow) -> Vec<ReasonView> {
    // The status has told the first one already.
    let said = usize::from(matches!(workflow.status, Status::NeedsReview(_)));
    let others = workflow.reviews.iter().skip(said).map(|review| reason(planner, review));
    let mut also: Vec<ReasonView> = others.collect();
    // Two tools with one successor are one thing to know.
    also.dedup();
    also
}

fn reason(planner: &Planner<'_>, review: &ReviewReason) -> ReasonView {
    let (word, instead) = match review {
        ReviewReason::ToolRetired(tool) => ("status-tool-retired", replacement(planner, tool)),
        ReviewReason::OwnerLeft(_) => ("status-owner-left", None),
        ReviewReason::RepeatFailed => ("status-repeat-failed", None),
    };
    ReasonView { sentence: planner.word(word), instead }
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
