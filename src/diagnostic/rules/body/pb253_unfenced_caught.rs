//! A caught error in lines of its own that are no block.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule};

pub const RULE: Rule = rule!("PB253", "unfenced-caught", Warn, "pb253_unfenced_caught.md");

/// What was said and what is true, in plain lines.
pub fn found(place: Place) -> Diagnostic {
    RULE.at(place, "a caught error stands here as text, so it is in no log and no drill")
        .label("its first line")
}
