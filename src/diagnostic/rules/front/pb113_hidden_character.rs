//! PB113 hidden-character: text holds only characters that a person can see.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB113",
    name: "hidden-character",
    severity: Severity::Warn,
    docs: include_str!("pb113_hidden_character.md"),
};

/// A control character, which was replaced.
pub fn replaced(place: Place, found: char) -> Diagnostic {
    let code = u32::from(found);
    RULE.at(place, format!("the control character U+{code:04X} was replaced"))
        .label("shown as \u{fffd}")
        .help("delete it, and type this part again")
}

/// A character without width, or one that turns the reading direction.
pub fn hidden(place: Place, found: char) -> Diagnostic {
    let code = u32::from(found);
    RULE.at(place, format!("a character that nobody sees: U+{code:04X}"))
        .label("in here")
        .help("delete it, and type this part again: pasted text often brings it along")
}
