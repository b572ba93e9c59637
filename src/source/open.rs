//! Opens files of which it is not known what they are by now.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

use crate::platform;

/// Why a file could not be opened.
#[derive(Debug)]
pub(super) enum OpenError {
    /// The system says no.
    Io(io::Error),
    /// It is no regular file.
    Special(&'static str),
    /// It is a link.
    Symlink,
}

/// Opens a file for reading, with what it is, without ever waiting for it: a queue that took a
/// file's place since it was listed would otherwise hold up the build.
pub(super) fn open_regular(path: &Path) -> Result<(File, Metadata), OpenError> {
    let file = platform::open_without_waiting(path).map_err(|error| {
        if platform::is_link_error(&error) { OpenError::Symlink } else { OpenError::Io(error) }
    })?;
    // Of what was opened and not of the path, which may be another file by now.
    let metadata = file.metadata().map_err(OpenError::Io)?;
    match platform::special(metadata.file_type()) {
        Some(special) => Err(OpenError::Special(special)),
        None => Ok((file, metadata)),
    }
}
