//! PB111 unquoted: text with signs that mean something to YAML needs quotes.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB111",
    name: "unquoted",
    severity: Severity::Warn,
    docs: include_str!("pb111_unquoted.md"),
};

/// `: ` in the text.
pub fn colon(place: Place, found: &str, corrected: &str) -> Diagnostic {
    assumed(place, found, corrected, "a colon inside text", "text with a colon needs quotes")
}

/// ` #` in the text.
pub fn hash(place: Place, found: &str, corrected: &str) -> Diagnostic {
    let why = "without quotes a `#` cuts the text off";
    assumed(place, found, corrected, "a `#` inside text", why)
}

/// Curly quotes.
pub fn curly(place: Place, found: &str, corrected: &str) -> Diagnostic {
    let why = "curly quotes are no quotes here";
    assumed(place, found, corrected, "curly quotes around text", why)
}

/// A quote without its second one.
pub fn unclosed(place: Place, found: &str, corrected: &str) -> Diagnostic {
    assumed(place, found, corrected, "a quote that is never closed", "the closing quote is missing")
}

/// A sign at the start of the text.
pub fn sign(place: Place, found: &str, corrected: &str) -> Diagnostic {
    let why = "text that starts with this sign needs quotes";
    assumed(place, found, corrected, "a sign that means something else at the start of text", why)
}

/// No blank after a key's colon.
pub fn glued(place: Place, found: &str, corrected: &str) -> Diagnostic {
    assumed(place, found, corrected, "no blank after the key's colon", "a blank is missing here")
}

fn assumed(place: Place, _found: &str, corrected: &str, what: &str, why: &str) -> Diagnostic {
    RULE.at(place, format!("{what}; the whole value was taken as text")).label(why).help(corrected)
}
