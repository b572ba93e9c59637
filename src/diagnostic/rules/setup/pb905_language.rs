//! PB905 language: the site's language is one that is shipped.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB905", "language", Error, "pb905_language.md");

/// A language that is not shipped.
pub fn unknown(place: Place, code: &str, shipped: &[&str]) -> Diagnostic {
    RULE.at(place, text!("\"{code}\" is no language that is shipped", code))
        .label(text!("shipped: {languages}", languages = shipped.join(", ")))
        .help(
            "write one of these, perhaps with a region, as in \"de-CH\"; the language of a single \
             page is its `lang`",
        )
}
