//! The front matter of a collection: a path of pages with checkpoints.

use super::fields::Fields;
use crate::diagnostic::Place;
use crate::diagnostic::rules::front::{pb130_short_path, pb131_checkpoint_days, pb132_many_items};
use crate::document::front::{Checkpoint, CollectionFront, Front};

/// Days below which a path builds no habit.
const HABIT_DAYS: u32 = 60;

/// Items that a path should have at most.
const MOST_ITEMS: usize = 12;

/// The fields.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Front {
    Front::Collection(CollectionFront {
        roles: fields.ids("roles"),
        curator: fields.text("curator"),
        days: days(fields),
        target_behaviours: fields.texts("target_behaviours"),
        checkpoints: checkpoints(fields),
        because: fields.text("because"),
        keywords: fields.ids("keywords"),
    })
}

fn days(fields: &mut Fields<'_, '_>) -> Option<u32> {
    let days = fields.count("days")?;
    if days < HABIT_DAYS {
        let place = fields.report.value("days");
        fields.report.add(pb130_short_path::short(place, days, HABIT_DAYS));
    }
    Some(days)
}

/// The checkpoints by rising day, however they are written.
fn checkpoints(fields: &mut Fields<'_, '_>) -> Vec<Checkpoint> {
    let mut before: Option<u32> = None;
    let mut items = 0;
    let mut checkpoints = fields.maps("checkpoints", None, |fields| {
        let checkpoint = checkpoint(fields)?;
        if let Some(before) = before.filter(|before| checkpoint.day <= *before) {
            let place = fields.value_place("day");
            fields.report.add(pb131_checkpoint_days::not_later(place, checkpoint.day, before));
        }
        before = before.max(Some(checkpoint.day));
        items += checkpoint.items.len();
        Some(checkpoint)
    });
    if items > MOST_ITEMS {
        let place = Place::key(fields.report.path, "checkpoints");
        fields.report.add(pb132_many_items::many(place, items, MOST_ITEMS));
    }
    checkpoints.sort_by_key(|checkpoint| checkpoint.day);
    checkpoints
}

fn checkpoint(fields: &mut Fields<'_, '_>) -> Option<Checkpoint> {
    let day = fields.required_count("day");
    let goal = fields.text("goal");
    let items = fields.ids("do");
    let evidence = fields.text("evidence");
    let coach_asks = fields.text("coach_asks");
    let manager_asks = fields.text("manager_asks");
    Some(Checkpoint { day: day?, goal, items, evidence, coach_asks, manager_asks })
}
