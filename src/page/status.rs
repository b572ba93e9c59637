//! A status in the reader's words: the reason, not the word.

use crate::domain::Kind;
use crate::model::{ReviewReason, Status, Stop, Workflow};

use super::planner::Planner;
use super::view::{LinkView, ReasonView, StatusView};

pub(super) fn view(planner: &Planner<'_>, workflow: &Workflow) -> StatusView {
    let sentence = match &workflow.status {
        Status::Retired => retired(planner, workflow),
        Status::Stopped(stop) => stopped(planner, workflow, stop),
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
        Status::Stopped(Stop::Held) => {
            planner.link_to(Kind::Workflow, workflow.meanwhile.as_ref()?)
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
        ReviewReason::ToolChanged(tool, date) => {
            let blanks =
                [("tool", &*tool_name(planner, tool)), ("date", &planner.date(*date).text)];
            let sentence = planner.language.fill("status-tool-changed", &blanks);
            return ReasonView { sentence, instead: None };
        }
        ReviewReason::OwnerLeft(_) => ("status-owner-left", None),
        ReviewReason::RepeatFailed => ("status-repeat-failed", None),
    };
    ReasonView { sentence: planner.word(word), instead }
}

fn stopped(planner: &Planner<'_>, workflow: &Workflow, stop: &Stop) -> String {
    let (key, tool) = match stop {
        Stop::Held => return held(planner, workflow),
        Stop::NotApproved(tool) => ("status-not-approved", tool),
        Stop::DataTooHigh(tool) => ("status-data-too-high", tool),
    };
    planner.language.fill(key, &[("tool", &tool_name(planner, tool))])
}

fn tool_name(planner: &Planner<'_>, id: &str) -> String {
    planner.link_to(Kind::Tool, id).map_or_else(String::new, |it| it.text)
}

/// Why it was stopped, as whoever stopped it wrote.
fn held(planner: &Planner<'_>, workflow: &Workflow) -> String {
    let reason = workflow.front.hold.as_ref().and_then(|hold| hold.reason.as_deref());
    match reason {
        // Other sentences follow it.
        Some(reason) => {
            let reason = reason.trim_end().trim_end_matches('.');
            planner.language.fill("status-held-because", &[("reason", reason)])
        }
        None => planner.word("status-held"),
    }
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
