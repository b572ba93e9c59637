//! PB513: something that a page stands on changed.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB513",
    name: "needs-review",
    severity: Severity::Warn,
    docs: include_str!("pb513_needs_review.md"),
};

/// A page that readers are told to check first.
pub fn needs_review(place: Place, reason: &str, help: &str) -> Diagnostic {
    RULE.at(place, reason).label("readers are told to check first").help(help)
}
