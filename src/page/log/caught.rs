//! `caught.html`: errors that colleagues caught, with whoever caught them if
//! they said so. Deliberately absent: owners.

use crate::domain::Kind;

use super::super::body;
use super::super::planner::Planner;
use super::super::view::{CaughtErrorView, CaughtLogView, LogView};
use super::excerpts::NumberedExcerpt;

pub(super) fn view<'a>(
    planner: &Planner<'_>,
    log: LogView,
    shown: impl Iterator<Item = NumberedExcerpt<'a>>,
) -> CaughtLogView {
    CaughtLogView { log, errors: shown.filter_map(|shown| error(planner, shown)).collect() }
}

fn error(
    planner: &Planner<'_>,
    (workflow, number): NumberedExcerpt<'_>,
) -> Option<CaughtErrorView> {
    let caught = workflow.page.excerpts.caught.get(number)?;
    let tools = workflow.tools.iter().map(|tool| planner.name(Kind::Tool, tool).text);
    Some(CaughtErrorView {
        caught: body::caught(planner, caught),
        page: planner.link(&workflow.page),
        tools: tools.collect(),
    })
}
