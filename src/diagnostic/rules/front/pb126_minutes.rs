//! PB126 minutes: a workflow that takes longer than before.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB126",
    name: "minutes",
    severity: Severity::Warn,
    docs: include_str!("pb126_minutes.md"),
};

/// `after` above `before`.
pub fn longer(place: Place, before: u32, after: u32) -> Diagnostic {
    RULE.at(place, format!("{before} minutes before and {after} after: it takes longer"))
        .label("swapped?")
        .help(format!("minutes: {{before: {after}, after: {before}}}"))
}
