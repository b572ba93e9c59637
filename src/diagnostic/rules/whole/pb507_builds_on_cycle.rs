//! PB507: pages build on each other in a circle.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB507", "builds-on-cycle", Error, "pb507_builds_on_cycle.md");

/// Pages that build on each other in a circle, from the first back to it.
pub fn breach(place: Place, circle: &[&str]) -> Diagnostic {
    let next = circle.get(1).copied().unwrap_or_default();
    let found = match circle.len() {
        0..=2 => RULE.at(place, text!("\"{next}\" builds on itself", next)),
        _ => RULE.at(place, text!("\"{circle}\" is a circle", circle = circle.join(" -> "))),
    };
    found
        .label("nobody could start")
        .help(text!("delete `{next}` here, or break the circle at the page to read first", next))
}
