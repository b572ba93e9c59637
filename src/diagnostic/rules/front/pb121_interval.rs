//! PB121 interval: an interval is written in days.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB121", "interval", Error, "pb121_interval.md");

/// No number of days; `is_readable`: the line with the days that are meant is shown.
pub fn not_days(place: Place, found: &str, is_readable: bool) -> Diagnostic {
    let message = RULE
        .at(place, text!("{found} is no number of days", found))
        .label("days, from 1d to 3650d");
    match is_readable {
        true => message,
        false => message.help("write a number and a `d` right behind it"),
    }
}
