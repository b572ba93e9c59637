//! A file or folder whose name not every system can store, or no address can hold.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

/// `unsafe-name`
pub const RULE: Rule = rule!("PB401", "unsafe-name", Error, "pb401_unsafe_name.md");

/// A name that cannot be published, and one that can.
pub fn breach(path: &Arc<str>, why: Text, suggestion: &str) -> Diagnostic {
    let name = path.rsplit('/').next().unwrap_or_default();
    RULE.at(Place::file(path), text!("\"{name}\": {why}", name, why))
        .help(text!("rename it to `{suggestion}`", suggestion))
}
