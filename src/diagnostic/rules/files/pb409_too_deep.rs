//! Folders in folders beyond the limit.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

/// `too-deep`
pub const RULE: Rule = rule!("PB409", "too-deep", Error, "pb409_too_deep.md");

/// A folder that is not looked into.
pub fn breach(path: &Arc<str>, limit: u32) -> Diagnostic {
    RULE.at(Place::file(path), text!("this folder lies deeper than {limit} and is not read", limit))
        .help("move what is in it further up, or raise `folder_depth` under `[limits]`")
}
