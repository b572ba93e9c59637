//! A prompt has a number of blanks that somebody can fill in.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB215", "blank-limit", Warn, "pb215_blank_limit.md");

/// A blank beyond the limit.
pub fn too_many(place: Place, limit: usize) -> Diagnostic {
    RULE.at(place, text!("this prompt has more than {limit} blanks", limit))
        .label("text from here on")
        .help("make several prompts of it, or ask for all of it in one `{{notes...}}`")
}
