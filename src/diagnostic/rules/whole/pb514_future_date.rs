//! PB514: a date lies in the future.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB514",
    name: "future-date",
    severity: Severity::Warn,
    docs: include_str!("pb514_future_date.md"),
};

/// A date after the day of the check.
pub fn future_date(place: Place, key: &str, as_of: &str) -> Diagnostic {
    RULE.at(place, format!("`{key}` lies after {as_of}"))
        .help("write the day it was last run from end to end")
}
