//! PB111 unquoted: text with signs that mean something to YAML needs quotes.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB111", "unquoted", Warn, "pb111_unquoted.md");

/// `: ` in the text.
pub fn colon(place: Place, found: &str) -> Diagnostic {
    assumed(place, found, "text with a colon needs quotes")
}

/// ` #` in the text.
pub fn hash(place: Place, found: &str) -> Diagnostic {
    assumed(place, found, "without quotes a `#` cuts the text off")
}

/// Curly quotes.
pub fn curly(place: Place, found: &str) -> Diagnostic {
    assumed(place, found, "curly quotes are no quotes here")
}

/// A quote without its second one.
pub fn unclosed(place: Place, found: &str) -> Diagnostic {
    assumed(place, found, "the closing quote is missing")
}

/// A sign at the start of the text, or text behind a closing quote or bracket.
pub fn sign(place: Place, found: &str) -> Diagnostic {
    assumed(place, found, "text that starts with such a sign needs quotes around all of it")
}

/// No blank after a key's colon.
pub fn no_blank_after_colon(place: Place, found: &str) -> Diagnostic {
    assumed(place, found, "a blank is missing after the key's colon")
}

fn assumed(place: Place, found: &str, why: &'static str) -> Diagnostic {
    RULE.at(place, text!("{found}: {why}", found, why = Text::from(why)))
        .label("read as the line below")
}
