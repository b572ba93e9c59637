//! Lists and quotes nest to a limit.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB203", "nesting-limit", Error, "pb203_nesting_limit.md");

/// A list or quote that is too deep.
pub fn too_deep(place: Place, limit: u32) -> Diagnostic {
    RULE.at(place, text!("nested too deep: lists and quotes have at most {limit} levels", limit))
        .label("too deep from here")
        .help("use headings, or put text that is no list into a code block")
}
