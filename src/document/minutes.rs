//! Whether the minutes of the steps add up to those of the front matter. Asked
//! only where every step has some: a sum with holes says nothing.

use std::sync::Arc;

use super::excerpts::{Excerpts, Step};
use crate::diagnostic::rules::body::pb233_minutes_sum;
use crate::diagnostic::{Diagnostic, Place};
use crate::domain::WorkflowFront;
use crate::language::Language;

/// A message for each way whose sum is another.
pub(super) fn check(
    path: &Arc<str>,
    front: &WorkflowFront,
    excerpts: &Excerpts,
    language: &Language,
) -> Vec<Diagnostic> {
    let Some(minutes) = &front.minutes else { return Vec::new() };
    // What is not built yet has an aim and not a sum.
    let new_way = if front.rebuilding.is_none() { excerpts.new_way.as_slice() } else { &[] };
    let ways = [
        ("old-way", "before", minutes.before, excerpts.old_way.as_slice()),
        ("new-way", "after", minutes.after, new_way),
    ];
    let differs = |(way, key, given, steps): (&str, &str, u32, &[Step])| {
        let sum = sum(steps).filter(|sum| *sum != given)?;
        let place = Place::value(path, format!("minutes.{key}"));
        Some(pb233_minutes_sum::differs(place, language.heading(way), sum, key, given))
    };
    ways.into_iter().filter_map(differs).collect()
}

/// Minutes of all steps; none when one has none, or there is none.
fn sum(steps: &[Step]) -> Option<u32> {
    // One step without minutes makes any sum too small, and the message wrong.
    let all: Option<Vec<u32>> = steps.iter().map(|step| step.minutes).collect();
    let all = all.filter(|all| !all.is_empty())?;
    all.into_iter().try_fold(0u32, u32::checked_add)
}
