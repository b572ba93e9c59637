//! PB102 one-layer: a page has exactly one of the three layers.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB102", "one-layer", Error, "pb102_one_layer.md");

/// More than one layer.
pub fn several(place: Place, found: &str) -> Diagnostic {
    RULE.at(place, format!("{found}: a page has one layer"))
        .label("pick the one a reader gains")
        .help("make a second page for the other layer and link it with `next:`")
}

/// A layer that does not exist.
pub fn unknown(place: Place, found: &str, near: Option<&str>) -> Diagnostic {
    let found = RULE.at(place, format!("{found} is no layer"));
    match near {
        Some(near) => found.label(format!("did you mean `{near}`?")),
        None => found.label("one of three").help(CHOICE),
    }
}

/// No layer at all.
pub fn missing(place: Place) -> Diagnostic {
    RULE.at(place, "this page has no layer").label("add `layer:`").help(CHOICE)
}

const CHOICE: &str = "write `layer: fluency` (do the task today), `layer: judgment` (catch the \
                      error) or `layer: redesign` (rebuild the process)";
