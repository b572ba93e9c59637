//! A README that was written as a page.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

/// `readme`
pub const RULE: Rule = rule!("PB415", "readme", Warn, "pb415_readme.md");

/// A README with a title, and the name that would publish it.
pub fn page(path: &Arc<str>, name: &str) -> Diagnostic {
    RULE.at(Place::file(path), "not published: a README tells people of the folder, and is no page")
        .help(text!(
            "to publish it, rename it to `{name}`; if it is none, delete its front matter",
            name
        ))
}
