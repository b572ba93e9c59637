//! `caught.html`: errors that colleagues caught, with whoever caught them if
//! they said so. Deliberately absent: owners.

use crate::domain::Kind;
use crate::model::Named;

use super::super::body;
use super::super::planner::Planner;
use super::super::view::{CaughtErrorView, CaughtLogView, LogView};
use super::{Shown, text};

pub(super) fn view<'a>(
    planner: &Planner<'_>,
    log: LogView,
    shown: impl Iterator<Item = Shown<'a>>,
) -> CaughtLogView {
    CaughtLogView { log, errors: shown.filter_map(|shown| error(planner, shown)).collect() }
}

fn error(planner: &Planner<'_>, (workflow, number): Shown<'_>) -> Option<CaughtErrorView> {
    let caught = workflow.page.excerpts.caught.get(number)?;
    let tool = |tool: &Named| match tool {
        Named::Known(id) => text(planner, Kind::Tool, id),
        Named::Unknown(text) => text.clone(),
    };
    Some(CaughtErrorView {
        caught: body::caught(planner, caught),
        page: planner.link(&workflow.page),
        tools: workflow.tools.iter().map(tool).collect(),
    })
}
