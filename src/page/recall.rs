//! What readers are told of a page that was wrong: that it is stopped, that it was mended,
//! and since when. Deliberately absent: who copied a prompt, which only their device
//! knows, and today, which only the reader's clock knows.

use std::cmp::Reverse;

use jiff::{Span, civil::Date};

use crate::domain::Correction;
use crate::model::{Status, Stop, Workflow};

use super::planner::Planner;
use super::status;
use super::view::{CorrectionView, RecallView};

/// Days for which a page tells a correction at its head.
const DAYS_TOLD: i64 = 90;

/// Recalls that home holds: the page must not grow with the years.
const MAX_RECALLS: usize = 50;

/// The corrections of a page, newest first.
pub(super) fn corrections(planner: &Planner<'_>, workflow: &Workflow) -> Vec<CorrectionView> {
    let view = |correction: &Correction| CorrectionView {
        sentence: sentence(planner, correction),
        what: correction.what.clone(),
        remedy: correction.remedy.clone(),
        until: last_day(correction.date).to_string(),
    };
    newest_first(workflow).into_iter().map(view).collect()
}

/// The same in one line of text each.
pub(super) fn in_lines(planner: &Planner<'_>, workflow: &Workflow) -> Vec<String> {
    let line = |it: CorrectionView| {
        let parts =
            [Some(it.sentence + ": " + end(&it.what)), it.remedy.map(|it| end(&it).to_owned())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(". ") + "."
    };
    corrections(planner, workflow).into_iter().map(line).collect()
}

/// Without the stop that the next sentence brings.
fn end(text: &str) -> &str {
    text.trim_end().trim_end_matches('.')
}

fn newest_first(workflow: &Workflow) -> Vec<&Correction> {
    let mut corrections: Vec<&Correction> = workflow.front.corrected.iter().collect();
    corrections.sort_by_key(|it| Reverse(it.date));
    corrections
}

fn sentence(planner: &Planner<'_>, correction: &Correction) -> String {
    planner.language.fill("corrected-on", &[("date", &planner.date(correction.date).text)])
}

fn last_day(date: Date) -> Date {
    date.checked_add(Span::new().days(DAYS_TOLD)).unwrap_or(date)
}

/// Every page whose prompts may have been copied while they were wrong: stopped ones, then
/// those that were mended, newest first.
pub(super) fn all(planner: &Planner<'_>) -> Vec<RecallView> {
    let workflows = || planner.playbook().workflows.values().filter(|it| !it.is_retired());
    let held = workflows().filter(|it| it.status == Status::Stopped(Stop::Held));
    let mut corrected: Vec<(&Workflow, &Correction)> = workflows()
        .flat_map(|page| page.front.corrected.iter().map(move |correction| (page, correction)))
        .collect();
    corrected.sort_by_key(|(_, correction)| Reverse(correction.date));
    let held = held.map(|page| RecallView {
        sentence: status::in_short(planner, page),
        ..recall(planner, page)
    });
    let corrected = corrected.into_iter().map(|(page, correction)| RecallView {
        // Dates the wrong way round tell nothing: then any copy of before is wrong.
        since: correction.wrong_since.filter(|it| *it <= correction.date).map(|it| it.to_string()),
        until: Some(correction.date.to_string()),
        sentence: format!("{}: {}", sentence(planner, correction), correction.what),
        remedy: correction.remedy.clone(),
        ..recall(planner, page)
    });
    held.chain(corrected).take(MAX_RECALLS).collect()
}

fn recall(planner: &Planner<'_>, workflow: &Workflow) -> RecallView {
    RecallView {
        page: planner.link(&workflow.page),
        path: workflow.page.route.as_str().to_owned(),
        since: None,
        until: None,
        sentence: String::new(),
        remedy: None,
    }
}
