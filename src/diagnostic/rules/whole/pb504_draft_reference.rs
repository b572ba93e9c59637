//! PB504: front matter names a draft.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB504", "draft-reference", Error, "pb504_draft_reference.md");

/// A name of a page that is kept back.
pub fn breach(place: Place, word: &str) -> Diagnostic {
    RULE.at(place, text!("\"{word}\" is a draft, so it is not published", word))
        .label("left out until it is")
        .help("delete `draft: true` there, or this name")
}
