//! PB507: pages build on each other in a circle.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB507",
    name: "builds-on-cycle",
    severity: Severity::Error,
    docs: include_str!("pb507_builds_on_cycle.md"),
};

/// Pages that build on each other in a circle, from the first back to it.
pub fn builds_on_cycle(place: Place, circle: &[&str]) -> Diagnostic {
    RULE.at(place, format!("these pages build on each other: {}", circle.join(" -> ")))
        .label("nobody could start")
        .help("remove one of the links: begin with what needs nothing else")
}
