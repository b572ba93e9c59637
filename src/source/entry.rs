//! What lies at a path, as far as a look at it tells.

use std::io;

use super::stamp::Stamp;

/// Something that lies below the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TreeEntry {
    /// From the root, with `/`.
    pub path: String,
    /// What kind of thing lies there.
    pub what: EntryKind,
}

/// What lies at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum EntryKind {
    /// A file with bytes. Without a stamp it has no history, or was gone before
    /// it could be looked at.
    File(Option<Stamp>),
    /// A folder deeper than the limit, not looked into.
    TooDeep,
    /// A link, wherever it leads.
    Symlink,
    /// A queue, socket or device.
    Special(&'static str),
    /// The system would not tell what lies there.
    Unreadable(Refusal),
    /// A synchronised file that is not on this machine: its name is all there is.
    Placeholder,
}

/// Why the system would not give a file or folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// What a program can tell apart.
    pub kind: io::ErrorKind,
    /// The system's own words: the kind of most errors is only "uncategorized".
    pub reason: String,
}

impl From<&io::Error> for Refusal {
    fn from(error: &io::Error) -> Self {
        Self { kind: error.kind(), reason: error.to_string() }
    }
}
