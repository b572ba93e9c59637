//! A symbolic link below the content, the static files or the theme.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

/// `symlink`
pub const RULE: Rule = rule!("PB402", "symlink", Error, "pb402_symlink.md");

/// A link, wherever it leads.
pub fn breach(path: &Arc<str>) -> Diagnostic {
    let problem = RULE.at(Place::file(path), "a symbolic link is not followed");
    if path.contains('/') {
        problem.help("put a copy of the file here, or link to the page from another page's text")
    } else {
        // The whole folder, as in a checkout that shares its pages with another.
        problem.help("name the folder that holds the playbook itself with `--root DIR`, or put the folder here")
    }
}
