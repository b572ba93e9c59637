//! Opens files of which it is not known what they are by now, and never waits for
//! one.

use std::fs::{File, Metadata, OpenOptions};
use std::io;
use std::os::unix::fs::{FileTypeExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::OFlags;

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
#[expect(clippy::disallowed_methods, reason = "this room reads files")]
pub(super) fn open_regular(path: &Path) -> Result<(File, Metadata), OpenError> {
    let flags = OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::NOCTTY;
    let flags = i32::try_from(flags.bits()).unwrap_or_default();
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path).map_err(|error| {
        if error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) {
            OpenError::Symlink
        } else {
            OpenError::Io(error)
        }
    })?;
    let metadata = file.metadata().map_err(OpenError::Io)?;
    match special(metadata.file_type()) {
        Some(special) => Err(OpenError::Special(special)),
        None => Ok((file, metadata)),
    }
}

/// What a file is that has no bytes to read.
pub(super) fn special(kind: std::fs::FileType) -> Option<&'static str> {
    if kind.is_file() {
        None
    } else if kind.is_fifo() {
        Some("a named pipe")
    } else if kind.is_socket() {
        Some("a socket")
    } else if kind.is_dir() {
        Some("a folder")
    } else {
        Some("a device")
    }
}
