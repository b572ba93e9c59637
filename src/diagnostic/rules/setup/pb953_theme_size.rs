//! A theme with more templates than the engine is given stack for.

use std::sync::Arc;

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB953",
    name: "theme-size",
    severity: Severity::Error,
    docs: include_str!("pb953_theme_size.md"),
};

/// `found` is more than `most`.
pub fn too_many(theme: &str, found: usize, most: usize) -> Diagnostic {
    let place = Place::file(&Arc::from(format!("themes/{theme}")));
    RULE.at(place, format!("{found} templates: a theme has at most {most}")).help(
        "a file that is not overridden need not be copied: delete what equals the built-in theme",
    )
}
