//! The only room that reads content: a folder becomes a [`Sources`] value.
//! Everything downstream is a function of that value, whether it is of the disk or of a
//! git revision. Deliberately absent: parsing (but of the settings, which say what to
//! read).

mod asset;
mod classify;
mod entry;
mod error;
mod gather;
mod git;
mod history;
mod listing;
mod memory;
mod names;
mod open;
mod pieces;
mod read;
mod reader;
mod readme;
mod revision;
mod scan;
mod settings;
mod sources;
mod stamp;
mod tree;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use asset::{Asset, Origin};
pub use error::LoadError;
pub use history::{Earlier, HistoryError};
pub use names::page_fault;
pub use pieces::{PIECE_BYTES, Pieces};
pub use reader::Reader;
pub use scan::{Change, Scan};
pub use sources::Sources;
pub use tree::find_root;

use tree::MemoryTree;

/// Reads the playbook in the folder `root`.
pub fn load(root: &Path) -> Result<Sources, LoadError> {
    Reader::new(root)?.load()
}

impl Sources {
    /// A playbook from files in memory, read as if they lay on a disk.
    pub fn in_memory(
        files: impl IntoIterator<Item = (impl Into<String>, impl Into<Vec<u8>>)>,
    ) -> Result<Self, LoadError> {
        let files =
            files.into_iter().map(|(path, bytes)| (path.into(), Arc::from(bytes.into()))).collect();
        Reader::of(Box::new(MemoryTree { files }), PathBuf::new()).load()
    }
}
