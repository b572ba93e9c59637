//! PB102 one-layer: a page has exactly one of the three layers.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB102", "one-layer", Error, "pb102_one_layer.md");

/// More than one layer.
pub fn several(place: Place, found: &str) -> Diagnostic {
    RULE.at(place, text!("{found}: a page has one layer", found))
        .label("pick the one a reader gains")
        .help("make a second page for the other layer and link it with `next:`")
}

/// A layer that does not exist.
pub fn unknown(place: Place, found: &str, near: Option<&str>) -> Diagnostic {
    let found = RULE.at(place, text!("{found} is no layer", found));
    match near {
        Some(near) => found.label(text!("did you mean `{near}`?", near)),
        None => found.label("one of three").help(CHOICE),
    }
}

/// No layer at all. `others` are the lines that a finished page has besides, as forms: they are
/// asked for only once there is one.
pub fn missing(place: Place, others: &str) -> Diagnostic {
    let found = RULE.at(place, "this page has no layer").label("add `layer:`").help(CHOICE);
    match others {
        "" => found,
        _ => {
            found.help(text!("in the same go, fill in what is missing besides:\n{others}", others))
        }
    }
}

const CHOICE: &str = "write `layer: fluency` (do the task today), `layer: judgment` (catch the \
                      error) or `layer: redesign` (rebuild the process)";
