//! PB310: a link leads to a file that has to be renamed first.

use super::super::clip::shortened;
use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB310", "name-to-change", Warn, "pb310_name_to_change.md");

/// `renamed` is the address to write when the file has a name that can be published.
pub fn breach(place: Place, path: &str, renamed: &str) -> Diagnostic {
    let name = renamed.rsplit('/').next().unwrap_or(renamed);
    RULE.at(
        place,
        text!("\"{path}\" is there, but its name cannot be published", path = shortened(path)),
    )
    .label("shown as plain text until it is renamed")
    .help(text!(
        "rename it to `{name}`, and write `{renamed}`",
        name,
        renamed = shortened(renamed)
    ))
}
