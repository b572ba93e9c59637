//! Every blank of a prompt says what to put in.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule};

pub const RULE: Rule = rule!("PB210", "undescribed-blank", Warn, "pb210_undescribed_blank.md");

/// A blank that the list under the prompt does not describe.
pub fn of(place: Place, name: &str) -> Diagnostic {
    RULE.at(place, format!("{{{{{name}}}}}: nothing says what to put into this blank"))
        .label("used here")
        .help(format!("right under the prompt, write `- {name}: what it is, e.g. an example`"))
}
