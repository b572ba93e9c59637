//! A hint of the template that is still behind what was written before it.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB142", "hint-left", Warn, "pb142_hint_left.md");

/// The hint, which is not read.
pub fn dropped(place: Place) -> Diagnostic {
    RULE.at(place, "the template's hint still stands on this line; it was left out")
        .label("for whoever fills in the page")
}
