//! PB119 number: a number is written in digits.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB119", "number", Error, "pb119_number.md");

/// Nobody, where people are counted.
pub fn nobody(place: Place, key: &str) -> Diagnostic {
    RULE.at(place, "a repeat by nobody is none, so it is counted as one")
        .label("how many people, 1 or more")
        .help(text!("{key}: 2", key))
}

/// No whole number.
pub fn not_whole(place: Place, key: &str, found: &str, digits: &str) -> Diagnostic {
    let example = if digits.is_empty() || digits.len() > 9 { "12" } else { digits };
    RULE.at(place, text!("{found} is no whole number", found))
        .label("digits only")
        .help(format!("{key}: {example}"))
}
