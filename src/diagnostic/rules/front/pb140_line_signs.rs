//! Signs of a word processor or of another tool around keys and entries.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB140", "line-signs", Warn, "pb140_line_signs.md");

/// `• sales`
pub fn bullet(place: Place, found: &str) -> Diagnostic {
    RULE.at(place, text!("\"{found}\" begins an entry of a list; it was read as `-`", found))
        .label("a hyphen and a blank")
}

/// `-sales`
pub fn dash(place: Place) -> Diagnostic {
    RULE.at(place, "a blank is missing after the `-`; it was read as an entry of the list")
        .label("a hyphen and a blank")
}

/// `title = Renewal prep`, `data： internal`
pub fn colon(place: Place, found: &str) -> Diagnostic {
    RULE.at(place, text!("\"{found}\" stands where a colon belongs; it was read as one", found))
        .label("a colon and a blank")
}

/// `**title:** Renewal prep`
pub fn bold(place: Place) -> Diagnostic {
    RULE.at(place, "a key needs no stars around it; they were left out").label("bold")
}

/// `- title: Renewal prep`
pub fn dash_before_key(place: Place) -> Diagnostic {
    RULE.at(place, "a key needs no `-` before it; it was left out").label("no list")
}
