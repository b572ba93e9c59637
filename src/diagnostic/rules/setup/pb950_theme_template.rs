//! A template of `themes/NAME/` that cannot be read, does not fit the others,
//! or fails on a page. The words are the template engine's own.

use std::sync::Arc;

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB950", "theme-template", Error, "pb950_theme_template.md");

/// A fault with a place.
pub fn at(place: Place, what: &str) -> Diagnostic {
    let diagnostic = RULE.at(place, text!("template: {fault}", fault = lower(what)));
    // The frame of the company has lost a block.
    if what.contains("is not defined in any parent template (default/") {
        return diagnostic.help("built-in templates fill this block: keep it, if only empty");
    }
    diagnostic
}

/// A fault that cannot be traced to a file of the theme.
pub fn without_place(theme: &str, what: &str) -> Diagnostic {
    at(Place::file(&Arc::from(format!("themes/{theme}"))), what)
}

fn lower(what: &str) -> String {
    let mut chars = what.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}
