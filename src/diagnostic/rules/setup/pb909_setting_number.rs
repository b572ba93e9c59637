//! PB909 setting-number: a number is at least 1.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB909",
    name: "setting-number",
    severity: Severity::Error,
    docs: include_str!("pb909_setting_number.md"),
};

/// Below 1, or beyond counting.
pub fn below_one(place: Place, key: &str, found: &str) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    RULE.at(place, format!("`{key}` cannot be {found}"))
        .label("a whole number from 1")
        .help(format!("delete the line `{name} = ...`: without it, the usual limit holds"))
}
