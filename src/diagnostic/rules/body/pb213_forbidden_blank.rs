//! A prompt does not ask for what may never be pasted.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB213", "forbidden-blank", Warn, "pb213_forbidden_blank.md");

/// A blank that asks for something that *Never paste* names.
pub fn of(place: Place, name: &str, phrase: &str) -> Diagnostic {
    RULE.at(place, text!("{{{name}}} asks for what the page says never to paste", name))
        .label(text!("*Never paste* says \"{phrase}\"", phrase = clip(phrase)))
        .help("take the blank out, or say in its description what may be pasted instead")
}
