//! PB113 hidden-character: text holds only characters that a person can see.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB113", "hidden-character", Warn, "pb113_hidden_character.md");

/// A control character, which was replaced.
pub fn replaced(place: Place, found: char) -> Diagnostic {
    let code = format!("U+{:04X}", u32::from(found));
    RULE.at(place, text!("{code}: this control character was replaced", code))
        .label("shown as \u{fffd}")
        .help("delete it, and type this part again")
}

/// A character without width, or one that turns the reading direction.
pub fn hidden(place: Place, found: char) -> Diagnostic {
    let code = format!("U+{:04X}", u32::from(found));
    RULE.at(place, text!("{code}: nobody can see this character", code))
        .label("in here")
        .help("delete it, and type this part again: pasted text often brings it along")
}
