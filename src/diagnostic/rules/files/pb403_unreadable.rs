//! A file or folder that the system does not let us read.

use std::io::ErrorKind;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

/// `unreadable`
pub const RULE: Rule = rule!("PB403", "unreadable", Error, "pb403_unreadable.md");

/// The system says no, for this reason in its words.
pub fn breach(path: &Arc<str>, kind: ErrorKind, reason: &str) -> Diagnostic {
    let problem = RULE.at(Place::file(path), text!("cannot be read: {reason}", reason));
    problem.help(match kind {
        ErrorKind::PermissionDenied => "give whoever builds the site the right to read it",
        _ => "run the command again; if it says the same, look at the disk that the file lies on",
    })
}

/// A program that keeps folders in step left a placeholder for it.
pub fn placeholder(path: &Arc<str>) -> Diagnostic {
    RULE.at(
        Place::file(path),
        "cannot be read: it is not on this machine, only a placeholder of it",
    )
    .help("let the program that synchronises the folder download it, and keep it on this machine")
}

/// It was listed and then it was not there, more than once.
pub fn vanished(path: &Arc<str>) -> Diagnostic {
    RULE.at(Place::file(path), "cannot be read: it was removed while the playbook was being read")
        .help("run the command again when nothing else changes the folder")
}
