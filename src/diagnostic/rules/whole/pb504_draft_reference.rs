//! PB504: front matter names a draft.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB504",
    name: "draft-reference",
    severity: Severity::Error,
    docs: include_str!("pb504_draft_reference.md"),
};

/// A name of a page that is not published.
pub fn draft_reference(place: Place, noun: &str, word: &str) -> Diagnostic {
    RULE.at(place, format!("the {} \"{word}\" is a draft", noun))
        .label("left out until it is published")
        .help("remove `draft: true` there, or this name")
}
