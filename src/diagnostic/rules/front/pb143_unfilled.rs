//! A blank of a form that nobody filled in.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB143", "unfilled", Error, "pb143_unfilled.md");

/// Dots in place of a value.
pub fn dots(place: Place, key: &str, found: &str) -> Diagnostic {
    RULE.at(place, text!("`{key}` still has `{found}` in it, so it is left out", key, found))
        .label("a blank to fill in")
        .help("write what is true in place of the dots, or delete the key")
}
