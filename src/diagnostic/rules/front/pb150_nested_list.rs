//! A list in a list.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB150", "nested-list", Warn, "pb150_nested_list.md");

/// `[[sales, finance]]`
pub fn flattened(place: Place, key: &str) -> Diagnostic {
    RULE.at(place, text!("`{key}` has a list in a list; it was read as one", key))
        .label("one pair of brackets")
}
