//! PB954 theme-settings: `theme.toml` says something that does something.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB954", "theme-settings", Error, "pb954_theme_settings.md");

/// The file cannot be read. The words are the reader's own.
pub fn syntax(place: Place, what: &str) -> Diagnostic {
    RULE.at(place, text!("theme settings: {what}", what))
}

/// A key that no theme has.
pub fn unknown(place: Place, key: &str, near: Option<&str>, known: &[&str]) -> Diagnostic {
    let found = RULE.at(place, text!("`{key}` is no setting of a theme", key));
    match near {
        Some(near) => found
            .label(text!("did you mean `{near}`?", near))
            .help(text!("write `{near} = ...`", near)),
        None => found
            .label("unknown")
            .help(text!("a theme's settings are {known}", known = known.join(", "))),
    }
}

/// A theme that cannot be extended.
pub fn parent(place: Place, known: &[&str]) -> Diagnostic {
    RULE.at(place, "there is no such theme to extend")
        .help(text!("write `extends = ...`, with one of {known}", known = known.join(", ")))
}
