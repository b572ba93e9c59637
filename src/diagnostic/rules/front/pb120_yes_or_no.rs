//! PB120 yes-or-no: a switch is true or false.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB120", "yes-or-no", Error, "pb120_yes_or_no.md");

/// Neither yes nor no.
pub fn neither(place: Place, key: &str, found: &str) -> Diagnostic {
    let message = match key {
        "draft" => text!("{found} is neither true nor false, so the page is kept back", found),
        _ => text!("{found} is neither true nor false", found),
    };
    let message = RULE.at(place, message).label("true or false");
    match key {
        "draft" => message.help("or delete the line, if the page is ready"),
        _ => message.help(text!("write `{key}: true`, or delete the line", key)),
    }
}
