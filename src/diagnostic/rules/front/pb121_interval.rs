//! PB121 interval: an interval is written in days.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB121", "interval", Error, "pb121_interval.md");

/// No number of days.
pub fn not_days(place: Place, key: &str, found: &str, days: u32) -> Diagnostic {
    RULE.at(place, text!("{found} is no number of days", found))
        .label("days, from 1d to 3650d")
        .help(text!("{key}: {days}d", key, days))
}
