//! PB511: two pages say much the same.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB511", "near-duplicate", Warn, "pb511_near_duplicate.md");

/// A page close to an older one.
pub fn breach(place: Place, other: Place, title: &str) -> Diagnostic {
    RULE.at(place, text!("\"{title}\" says much of what this page says", title))
        .help("if you repeated that one, delete this page and add yourself to `repeated_by` there")
        .help("if the job is another, say so under `## Not for`, and keep what differs")
        .related(other, "the other page")
}
