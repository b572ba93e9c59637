//! PB122 commas: several ids make a list.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB122",
    name: "commas",
    severity: Severity::Warn,
    docs: include_str!("pb122_commas.md"),
};

/// `sales, support`
pub fn split(place: Place, key: &str, found: &str, list: &str) -> Diagnostic {
    RULE.at(place, format!("\"{found}\" was read as a list"))
        .label("several values")
        .help(format!("{key}: [{list}]"))
}
