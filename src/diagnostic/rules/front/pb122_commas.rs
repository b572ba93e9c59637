//! PB122 commas: several ids make a list.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB122", "commas", Warn, "pb122_commas.md");

/// `sales, support`
pub fn split(place: Place, found: &str) -> Diagnostic {
    RULE.at(place, text!("\"{found}\" was read as a list", found)).label("several values")
}

/// `Sales / Finance`; `alone` when it is all that stands at the key.
pub fn names(place: Place, key: &str, found: &str, list: &str, alone: bool) -> Diagnostic {
    RULE.at(place, text!("\"{found}\" was read as several names", found))
        .label("several values")
        .help(match alone {
            true => Text::verbatim(format!("{key}: [{list}]")),
            false => text!("write them as `{list}`", list),
        })
}
