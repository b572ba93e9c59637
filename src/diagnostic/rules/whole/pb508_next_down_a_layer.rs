//! PB508: `next` goes down a layer.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB508",
    name: "next-down-a-layer",
    severity: Severity::Warn,
    docs: include_str!("pb508_next_down_a_layer.md"),
};

/// A `next` that leads from a higher layer to a lower one.
pub fn breach(place: Place, id: &str, from: &str, to: &str) -> Diagnostic {
    RULE.at(place, format!("\"{id}\" is a {to} page, and this is a {from} page"))
        .label("`next` leads from fluency to judgment to redesign")
        .help(format!("if a reader should know it first, write `builds_on: [{id}]`"))
}
