//! PB131 checkpoint-days: each checkpoint is later than the one before.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB131", "checkpoint-days", Error, "pb131_checkpoint_days.md");

/// Not later.
pub fn not_later(place: Place, day: u32, before: u32) -> Diagnostic {
    RULE.at(
        place,
        text!("day {day} is not after day {before} of the checkpoint above", day, before),
    )
    .label("checkpoints go by rising day")
    .help("move this checkpoint up, or correct its day; it is shown in the order of the days")
}
