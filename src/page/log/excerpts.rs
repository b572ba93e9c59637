//! What a log tells, part by part. Deliberately absent: how it is shown.

use crate::address::{LogFacet, LogKind};
use crate::index::{ExcerptRef, Log};
use crate::model::Workflow;

use super::super::world::World;

/// What a log's page shows one by one: a workflow, and the number of its excerpt.
pub(super) type NumberedExcerpt<'a> = (&'a Workflow, usize);

pub(super) fn log(world: &World, of: LogKind) -> &Log {
    let logs = &world.indexes.logs;
    match of {
        LogKind::Caught => &logs.caught,
        LogKind::Removed => &logs.steps,
        LogKind::Questions => &logs.questions,
        LogKind::Changed => &logs.changed,
    }
}

pub(super) fn log_excerpts<'a>(
    world: &'a World,
    of: LogKind,
    facet: &LogFacet,
) -> &'a [ExcerptRef] {
    log(world, of).get(facet).map_or(&[], Vec::as_slice)
}
