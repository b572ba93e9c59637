//! PB250: an id that a page had belongs to another page too.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB250", "former-id", Error, "pb250_former_id.md");

/// A page has this id now, and it keeps it.
pub fn live(place: Place, id: &str, other: Place) -> Diagnostic {
    let found = RULE.at(place, text!("\"{id}\" is the id of {path}", id, path = &*other.path));
    found
        .label("not a former id")
        .help("delete it: whatever names this id means the page that has it now")
        .related(other, "has the id")
}

/// Two pages say that they had it. The first by path gets it.
pub fn twice(place: Place, id: &str, other: Place) -> Diagnostic {
    let found =
        RULE.at(place, text!("\"{id}\" is also a former id of {path}", id, path = &*other.path));
    found
        .label("left out")
        .help("delete it in the page that readers should not be led to")
        .related(other, "gets what names this id")
}
