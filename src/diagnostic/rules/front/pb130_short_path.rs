//! PB130 short-path: habits need 60 to 90 days.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB130", "short-path", Warn, "pb130_short_path.md");

/// Shorter than a habit takes.
pub fn short(place: Place, days: u32, least: u32) -> Diagnostic {
    RULE.at(place, text!("{days} days are too few for a habit", days))
        .label(text!("{least} to 90", least))
        .help(text!("plan {least} to 90 days, and write them into `days:`", least))
        .help(text!("day {days} makes a good checkpoint on the way", days))
}
