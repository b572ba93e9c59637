//! PB515: a page is due for another run.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB515", "overdue", Warn, "pb515_overdue.md");

/// A page whose due date has passed; `last` is its last run.
pub fn breach(place: Place, last: &str, due: &str) -> Diagnostic {
    RULE.at(place, text!("last run on {last}, so it was due again on {due}", last, due))
        .label("readers are told so")
        .help("run it once from end to end; if it still works, write that day into `verified`")
}
