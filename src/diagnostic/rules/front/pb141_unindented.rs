//! A text that goes on below its key at the start of a line.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB141", "unindented", Warn, "pb141_unindented.md");

/// Lines that belong to the key above.
pub fn text(place: Place, key: &str) -> Diagnostic {
    RULE.at(place, text!("this goes on with `{key}` above, so it was read as indented", key))
        .label("two blanks before it")
}
