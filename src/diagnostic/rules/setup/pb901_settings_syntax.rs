//! PB901 settings-syntax: the settings are TOML.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB901", "settings-syntax", Error, "pb901_settings_syntax.md");

/// What the parser says.
pub fn syntax(place: Place, what: &str) -> Diagnostic {
    let what = what.lines().collect::<Vec<_>>().join(", ");
    let found =
        RULE.at(place, text!("the settings cannot be read: {what}", what = &what)).label("here");
    if what.contains("duplicate") {
        return found.help("delete one of the two lines");
    }
    found.help("write `key = \"text\"`, one on each line, below a line such as `[site]`")
}
