//! New files in a folder that has others: all of them, over nothing, or none. Files by
//! path enter; they lie on the disk, or an error says what is in the way. Deliberately
//! absent: a change of a file that is there.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::create::{CreateError, failed, stage};

/// Writes files, each by its path with `/`, into a folder with others. Each appears by a
/// rename, and only where nothing is. When one cannot, nothing of all is left.
pub fn add_all(
    folder: &Path,
    files: &BTreeMap<String, Vec<u8>>,
) -> std::result::Result<(), CreateError> {
    // Below the folder, so that a rename does not leave the disk.
    let staging = stage(folder).map_err(failed("write into", folder))?;
    let mut staged = Vec::new();
    for (number, (path, bytes)) in files.iter().enumerate() {
        let from = staging.path().join(number.to_string());
        fs::write(&from, bytes).map_err(failed("write", &folder.join(path)))?;
        staged.push((from, folder.join(path)));
    }
    let mut made = Made::default();
    for (from, to) in staged {
        if let Err(error) = made.put(&from, &to) {
            made.take_back();
            return Err(failed("make", &to)(error));
        }
    }
    Ok(())
}

/// What was made so far, for the case that it has to go again.
#[derive(Default)]
struct Made {
    files: Vec<PathBuf>,
    /// From the outer to the inner ones.
    folders: Vec<PathBuf>,
}

impl Made {
    fn put(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        let mut missing = Vec::new();
        let mut above = to.parent();
        while let Some(folder) = above.filter(|folder| !folder.is_dir()) {
            missing.push(folder);
            above = folder.parent();
        }
        for folder in missing.into_iter().rev() {
            match fs::create_dir(folder) {
                Ok(()) => self.folders.push(folder.to_owned()),
                // Somebody else made it in the meantime.
                Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => {}
                Err(error) => return Err(error),
            }
        }
        TempPath::try_from_path(from)?.persist_noclobber(to).map_err(|it| it.error)?;
        self.files.push(to.to_owned());
        Ok(())
    }

    fn take_back(&self) {
        // If this fails too, what is left is only our own.
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            // Only an empty one goes.
            let _ = fs::remove_dir(folder);
        }
    }
}
