//! Some keys have fixed words.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, nearest, rule, text};

pub const RULE: Rule = rule!("PB221", "block-word", Error, "pb221_block_word.md");

/// A word that is none of them.
pub fn unknown(place: Place, written: &str, known: &[&str]) -> Diagnostic {
    let found = RULE.at(
        place,
        text!("\"{written}\" is none of the words for this key", written = clip(written)),
    );
    match nearest(written, known.iter().copied()) {
        Some(near) => found.label("left out").help(text!("did you mean `{near}`?", near)),
        None => found.label("left out").help(text!("one of: {known}", known = known.join(", "))),
    }
}
