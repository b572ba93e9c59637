//! A page holds no phone number.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule};

pub const RULE: Rule = rule!("PB262", "phone-number", Warn, "pb262_phone_number.md");

/// A number with the shape of a phone's.
pub fn of(place: Place) -> Diagnostic {
    RULE.at(place, "this looks like a phone number, which may be somebody's own")
        .label("published as it stands")
        .help(
            "write a blank in a prompt, such as {{phone}}; elsewhere say where the number is found",
        )
}
