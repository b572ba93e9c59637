//! A named pipe, a socket or a device.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

/// `special-file`
pub const RULE: Rule = rule!("PB406", "special-file", Error, "pb406_special_file.md");

/// What lies there is no file.
pub fn breach(path: &Arc<str>, special: &'static str) -> Diagnostic {
    RULE.at(Place::file(path), text!("{special} is not a file", special = Text::from(special)))
        .help("remove it")
}
