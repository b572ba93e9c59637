//! A theme that the settings name and that is not there.

use std::sync::Arc;

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB952",
    name: "theme-missing",
    severity: Severity::Error,
    docs: include_str!("pb952_theme_missing.md"),
};

/// There is no file in `themes/NAME/`.
pub fn no_folder(name: &str) -> Diagnostic {
    let place = Place::value(&Arc::from("playbook.toml"), "site.theme");
    RULE.at(place, format!("\"{name}\": there is no theme of this name"))
        .label(format!("no file in themes/{name}/"))
        .help("theme = \"default\"")
}
