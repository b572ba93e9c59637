//! PB515: a page is due for another run.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB515",
    name: "overdue",
    severity: Severity::Warn,
    docs: include_str!("pb515_overdue.md"),
};

/// A page whose due date has passed.
pub fn overdue(place: Place, due: &str) -> Diagnostic {
    RULE.at(place, format!("due for another run since {due}"))
        .label("readers are told so")
        .help("run it once from end to end; if it still works, write today's date here")
}
