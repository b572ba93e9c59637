//! A step of the old way is removed or kept.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB230",
    name: "untagged-step",
    severity: Severity::Warn,
    docs: include_str!("pb230_untagged_step.md"),
};

/// A step that is neither.
pub fn step(place: Place, text: &str) -> Diagnostic {
    let shown: String = text.chars().take(60).collect();
    let dots = if shown.len() < text.len() { "..." } else { "" };
    RULE.at(place, format!("\"{shown}{dots}\": nothing says whether this step is removed or kept"))
        .label("a step of the old way")
        .help("at the line's end, write `- removed: memory` (or speed, availability, consistency)")
        .help("or `- kept: judgment` (or authority, relationship, accountability)")
}
