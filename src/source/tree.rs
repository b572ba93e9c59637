//! Where files come from: a folder on disk, or a map in memory. Both answer the
//! same questions, so that everything after them is one code path. What lies
//! there is told apart from what it holds: looking is cheap, reading is not.
//! Deliberately absent: what a file means.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::Limits;
use crate::diagnostic::SETTINGS;

use super::asset::Origin;
use super::entry::{EntryKind, TreeEntry};
use super::error::LoadError;
use super::listing;
use super::names;
use super::open::{OpenError, open_regular};
use super::stamp::Stamp;

/// A file that is being read.
pub(super) struct OpenFile<'a> {
    /// Size in bytes when it was opened.
    pub len: u64,
    /// Reads it from its first byte.
    pub reader: Box<dyn Read + 'a>,
    /// Where they can be found again.
    pub origin: Origin,
}

/// A source of files.
pub(super) trait FileTree: Send + Sync {
    /// What lies below a folder of the root, but for ignored names. Ends one
    /// file past the limit. An absent folder is empty.
    fn entries(&self, folder: &str, limits: &Limits) -> Vec<TreeEntry>;

    /// Whether anything lies at the path of a folder of the root.
    fn exists(&self, folder: &str) -> bool;

    /// The stamp of one file, if it is there and has one.
    fn stamp(&self, path: &str) -> Option<Stamp>;

    /// Opens one of the files. Never waits.
    fn open(&self, path: &str) -> Result<OpenFile<'_>, OpenError>;
}

/// A folder on disk.
pub(super) struct Disk {
    /// The folder of the playbook.
    pub root: PathBuf,
}

impl FileTree for Disk {
    fn entries(&self, folder: &str, limits: &Limits) -> Vec<TreeEntry> {
        listing::below(&self.root, folder, limits)
    }

    fn exists(&self, folder: &str) -> bool {
        listing::exists(&self.root.join(folder))
    }

    fn stamp(&self, path: &str) -> Option<Stamp> {
        Stamp::of(&self.root.join(path))
    }

    fn open(&self, path: &str) -> Result<OpenFile<'_>, OpenError> {
        let path = self.root.join(path);
        let (file, found) = open_regular(&path)?;
        let origin = Origin::File(path, Stamp::of_found(&found));
        Ok(OpenFile { len: found.len(), reader: Box::new(file), origin })
    }
}

/// Files in memory, for tests.
pub(super) struct MemoryTree {
    /// Bytes by path from the root.
    pub files: BTreeMap<String, Arc<[u8]>>,
}

impl FileTree for MemoryTree {
    fn entries(&self, folder: &str, limits: &Limits) -> Vec<TreeEntry> {
        let files = self.files.keys().map(|path| (path.as_str(), &EntryKind::File(None)));
        below(files, folder, limits)
    }

    fn exists(&self, folder: &str) -> bool {
        has_below(self.files.keys(), folder)
    }

    // Without a stamp nothing is ever taken over from memory: a map has no clock.
    fn stamp(&self, _: &str) -> Option<Stamp> {
        None
    }

    fn open(&self, path: &str) -> Result<OpenFile<'_>, OpenError> {
        let bytes =
            self.files.get(path).ok_or_else(|| OpenError::Io(io::ErrorKind::NotFound.into()))?;
        Ok(OpenFile {
            len: bytes.len() as u64,
            reader: Box::new(&**bytes),
            origin: Origin::Memory(Arc::clone(bytes)),
        })
    }
}

/// What a look at `folder` finds where `files` are all there is.
pub(super) fn below<'a>(
    files: impl Iterator<Item = (&'a str, &'a EntryKind)>,
    folder: &str,
    limits: &Limits,
) -> Vec<TreeEntry> {
    let inside = format!("{folder}/");
    let at_most = usize::try_from(limits.files).unwrap_or(usize::MAX).saturating_add(1);
    let shown = |(path, _): &(&str, &EntryKind)| {
        let is_hidden = |name| names::placeholder_of(name).is_none() && names::is_ignored(name);
        let rest = path.strip_prefix(&inside);
        // A file or link may lie where the folder should be.
        *path == folder || rest.is_some_and(|rest| !rest.split('/').any(is_hidden))
    };
    let depth = limits.folder_depth as usize;
    let entry = |(path, what): (&str, &EntryKind)| match path
        .match_indices('/')
        .nth(depth.saturating_add(1))
    {
        Some((end, _)) => {
            let folder = path.get(..end).unwrap_or_default();
            TreeEntry { path: folder.to_owned(), what: EntryKind::TooDeep }
        }
        None => entry(path, what),
    };
    files.filter(shown).map(entry).take(at_most).collect()
}

/// Whether any of these paths lies in a folder of the root.
pub(super) fn has_below<'a>(mut paths: impl Iterator<Item = &'a String>, folder: &str) -> bool {
    paths.any(|path| path.strip_prefix(folder).is_some_and(|it| it.starts_with('/')))
}

fn entry(path: &str, what: &EntryKind) -> TreeEntry {
    let (folder, name) = path.rsplit_once('/').unwrap_or_default();
    match names::placeholder_of(name) {
        Some(meant) => TreeEntry { path: [folder, meant].join("/"), what: EntryKind::Placeholder },
        None => TreeEntry { path: path.to_owned(), what: what.clone() },
    }
}

/// The nearest folder upwards that holds a playbook. Whether there is one is for
/// the system to say: an error on the way is no answer.
#[expect(clippy::disallowed_methods, reason = "this room looks for a playbook")]
pub fn find_root(start: &Path) -> Result<PathBuf, LoadError> {
    let absolute = std::path::absolute(start);
    let start = absolute.map_err(|error| LoadError::environment(start, error))?;
    for folder in start.ancestors() {
        let settings = folder.join(SETTINGS);
        // Not `exists`, which calls a folder that may not be looked into one without a playbook.
        if settings.try_exists().map_err(|error| LoadError::environment(&settings, error))? {
            return Ok(folder.to_owned());
        }
    }
    Err(LoadError::NoPlaybook { root: start })
}
