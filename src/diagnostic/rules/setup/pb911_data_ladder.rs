//! PB911 data-ladder: the data ladder has rungs, each with its own name.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB911", "data-ladder", Error, "pb911_data_ladder.md");

/// No rung at all.
pub fn empty(place: Place) -> Diagnostic {
    RULE.at(place, "the ladder has no rung").label("least delicate first").help(EXAMPLE)
}

/// A rung without a name, or with the name of another.
pub fn bad_rung(place: Place, found: &str) -> Diagnostic {
    let message = match found {
        "" => text!("a rung without a name"),
        _ => text!("the rung \"{found}\" is there twice", found),
    };
    RULE.at(place, message).label("delete it, or name it").help(EXAMPLE)
}

const EXAMPLE: &str = r#"ladder = ["public", "internal", "confidential", "restricted"]"#;
