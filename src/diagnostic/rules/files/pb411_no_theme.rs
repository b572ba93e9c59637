//! The settings name a theme that is not there.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// `no-theme`
pub const RULE: Rule = Rule {
    code: "PB411",
    name: "no-theme",
    severity: Severity::Error,
    docs: include_str!("pb411_no_theme.md"),
};

/// `themes/NAME/` has no files.
pub fn breach(theme: &str) -> Diagnostic {
    at(format!("\"{theme}\": there are no files in `themes/{theme}/`"))
        .help("write `theme = \"default\"`, or put the files of the theme there")
}

/// The name is not that of a folder.
pub fn unsafe_name(theme: &str) -> Diagnostic {
    at(format!("{theme:?} is not the name of a folder in `themes/`"))
        .help("write `theme = \"default\"`, or the folder's name without slashes")
}

fn at(message: String) -> Diagnostic {
    let path = Arc::from(super::SETTINGS);
    RULE.at(Place::value(&path, "site.theme"), message)
}
