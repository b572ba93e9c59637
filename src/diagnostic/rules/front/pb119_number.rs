//! PB119 number: a number is written in digits.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB119", "number", Error, "pb119_number.md");

/// Nobody, where people are counted.
pub fn nobody(place: Place, key: &str) -> Diagnostic {
    RULE.at(place, "a repeat by nobody is none, so it is counted as one")
        .label("how many people, 1 or more")
        .help(text!("write how many they were, or delete `{key}`", key))
}

/// No whole number; `has_one`: the line with the number in it is shown.
pub fn not_whole(place: Place, found: &str, has_one: bool) -> Diagnostic {
    let message = RULE.at(place, text!("{found} is no whole number", found)).label("digits only");
    if has_one {
        message
    } else {
        message.help("write the number in digits, without anything else")
    }
}
