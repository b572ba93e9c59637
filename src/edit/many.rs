//! Changes of many sources at once. What to change enters; all of it is done, or an error
//! says how far it came. Everything that can be in the way is looked for before the first
//! file is written. Deliberately absent: what the changes are for.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::file::{FileError, replace_file};
use super::page::ChangedLines;

/// Files that are to change together. Paths are from the root, with `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceChanges {
    /// Files that get other bytes, where they lie before anything is moved.
    pub files: Vec<ChangedFile>,
    /// What gets another place, with all that is in it: from and to.
    pub moved: Option<(String, String)>,
    /// Files that are taken away.
    pub removed: Vec<String>,
}

/// A file that gets other bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedFile {
    /// Where it lies now.
    pub path: String,
    /// As it was read.
    pub before: Vec<u8>,
    /// As it is to be.
    pub after: Vec<u8>,
}

/// Why not all was done.
#[derive(Debug)]
pub struct Interrupted {
    /// What was being written, moved or removed.
    pub path: String,
    /// What was in the way.
    pub error: FileError,
    /// What was written before that.
    pub done: Vec<String>,
}

impl SourceChanges {
    /// Writes all of it below a folder. Files that name the one that moves come first:
    /// the same command, given again, then goes on where it was stopped.
    pub fn write(&self, root: &Path) -> Result<(), Interrupted> {
        let stopped = |path: &str, error, done: &[String]| Interrupted {
            path: path.to_owned(),
            error,
            done: done.to_owned(),
        };
        for file in &self.files {
            same_bytes(&root.join(&file.path), &file.before)
                .map_err(|error| stopped(&file.path, error, &[]))?;
        }
        if let Some((from, to)) = &self.moved {
            is_free(&root.join(from), &root.join(to)).map_err(|error| stopped(to, error, &[]))?;
        }
        let moves = |path: &str| self.moved.as_ref().is_some_and(|(from, _)| is_in(path, from));
        let mut done = Vec::new();
        let mut files: Vec<&ChangedFile> = self.files.iter().collect();
        files.sort_by_key(|file| moves(&file.path));
        for file in files {
            replace_file(&root.join(&file.path), &file.before, &file.after)
                .map_err(|error| stopped(&file.path, error, &done))?;
            done.push(file.path.clone());
        }
        if let Some((from, to)) = &self.moved
            && let Err(error) = shift(&root.join(from), &root.join(to))
        {
            // As it was, so that the file says the same as its place.
            for file in self.files.iter().filter(|file| moves(&file.path)) {
                let _ = replace_file(&root.join(&file.path), &file.after, &file.before);
            }
            done.retain(|path| !moves(path));
            return Err(stopped(from, error, &done));
        }
        for path in &self.removed {
            let file = root.join(path);
            fs::remove_file(&file)
                .map_err(|error| stopped(path, failed("remove", &file, error), &done))?;
        }
        Ok(())
    }
}

impl ChangedFile {
    /// The lines that go and come, run by run.
    pub fn changed_lines(&self) -> Vec<ChangedLines> {
        let (before, after) =
            (String::from_utf8_lossy(&self.before), String::from_utf8_lossy(&self.after));
        let (old, new): (Vec<&str>, Vec<&str>) =
            (before.lines().collect(), after.lines().collect());
        let (mut one, mut other) = (0, 0);
        let mut runs = Vec::new();
        while one < old.len() || other < new.len() {
            let (left, right) = (tail(&old, one), tail(&new, other));
            let (gone, come) = run(left, right);
            if gone + come > 0 {
                let owned = |lines: &[&str], count: usize| {
                    lines.iter().take(count).map(|line| (*line).to_owned()).collect()
                };
                let (removed, added) = (owned(left, gone), owned(right, come));
                runs.push(ChangedLines { first: one + 1, removed, added });
            }
            // The line that both have again.
            (one, other) = (one + gone + 1, other + come + 1);
        }
        runs
    }
}

fn tail<'a, 'b>(lines: &'a [&'b str], from: usize) -> &'a [&'b str] {
    lines.get(from..).unwrap_or_default()
}

/// How many lines go and come before the next one that both have: the fewest.
fn run(old: &[&str], new: &[&str]) -> (usize, usize) {
    let fewest = (0..old.len() + new.len()).find_map(|sum| {
        let alike = |gone: &usize| {
            let pair = old.get(*gone).zip(new.get(sum - gone));
            pair.is_some_and(|(old, new)| old == new)
        };
        (0..=sum).find(alike).map(|gone| (gone, sum - gone))
    });
    fewest.unwrap_or((old.len(), new.len()))
}

/// Whether a path is this file, or in this folder.
pub(super) fn is_in(path: &str, place: &str) -> bool {
    path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn same_bytes(path: &Path, read: &[u8]) -> Result<(), FileError> {
    let found = fs::symlink_metadata(path).map_err(|error| failed("look at", path, error))?;
    if found.is_symlink() {
        return Err(FileError::Link);
    }
    let now = fs::read(path).map_err(|error| failed("read", path, error))?;
    if now == read { Ok(()) } else { Err(FileError::Changed) }
}

/// Whether nothing has this name. A disk that ignores case has it already where only the
/// case is another: its folder says how it is really written.
fn is_free(from: &Path, to: &Path) -> Result<(), FileError> {
    if fs::symlink_metadata(to).is_err() {
        return Ok(());
    }
    let is_same = from.parent() == to.parent()
        && from.file_name().map(|name| name.to_string_lossy().to_lowercase())
            == to.file_name().map(|name| name.to_string_lossy().to_lowercase());
    let folder = to.parent().unwrap_or(Path::new(""));
    let entries = fs::read_dir(folder).map_err(|error| failed("look into", folder, error))?;
    let is_written_so =
        entries.flatten().any(|entry| Some(entry.file_name().as_os_str()) == to.file_name());
    if is_same && !is_written_so { Ok(()) } else { Err(FileError::Exists) }
}

fn shift(from: &Path, to: &Path) -> Result<(), FileError> {
    let folder = to.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).map_err(|error| failed("make", folder, error))?;
    fs::rename(from, to).map_err(|error| failed("move", from, error))
}

fn failed(doing: &'static str, path: &Path, error: io::Error) -> FileError {
    FileError::Io { doing, path: PathBuf::from(path), error }
}
