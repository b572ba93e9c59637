//! Every blank of a prompt says what to put in.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB210", "undescribed-blank", Warn, "pb210_undescribed_blank.md");

/// A blank that the list under the prompt does not describe.
pub fn of(place: Place, name: &str) -> Diagnostic {
    RULE.at(place, text!("{{{name}}}: nothing says what to put into this blank", name))
        .label("used here")
        .help(text!("right under the prompt, write `- {name}: what it is, e.g. an example`", name))
}
