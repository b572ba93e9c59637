//! A blank is written in two pairs of braces.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB212", "bracket-blank", Warn, "pb212_bracket_blank.md");

/// A blank in square brackets.
pub fn found(place: Place, written: &str, name: &str) -> Diagnostic {
    RULE.at(place, text!("\"[{written}]\" is text, not a blank to fill in", written))
        .label("shown with its brackets")
        .help(text!("write {blank}", blank = format!("{{{{{name}}}}}")))
}
