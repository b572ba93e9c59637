//! A blank is written in two pairs of braces.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB212", "blank-spelling", Warn, "pb212_blank_spelling.md");

/// A blank as another tool writes it, and the name that it would have here.
pub fn found(place: Place, written: &str, name: Option<&str>) -> Diagnostic {
    let found = told(place, written);
    match name {
        Some(name) => found.help(text!("write {blank}", blank = format!("{{{{{name}}}}}"))),
        None => found.help("between {{ and }}, write what belongs there: letters, digits and `_`"),
    }
}

/// A sign of another tool that repeats or leaves out a part.
pub fn control(place: Place, written: &str) -> Diagnostic {
    told(place, written).help("delete it: a prompt has no conditions and no loops")
}

fn told(place: Place, written: &str) -> Diagnostic {
    RULE.at(place, text!("\"{written}\" is text, not a blank to fill in", written = clip(written)))
        .label("copied as it stands")
}
