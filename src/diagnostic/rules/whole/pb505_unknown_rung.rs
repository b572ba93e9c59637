//! PB505: a word is no rung of the data ladder.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB505",
    name: "unknown-rung",
    severity: Severity::Error,
    docs: include_str!("pb505_unknown_rung.md"),
};

/// A word that is not on the data ladder.
pub fn unknown_rung(place: Place, word: &str, near: Option<&str>, all: &str) -> Diagnostic {
    let diagnostic = RULE
        .at(place, format!("\"{word}\" is no rung of the data ladder"))
        .label("read as: nobody has said");
    match near {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help(format!("write one of: {all}")),
    }
}
