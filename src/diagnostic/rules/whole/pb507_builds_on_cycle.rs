//! PB507: pages build on each other in a circle.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB507",
    name: "builds-on-cycle",
    severity: Severity::Error,
    docs: include_str!("pb507_builds_on_cycle.md"),
};

/// Pages that build on each other in a circle, from the first back to it.
pub fn breach(place: Place, circle: &[&str]) -> Diagnostic {
    let next = circle.get(1).copied().unwrap_or_default();
    let found = match circle.len() {
        0..=2 => RULE.at(place, format!("\"{next}\" builds on itself")),
        _ => RULE.at(place, format!("\"{}\" is a circle", circle.join(" -> "))),
    };
    found
        .label("nobody could start")
        .help(format!("delete `{next}` here, or break the circle at the page to read first"))
}
