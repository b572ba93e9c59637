//! A file or folder that the system does not let us read.

use std::io::ErrorKind;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// `unreadable`
pub const RULE: Rule = Rule {
    code: "PB403",
    name: "unreadable",
    severity: Severity::Error,
    docs: include_str!("pb403_unreadable.md"),
};
/// The system says no.
pub fn breach(path: &Arc<str>, why: ErrorKind) -> Diagnostic {
    let problem = RULE.at(Place::file(path), format!("cannot be read: {why}"));
    if why == ErrorKind::PermissionDenied {
        problem.help("give whoever builds the site the right to read it")
    } else {
        problem
    }
}

/// It was listed and then it was not there, twice.
pub fn vanished(path: &Arc<str>) -> Diagnostic {
    RULE.at(Place::file(path), "cannot be read: it was removed while the playbook was being read")
        .help("run the command again when nothing else changes the folder")
}
