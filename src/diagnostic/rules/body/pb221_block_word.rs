//! Some keys have fixed words.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, nearest, rule};

pub const RULE: Rule = rule!("PB221", "block-word", Error, "pb221_block_word.md");

/// A word that is none of them.
pub fn unknown(place: Place, written: &str, known: &[&str]) -> Diagnostic {
    let found = RULE.at(place, format!("\"{}\" is none of the words for this key", clip(written)));
    match nearest(written, known.iter().copied()) {
        Some(near) => found.label("left out").help(format!("did you mean `{near}`?")),
        None => found.label("left out").help(format!("one of: {}", known.join(", "))),
    }
}
