//! What a reading leaves for the next: every file that could be read, under the
//! stamp that it had.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::document::{FileBytes, Unpublished};
use crate::memo::Hashed;

use super::asset::Asset;
use super::entry::{EntryKind, TreeEntry};
use super::stamp::Stamp;

/// What was read, to be used again as long as its file has the same stamp.
#[derive(Clone, Debug, Default)]
pub(super) struct FileMemory {
    pub files: BTreeMap<Arc<str>, RememberedFile>,
    /// All of it together, as it was found.
    pub found: FoundFiles,
}

/// Everything that was found.
#[derive(Clone, Debug)]
pub(super) struct FoundFiles {
    /// The system gave everything that was asked for.
    pub is_complete: bool,
    pub documents: BTreeMap<Arc<str>, Hashed<FileBytes>>,
    pub misnamed: BTreeMap<Arc<str>, Hashed<FileBytes>>,
    pub theme: BTreeMap<Arc<str>, Hashed<FileBytes>>,
    pub assets: BTreeMap<Arc<str>, Asset>,
    pub unpublished: BTreeMap<Arc<str>, Unpublished>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Default for FoundFiles {
    fn default() -> Self {
        Self {
            is_complete: true,
            documents: BTreeMap::new(),
            misnamed: BTreeMap::new(),
            theme: BTreeMap::new(),
            assets: BTreeMap::new(),
            unpublished: BTreeMap::new(),
            diagnostics: Vec::new(),
        }
    }
}

#[derive(Clone, Debug)]
pub(super) struct RememberedFile {
    pub stamp: Stamp,
    /// The stamp may have missed a write: the file is read once more.
    pub unsure: bool,
    pub content: FileContent,
}

/// What it holds.
#[derive(Clone, Debug)]
pub(super) enum FileContent {
    Bytes(Hashed<FileBytes>),
    Asset(Asset),
}

impl FileMemory {
    /// Whether a file should be read again although nobody seems to have
    /// written to it.
    pub(super) fn is_unsure(&self) -> bool {
        self.files.values().any(|file| file.unsure)
    }

    /// Those files.
    pub(super) fn unsure(&self) -> Vec<Arc<str>> {
        let unsure = self.files.iter().filter(|(_, file)| file.unsure);
        unsure.map(|(path, _)| Arc::clone(path)).collect()
    }

    /// What an entry holds, when it has the stamp that it had.
    pub(super) fn recall(&self, entry: &TreeEntry) -> Option<(&Arc<str>, &FileContent)> {
        let EntryKind::File(stamp) = entry.what else { return None };
        let (path, file) = self.files.get_key_value(entry.path.as_str())?;
        (!file.unsure && Some(file.stamp) == stamp).then_some((path, &file.content))
    }
}
