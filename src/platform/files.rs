//! Files: who they are, when they changed, opening them without waiting, locks.

use std::fs::{File, FileType, Metadata, OpenOptions};
use std::io;
use std::os::unix::fs::{FileTypeExt, MetadataExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::{FlockOperation, OFlags, flock};
use rustix::io::Errno;

/// Two files with one identity are the same file: the number of the file system
/// and the number in it.
pub type FileIdentity = (u64, u64);

/// When a file changed, in nanoseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileTimes {
    /// When its content was written last.
    pub modified: i128,
    /// When its content, or who may read it, changed last.
    pub changed: i128,
}

/// Who a file is.
pub fn identity(found: &Metadata) -> FileIdentity {
    (found.dev(), found.ino())
}

/// When a file changed.
pub fn times(found: &Metadata) -> FileTimes {
    let time = |seconds: i64, nanos: i64| i128::from(seconds) * 1_000_000_000 + i128::from(nanos);
    FileTimes {
        modified: time(found.mtime(), found.mtime_nsec()),
        changed: time(found.ctime(), found.ctime_nsec()),
    }
}

/// Opens a file for reading without ever waiting for it, and through no link: a
/// queue may have taken a file's place since somebody looked.
pub fn open_without_waiting(path: &Path) -> io::Result<File> {
    // Opening a queue waits for a writer that may never come, and
    // a terminal could become the one that controls the process.
    let flags = OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::NOCTTY;
    OpenOptions::new().read(true).custom_flags(bits(flags)).open(path)
}

/// Opens a file that is to be locked; it is made where there is none.
pub fn create_for_lock(path: &Path) -> io::Result<File> {
    // Through a link another file would be made, or locked, somewhere else.
    let flags = bits(OFlags::NOFOLLOW | OFlags::NONBLOCK);
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).custom_flags(flags).open(path)
}

/// Takes the lock of a file; false while another process has it. It ends with the
/// file, however the process ends.
pub fn try_lock(file: &File) -> io::Result<bool> {
    loop {
        // Of the file and not of its existence: a process that was killed leaves no lock behind.
        match flock(file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => return Ok(true),
            Err(Errno::INTR) => {}
            Err(Errno::WOULDBLOCK) => return Ok(false),
            Err(error) => return Err(error.into()),
        }
    }
}

/// Whether opening failed because a link stands there.
pub fn is_link_error(error: &io::Error) -> bool {
    error.raw_os_error() == Some(Errno::LOOP.raw_os_error())
}

/// What a file is that has no bytes to read.
pub fn special(kind: FileType) -> Option<&'static str> {
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

fn bits(flags: OFlags) -> i32 {
    i32::try_from(flags.bits()).unwrap_or_default()
}
