//! PB130 short-path: habits need 60 to 90 days.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB130", "short-path", Warn, "pb130_short_path.md");

/// Shorter than a habit takes.
pub fn short(place: Place, days: u32, least: u32) -> Diagnostic {
    RULE.at(place, format!("{days} days are too few for a habit"))
        .label(format!("{least} to 90"))
        .help(format!("plan {least} to 90 days, and write them into `days:`"))
        .help(format!("day {days} makes a good checkpoint on the way"))
}
