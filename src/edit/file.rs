//! One file, as a whole or not at all: a new one over nothing, or another text in one
//! that is still what somebody read. Deliberately absent: what the bytes mean.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::create::stage;

/// Why a file was not written. Nothing has changed then.
#[derive(Debug)]
pub enum FileError {
    /// A new file would have taken the place of one that is there.
    Exists,
    /// The file is not what it was when it was read.
    Changed,
    /// A link stands there, and what it leads to may belong to others.
    Link,
    /// The system refused to do this.
    Io {
        /// What was tried, as in "cannot write".
        doing: &'static str,
        /// The file or folder it was tried with.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

/// Writes a new file, with the folders above it.
pub fn create_file(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let folder = path.parent().unwrap_or(Path::new(""));
    match fs::symlink_metadata(path) {
        Ok(_) => return Err(FileError::Exists),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(failed("look at", path, error)),
    }
    fs::create_dir_all(folder).map_err(|error| failed("make", folder, error))?;
    let staging = stage(folder).map_err(|error| failed("write into", folder, error))?;
    let staged = staging.path().join("new");
    fs::write(&staged, bytes).map_err(|error| failed("write", path, error))?;
    let staged = TempPath::try_from_path(staged).map_err(|error| failed("write", path, error))?;
    staged.persist_noclobber(path).map_err(|refused| match refused.error.kind() {
        ErrorKind::AlreadyExists => FileError::Exists,
        _ => failed("write", path, refused.error),
    })
}

/// Puts other bytes into a file, if those that were read are still there.
pub fn replace_file(path: &Path, read: &[u8], bytes: &[u8]) -> Result<(), FileError> {
    let found = fs::symlink_metadata(path).map_err(|error| failed("look at", path, error))?;
    // A rename would put a file in its place, and leave what it leads to as it is.
    if found.is_symlink() {
        return Err(FileError::Link);
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let staging = stage(folder).map_err(|error| failed("write into", folder, error))?;
    let staged = staging.path().join("new");
    let write = || -> io::Result<()> {
        fs::write(&staged, bytes)?;
        fs::set_permissions(&staged, found.permissions())?;
        // The rename must not reach the disk before the bytes do.
        fs::File::open(&staged)?.sync_all()
    };
    write().map_err(|error| failed("write", path, error))?;
    // As late as can be: an editor may have saved since.
    let now = fs::read(path).map_err(|error| failed("read", path, error))?;
    if now != read {
        return Err(FileError::Changed);
    }
    fs::rename(&staged, path).map_err(|error| failed("write", path, error))
}

fn failed(doing: &'static str, path: &Path, error: io::Error) -> FileError {
    FileError::Io { doing, path: path.to_owned(), error }
}
