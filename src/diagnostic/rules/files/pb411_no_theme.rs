//! The settings name a theme that is not there.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

/// `no-theme`
pub const RULE: Rule = rule!("PB411", "no-theme", Error, "pb411_no_theme.md");

/// `themes/NAME/` has no files.
pub fn breach(place: Place, theme: &str) -> Diagnostic {
    at(place, text!("\"{theme}\": there are no files in `themes/{theme}/`", theme))
        .help("write `theme = \"default\"`, or put the files of the theme there")
}

/// The name is not that of a folder.
pub fn unsafe_name(place: Place, theme: &str) -> Diagnostic {
    at(place, text!("\"{theme}\" is not the name of a folder in `themes/`", theme))
        .help("write `theme = \"default\"`, or the folder's name without slashes")
}

fn at(place: Place, message: Text) -> Diagnostic {
    RULE.at(place, message).label("no theme of this name")
}
