//! A new folder of files: all of them, over nothing, or none. Files by path enter; the
//! folder appears in one step, or an error says what is in the way. Deliberately
//! absent: adding to a folder that has something in it already.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use tempfile::{TempDir, TempPath};

/// What a folder may hold and still count as empty: a repository that was cloned before
/// anything was in it, and what the system's file browser leaves everywhere.
const AS_GOOD_AS_NOTHING: [&str; 2] = [".git", ".DS_Store"];

/// Why a folder of files was not made.
#[derive(Debug)]
pub enum CreateError {
    /// A file is where the folder should be.
    NoFolder(PathBuf),
    /// The folder has these things in it already.
    Occupied(Vec<String>),
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

type Result<T> = std::result::Result<T, CreateError>;

/// Writes files, each by its path with `/`, into a folder that is not there yet or is
/// empty. When it fails, nothing of it is left. `last`: the file whose presence says
/// that all others are there.
pub fn create_all(folder: &Path, files: &BTreeMap<String, String>, last: &str) -> Result<()> {
    if is_there(folder)? {
        find_obstacle(folder)?;
        fill(folder, files, last)
    } else {
        appear(folder, files)
    }
}

/// Fails when files can not be made in this folder, because of what is there already.
pub fn find_obstacle(folder: &Path) -> Result<()> {
    if !is_there(folder)? {
        return Ok(());
    }
    let entries = fs::read_dir(folder).map_err(|error| match error.kind() {
        ErrorKind::NotADirectory => CreateError::NoFolder(folder.to_owned()),
        _ => failed("look into", folder)(error),
    })?;
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(failed("look into", folder))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| !AS_GOOD_AS_NOTHING.contains(&name.as_str()));
    names.sort();
    if names.is_empty() { Ok(()) } else { Err(CreateError::Occupied(names)) }
}

/// A folder that is not there yet is written beside its place and takes it by a rename:
/// nobody ever sees half of it.
fn appear(folder: &Path, files: &BTreeMap<String, String>) -> Result<()> {
    // Folders above it that are missing too come into being with it.
    let mut top = folder;
    let beside = loop {
        match top.parent() {
            Some(above) if is_there(above)? => break above,
            Some(above) => top = above,
            None => break top,
        }
    };
    let staging = stage(beside).map_err(failed("write into", beside))?;
    let staged_top = staging.path().join("new");
    let inside = folder.strip_prefix(top).unwrap_or(Path::new(""));
    write_all(&staged_top.join(inside), files)?;
    // Over an empty folder at most, if somebody made one in the meantime.
    fs::rename(&staged_top, top).map_err(failed("make", top))
}

/// Into a folder that is there already each file and folder is moved by itself, and is
/// taken back when a later one cannot be.
fn fill(folder: &Path, files: &BTreeMap<String, String>, last: &str) -> Result<()> {
    let staging = stage(folder).map_err(failed("write into", folder))?;
    let staged = staging.path().join("new");
    write_all(&staged, files)?;
    let mut names: Vec<&str> =
        files.keys().map(|path| path.split('/').next().unwrap_or_default()).collect();
    names.dedup();
    names.sort_by_key(|name| *name == last);
    let mut moved = Vec::new();
    for name in names {
        let to = folder.join(name);
        if let Err(error) = move_over_nothing(&staged.join(name), &to) {
            moved.iter().for_each(|path: &PathBuf| take_back(path));
            return Err(failed("make", &to)(error));
        }
        moved.push(to);
    }
    Ok(())
}

fn move_over_nothing(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_dir() {
        // Refused by the system where there is anything but an empty folder.
        fs::rename(from, to)
    } else {
        TempPath::try_from_path(from)?.persist_noclobber(to).map_err(|it| it.error)
    }
}

fn take_back(path: &Path) {
    // If this fails too, what is left is only our own.
    let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
}

fn write_all(folder: &Path, files: &BTreeMap<String, String>) -> Result<()> {
    for (path, text) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(failed("make", parent))?;
        }
        fs::write(&path, text).map_err(failed("write", &path))?;
    }
    Ok(())
}

/// A folder that goes with all that is left in it, however this ends.
pub(super) fn stage(inside: &Path) -> io::Result<TempDir> {
    // What is made in it has the rights that new files have here; it has fewer itself.
    tempfile::Builder::new().prefix(".playbook-").tempdir_in(inside)
}

fn is_there(path: &Path) -> Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            Err(CreateError::NoFolder(path.parent().unwrap_or(path).to_owned()))
        }
        Err(error) => Err(failed("look at", path)(error)),
    }
}

pub(super) fn failed(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> CreateError {
    let path = path.to_owned();
    move |error| CreateError::Io { doing, path, error }
}
