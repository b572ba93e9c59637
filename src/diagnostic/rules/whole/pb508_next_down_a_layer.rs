//! PB508: `next` goes down a layer.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB508", "next-down-a-layer", Warn, "pb508_next_down_a_layer.md");

/// A `next` that leads from a higher layer to a lower one.
pub fn breach(place: Place, id: &str, from: &str, to: &str) -> Diagnostic {
    RULE.at(place, text!("\"{id}\" is a {to} page, and this is a {from} page", id, to, from))
        .label("`next` leads from fluency to judgment to redesign")
        .help(text!("if a reader should know it first, write `builds_on: [{id}]`", id))
}
