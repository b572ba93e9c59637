//! Settings that are not UTF-8 text.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Rule, SETTINGS, rule};

/// `settings-text`
pub const RULE: Rule = rule!("PB413", "settings-text", Error, "pb413_settings_text.md");

/// The bytes from here on are not UTF-8.
pub fn breach(valid_up_to: usize) -> Diagnostic {
    let path = Arc::from(SETTINGS);
    RULE.at(Place::bytes(&path, valid_up_to..valid_up_to + 1), "playbook.toml is not UTF-8 text")
        .label("the first byte that is not")
        .help("save the file again with the encoding UTF-8")
}
