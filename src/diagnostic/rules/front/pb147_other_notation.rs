//! Front matter that is JSON or TOML.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB147", "other-notation", Warn, "pb147_other_notation.md");

/// It was read; the lines to write are added by whoever read it.
pub fn read(place: Place, notation: &str) -> Diagnostic {
    RULE.at(
        place,
        text!("this front matter is {notation}; it was read, and belongs here as below", notation),
    )
    .label("lines `key: value` between two lines `---`")
}
