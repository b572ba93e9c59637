//! A step of the old way is removed or kept.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB230", "untagged-step", Warn, "pb230_untagged_step.md");

/// A step that is neither.
pub fn step(place: Place, text: &str) -> Diagnostic {
    RULE.at(
        place,
        text!("\"{text}\": nothing says whether this step is removed or kept", text = clip(text)),
    )
    .label("a step of the old way")
    .help("at the line's end, write `- removed: memory` (or speed, availability, consistency)")
    .help("or `- kept: judgment` (or authority, relationship, accountability)")
}
