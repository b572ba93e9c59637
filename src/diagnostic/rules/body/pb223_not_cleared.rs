//! An error that reached a customer is shown when somebody has cleared it.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule};

pub const RULE: Rule = rule!("PB223", "not-cleared", Error, "pb223_not_cleared.md");

/// An error that reached a customer.
pub fn caught(place: Place) -> Diagnostic {
    not_shown(place, "this error reached a customer and nobody has cleared it")
}

/// An error of which nobody can tell how far it got.
pub fn unclear(place: Place) -> Diagnostic {
    not_shown(place, "nobody can tell whether this error reached a customer")
        .help("or say how far it got: `Reached: draft` or `Reached: colleague`")
}

fn not_shown(place: Place, message: &'static str) -> Diagnostic {
    RULE.at(place, message)
        .label("the block is not published")
        .help("add `Cleared by: the person or role that allowed it to be told`")
}
