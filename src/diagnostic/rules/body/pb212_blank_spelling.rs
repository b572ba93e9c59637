//! A blank is written in two pairs of braces.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB212", "blank-spelling", Warn, "pb212_blank_spelling.md");

/// A blank as another tool writes it, and what to write instead.
pub fn found(place: Place, written: &str, instead: Option<&str>) -> Diagnostic {
    let found = told(place, written);
    match instead {
        Some(blank) => found.help(text!("write {blank}", blank)),
        None => found.help("between {{ and }}, write what belongs there: letters, digits and `_`"),
    }
}

/// The same in a line of which all can be told: the line is offered by whoever has it.
pub fn in_line(place: Place, written: &str) -> Diagnostic {
    told(place, written)
}

/// Adds how the list under the prompt describes the blank.
pub fn described(found: Diagnostic, name: &str) -> Diagnostic {
    found.help(text!("right under the prompt, write `- {name}: what it is, e.g. an example`", name))
}

/// A sign of another tool that repeats or leaves out a part.
pub fn control(place: Place, written: &str) -> Diagnostic {
    told(place, written).help("delete it: a prompt has no conditions and no loops")
}

fn told(place: Place, written: &str) -> Diagnostic {
    RULE.at(place, text!("\"{written}\" is text, not a blank to fill in", written = clip(written)))
        .label("copied as it stands")
}
