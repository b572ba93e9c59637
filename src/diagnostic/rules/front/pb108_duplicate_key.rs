//! PB108 duplicate-key: a key is written once.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB108", "duplicate-key", Error, "pb108_duplicate_key.md");

/// A key a second time.
pub fn twice(place: Place, first: Place, key: &str) -> Diagnostic {
    RULE.at(place, text!("`{key}` is written twice; only the first one counts", key))
        .label("second time")
        .related(first, "first time")
        .help(text!("delete one of the two `{key}:` lines", key))
}
