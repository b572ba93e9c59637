//! What the fields of a kind have to hold together: how many roles, which days,
//! where a drill comes from. Typed values enter; messages leave, and a value that
//! means nothing where it stands is dropped.

use std::sync::Arc;

use super::fields::FrontMatterMap;
use crate::diagnostic::rules::front::{
    pb125_many_roles, pb126_minutes, pb127_rebuilding_layer, pb128_layer_file, pb130_short_path,
    pb131_checkpoint_days, pb132_many_items, pb133_drill_source,
};
use crate::diagnostic::{Place, nearest};
use crate::domain::reading::Values;
use crate::domain::{CollectionFront, DrillFront, Front, Layer, Vocabulary, WorkflowFront};

/// Roles besides `everyone` that a page should have at most.
// A page for four roles is read by none as its own; `everyone` says the same in one word.
pub const MAX_ROLES: usize = 3;

/// Days below which a path builds no habit.
// The playbook's own premise: habits take 60 to 90 days, 30 are a checkpoint.
const HABIT_DAYS: u32 = 60;

/// Items that a path should have at most.
const MAX_ITEMS: usize = 12;

/// Looks at the fields of one page.
pub(super) fn check(front: &mut Front, fields: &mut FrontMatterMap<'_, '_>) {
    match front {
        Front::Workflow(front) => workflow(Arc::make_mut(front), fields),
        Front::Layer(_) => layer(fields),
        Front::Collection(front) => collection(front, fields),
        Front::Drill(front) => drill(front, fields),
        Front::Role(_)
        | Front::Tool(_)
        | Front::Person(_)
        | Front::Wanted(_)
        | Front::Guide(_)
        | Front::Home => {}
    }
}

fn workflow(front: &mut WorkflowFront, fields: &mut FrontMatterMap<'_, '_>) {
    let others = front.roles.iter().filter(|role| role.as_str() != "everyone").count();
    if others > MAX_ROLES {
        let place = fields.value_place("roles");
        fields.report.add(pb125_many_roles::many(place, others, MAX_ROLES));
    }
    if let Some(minutes) = front.minutes.as_ref().filter(|it| it.after > it.before) {
        let place = fields.value_place("minutes");
        fields.report.add(pb126_minutes::longer(place, minutes.before, minutes.after));
    }
    // Without a layer of its own the page does not stand, and has a message already.
    if front.rebuilding.is_some() && front.layer != Layer::Redesign && fields.report.is_whole {
        let place = fields.value_place("rebuilding");
        fields.report.add(pb127_rebuilding_layer::other(place, front.layer.as_str()));
        // Dropped, or a page of another layer would be shown as being rebuilt.
        front.rebuilding = None;
    }
}

/// A file that is named after no layer cannot stand.
fn layer(fields: &mut FrontMatterMap<'_, '_>) {
    let path = fields.report.path;
    let name = path.rsplit('/').next().unwrap_or_default();
    let id = name.strip_suffix(".md").unwrap_or(name);
    if Layer::parse(id).is_none() {
        let near = nearest(id, Layer::WORDS.iter().copied());
        fields.report.add(pb128_layer_file::other(Place::file(path), id, near));
        fields.report.is_whole = false;
    }
}

/// Checkpoints are kept by rising day, however they are written.
fn collection(front: &mut CollectionFront, fields: &mut FrontMatterMap<'_, '_>) {
    if let Some(days) = front.days.filter(|days| *days < HABIT_DAYS) {
        let place = fields.value_place("days");
        fields.report.add(pb130_short_path::short(place, days, HABIT_DAYS));
    }
    let mut before: Option<u32> = None;
    for (number, checkpoint) in front.checkpoints.iter().enumerate() {
        if let Some(before) = before.filter(|before| checkpoint.day <= *before) {
            let place = fields.group_place("checkpoints", number, "day");
            fields.report.add(pb131_checkpoint_days::not_later(place, checkpoint.day, before));
        }
        // The latest so far, so that one day out of order has one message.
        before = before.max(Some(checkpoint.day));
    }
    let items = front.checkpoints.iter().map(|checkpoint| checkpoint.items.len()).sum();
    if items > MAX_ITEMS {
        let place = Place::key(fields.report.path, "checkpoints");
        fields.report.add(pb132_many_items::many(place, items, MAX_ITEMS));
    }
    // Readers get them in the order of days even while the file has them in another.
    front.checkpoints.sort_by_key(|checkpoint| checkpoint.day);
}

fn drill(front: &DrillFront, fields: &mut FrontMatterMap<'_, '_>) {
    if front.from.is_none() && !front.made_up {
        let given = fields.has("from") || fields.has("made_up");
        // Where neither key is written, the message needs a line that is there.
        let place = fields.value_place(if given { "made_up" } else { "title" });
        fields.report.add(pb133_drill_source::missing(place));
    }
}
