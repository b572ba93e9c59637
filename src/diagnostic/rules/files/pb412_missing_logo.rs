//! The settings name a logo or favicon that is not there.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

/// `missing-logo`
pub const RULE: Rule = rule!("PB412", "missing-logo", Error, "pb412_missing_logo.md");

/// `static/FILE` could not be read or is not there.
pub fn breach(place: Place, key: &str, file: &str) -> Diagnostic {
    RULE.at(place, text!("\"{file}\": there is no `static/{file}`", file))
        .label("no such file")
        .help(text!("put the {key} there, or take the line out", key))
}
