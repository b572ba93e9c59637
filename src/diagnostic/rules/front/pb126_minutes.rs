//! PB126 minutes: a workflow that takes longer than before.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB126", "minutes", Warn, "pb126_minutes.md");

/// `after` above `before`.
pub fn longer(place: Place, before: u32, after: u32) -> Diagnostic {
    RULE.at(
        place,
        text!("{before} minutes before and {after} after: it takes longer", before, after),
    )
    .label("swapped?")
    .help(text!(
        "if they are swapped, write `before: {after}` and `after: {before}`",
        after,
        before
    ))
}
