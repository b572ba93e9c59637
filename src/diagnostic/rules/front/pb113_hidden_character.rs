//! PB113 hidden-character: text holds only characters that a person can see.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB113", "hidden-character", Warn, "pb113_hidden_character.md");

/// A control character, which was replaced.
pub fn replaced(place: Place, found: char) -> Diagnostic {
    let code = u32::from(found);
    RULE.at(place, format!("U+{code:04X}: this control character was replaced"))
        .label("shown as \u{fffd}")
        .help("delete it, and type this part again")
}

/// A character without width, or one that turns the reading direction.
pub fn hidden(place: Place, found: char) -> Diagnostic {
    let code = u32::from(found);
    RULE.at(place, format!("U+{code:04X}: nobody can see this character"))
        .label("in here")
        .help("delete it, and type this part again: pasted text often brings it along")
}
