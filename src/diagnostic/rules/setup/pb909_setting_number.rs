//! PB909 setting-number: a number is at least 1.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB909", "setting-number", Error, "pb909_setting_number.md");

/// Below 1, or beyond counting.
pub fn below_one(place: Place, key: &str, found: &str) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    RULE.at(place, text!("`{key}` cannot be {found}", key, found))
        .label("a whole number from 1")
        .help(text!("delete the line `{name} = ...`: without it, the usual limit holds", name))
}
