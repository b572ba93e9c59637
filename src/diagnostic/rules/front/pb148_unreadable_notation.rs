//! Front matter that is JSON or TOML, and cannot be read.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB148", "unreadable-notation", Error, "pb148_unreadable_notation.md");

/// What its parser says, and where.
pub fn fault(place: Place, at: Place, notation: &str, why: &str) -> Diagnostic {
    let why = why.lines().collect::<Vec<_>>().join(", ");
    RULE.at(
        place,
        text!("this front matter is {notation}, and it cannot be read: {why}", notation, why),
    )
    .label("lines `key: value` between two lines `---`")
    .related(at, "here")
    .help("write lines `key: value` between two lines `---`")
}
