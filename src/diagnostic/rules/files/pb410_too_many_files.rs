//! More files than the settings allow.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

/// `too-many-files`
pub const RULE: Rule = rule!("PB410", "too-many-files", Error, "pb410_too_many_files.md");

/// Nothing is read: a part of a playbook would look like a playbook from which
/// somebody had removed the rest.
pub fn breach(place: Place, limit: u64) -> Diagnostic {
    RULE.at(place, text!("there are more than {limit} files", limit))
        .help("remove what does not belong here, or raise `files` under `[limits]`")
}
