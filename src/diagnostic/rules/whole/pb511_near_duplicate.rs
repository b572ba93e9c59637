//! PB511: two pages say much the same.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB511",
    name: "near-duplicate",
    severity: Severity::Warn,
    docs: include_str!("pb511_near_duplicate.md"),
};

/// A page close to an older one.
pub fn near_duplicate(place: Place, other: Place, title: &str) -> Diagnostic {
    RULE.at(place, format!("much of this page also stands in \"{title}\""))
        .help("add a repeat there (`repeated_by`), or say under *Not for* how this one differs")
        .related(other, "the other page")
}
