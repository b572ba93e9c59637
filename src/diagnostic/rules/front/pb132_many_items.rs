//! PB132 many-items: a path has at most twelve items.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB132",
    name: "many-items",
    severity: Severity::Warn,
    docs: include_str!("pb132_many_items.md"),
};

/// More than twelve.
pub fn many(place: Place, count: usize, most: usize) -> Diagnostic {
    RULE.at(place, format!("this path has {count} items"))
        .label(format!("{most} at most"))
        .help("keep what people will do differently at the end, and link the rest from those pages")
}
