//! PB503: a name stands where an id should.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB503",
    name: "name-for-id",
    severity: Severity::Warn,
    docs: include_str!("pb503_name_for_id.md"),
};

/// A display name that was understood.
pub fn breach(place: Place, word: &str, id: &str) -> Diagnostic {
    RULE.at(place, format!("\"{word}\" is the name of `{id}`"))
        .label(format!("read as `{id}`"))
        .help(format!("write `{id}`: a name may change, a file name rarely does"))
}
