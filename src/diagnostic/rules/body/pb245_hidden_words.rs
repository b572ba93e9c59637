//! Words of the writer stand in a comment.

use super::super::clip::clip;
use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB245", "hidden-words", Warn, "pb245_hidden_words.md");

/// A comment with words in it.
pub fn found(place: Place, words: &str) -> Diagnostic {
    RULE.at(place, text!("nobody sees \"{words}\": it stands inside <!-- -->", words = clip(words)))
        .label("a comment begins here")
        .help("delete `<!--` and `-->` to show it; delete all of it if it was a note to yourself")
}
