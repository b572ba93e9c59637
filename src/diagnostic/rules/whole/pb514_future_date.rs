//! PB514: a date lies in the future.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB514", "future-date", Warn, "pb514_future_date.md");

/// A date after the day of the check.
pub fn breach(place: Place, key: &str, found: &str, as_of: &str) -> Diagnostic {
    RULE.at(
        place,
        text!("\"{found}\" lies in the future: this check is as of {as_of}", found, as_of),
    )
    .label("nobody has run it yet")
    .help(text!("write the day of the last run: `{key}: YYYY-MM-DD`", key))
}
