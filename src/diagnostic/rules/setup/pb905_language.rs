//! PB905 language: the site's language is one that is shipped.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB905", "language", Error, "pb905_language.md");

/// A language that is not shipped.
pub fn unknown(place: Place, code: &str, shipped: &[&str]) -> Diagnostic {
    let example = shipped.first().copied().unwrap_or("en");
    RULE.at(place, text!("\"{code}\" is no language that is shipped", code))
        .label(format!("shipped: {}", shipped.join(", ")))
        .help(text!("language = \"{example}\"", example))
}
