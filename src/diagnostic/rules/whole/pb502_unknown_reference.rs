//! PB502: a name in front matter stands for nothing.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB502",
    name: "unknown-reference",
    severity: Severity::Error,
    docs: include_str!("pb502_unknown_reference.md"),
};

/// A name that stands for no page of the kind.
pub fn unknown_reference(
    place: Place,
    noun: &str,
    word: &str,
    near: Option<&str>,
    all: &str,
) -> Diagnostic {
    let diagnostic =
        RULE.at(place, format!("no {noun} \"{word}\"")).label("left out until it exists");
    match near {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None if all.is_empty() => {
            diagnostic.help(format!("there is no {noun} yet: add a file for it"))
        }
        None => diagnostic.help(format!("write one of: {all}")),
    }
}
