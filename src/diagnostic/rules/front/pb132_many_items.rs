//! PB132 many-items: a path has at most twelve items.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB132", "many-items", Warn, "pb132_many_items.md");

/// More than twelve.
pub fn many(place: Place, count: usize, most: usize) -> Diagnostic {
    RULE.at(place, text!("this path has {count} items", count))
        .label(text!("{most} at most", most))
        .help("keep what people will do differently at the end, and link the rest from those pages")
}
