//! PB502: a name in front matter stands for nothing.

use super::super::{Diagnostic, Place, Rule, Severity};
use crate::document::kind::Kind;

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
    kind: Kind,
    word: &str,
    near: Option<&str>,
    all: &str,
) -> Diagnostic {
    let noun = kind.noun();
    let diagnostic =
        RULE.at(place, format!("no {noun} \"{word}\"")).label("left out until it exists");
    match near {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None if all.is_empty() => {
            diagnostic.help(format!("add it as content/{}/{word}.md", kind.folder()))
        }
        None => diagnostic.help(format!("write one of: {all}")),
    }
}
