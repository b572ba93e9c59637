//! A file over the size that the settings allow.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Rule, SETTINGS, rule, text};

/// `too-large`
pub const RULE: Rule = rule!("PB404", "too-large", Error, "pb404_too_large.md");

/// A page, theme file, image or download over the limit of this name.
pub fn breach(path: &Arc<str>, len: u64, limit: u64, setting: &str) -> Diagnostic {
    RULE.at(Place::file(path), text!("{len} bytes, at most {limit} are read", len, limit)).help(
        text!("make it smaller, or raise `{setting}` under `[limits]` in playbook.toml", setting),
    )
}

/// The settings themselves.
pub fn settings(len: u64, limit: u64) -> Diagnostic {
    let path = Arc::from(SETTINGS);
    RULE.at(Place::file(&path), text!("at least {len} bytes, at most {limit} are read", len, limit))
        .help("playbook.toml holds settings only; texts belong in `content/`")
}
