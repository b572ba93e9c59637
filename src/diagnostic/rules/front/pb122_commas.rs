//! PB122 commas: several ids make a list.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB122", "commas", Warn, "pb122_commas.md");

/// `sales, support`
pub fn split(place: Place, key: &str, found: &str, list: &str) -> Diagnostic {
    RULE.at(place, text!("\"{found}\" was read as a list", found))
        .label("several values")
        .help(format!("{key}: [{list}]"))
}
