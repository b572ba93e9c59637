//! Every blank of a prompt says what to put in.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB210",
    name: "undescribed-blank",
    severity: Severity::Warn,
    docs: include_str!("pb210_undescribed_blank.md"),
};

/// A blank that the list under the prompt does not describe.
pub fn of(place: Place, name: &str) -> Diagnostic {
    RULE.at(place, format!("{{{{{name}}}}}: nothing says what to put into this blank"))
        .label("used here")
        .help(format!("right under the prompt, write `- {name}: what it is, e.g. an example`"))
}
