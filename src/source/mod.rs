//! The only room that reads content: a folder becomes a [`Sources`] value.
//! Everything downstream is a function of that value. Deliberately absent:
//! parsing (but of the settings, which say what to read).

mod classify;
mod error;
mod gather;
mod listing;
mod memory;
mod names;
mod pieces;
mod read;
mod reader;
mod scan;
mod settings;
mod stamp;
mod tree;

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use error::LoadError;
pub use pieces::{PIECE_BYTES, Pieces};
pub use reader::Reader;
pub use scan::{Change, Scan};
pub use tree::find_root;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::document::FileBytes;
use crate::memo::{Digest, Hashed};
use stamp::Stamp;
use tree::{Memory, OpenError};

/// The settings' file, which makes a folder a playbook.
pub const SETTINGS: &str = "playbook.toml";

/// Everything that a site is made of. Paths are from the root, with `/`.
#[derive(Clone, Debug)]
pub struct Sources {
    /// `playbook.toml`, parsed.
    pub config: Hashed<Config>,
    /// `playbook.toml`, as written.
    pub config_text: Arc<str>,
    /// Files of `themes/NAME/` by their path in it: they override the built-in
    /// theme's files of the same name. Empty for the default theme.
    pub theme: BTreeMap<Arc<str>, Hashed<FileBytes>>,
    /// Markdown files below `content/`, as read; not yet known to be UTF-8.
    pub documents: BTreeMap<Arc<str>, Hashed<FileBytes>>,
    /// Images and downloads below `content/` and `static/`.
    pub assets: BTreeMap<Arc<str>, Asset>,
    /// What could not be read, and files that are not published: path and message.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the system gave every file that is there, and there is a page among
    /// them. A site of anything less would have lost pages that nobody removed.
    pub is_complete: bool,
}

/// An image or download: a reference, never its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Asset {
    /// Size in bytes.
    pub len: u64,
    /// Of its content.
    pub digest: Digest,
    /// Width and height in pixels, when it is an image.
    pub dimensions: Option<(u32, u32)>,
    /// Where its bytes are.
    pub origin: Origin,
}

impl Asset {
    /// Its bytes, as they are now. Never waits for a file that has become
    /// something else.
    pub fn open(&self) -> std::io::Result<Box<dyn Read + '_>> {
        match &self.origin {
            Origin::Memory(bytes) => Ok(Box::new(&**bytes)),
            Origin::File(path, _) => Ok(Box::new(open_file(path)?)),
        }
    }

    /// All its bytes, if they are still those that were seen.
    pub fn read(&self) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(usize::try_from(self.len).unwrap_or_default());
        self.open()?.take(self.len.saturating_add(1)).read_to_end(&mut bytes)?;
        if Digest::of_bytes(&bytes) == self.digest {
            return Ok(bytes);
        }
        Err(std::io::Error::other("it has been written since"))
    }
}

fn open_file(path: &Path) -> std::io::Result<std::fs::File> {
    match tree::open_regular(path) {
        Ok((file, _)) => Ok(file),
        Err(OpenError::Io(error)) => Err(error),
        Err(OpenError::Special(_) | OpenError::Symlink) => {
            Err(std::io::Error::other("it is no longer a file"))
        }
    }
}

/// Where an asset's bytes are.
#[derive(Clone, Debug)]
pub enum Origin {
    /// In this file, as long as its digest holds; with what a look at it told
    /// when it was read.
    File(PathBuf, Option<Stamp>),
    /// Here.
    Memory(Arc<[u8]>),
}

// Where bytes lie says nothing of what they are: two checkouts of one playbook
// are equal.
impl PartialEq for Origin {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Origin {}

impl std::hash::Hash for Origin {
    fn hash<H: std::hash::Hasher>(&self, _: &mut H) {}
}

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
        Reader::of(Box::new(Memory { files }), PathBuf::new()).load()
    }

    /// Digest of everything: equal digests make equal sites.
    pub fn digest(&self) -> Digest {
        let Self { config, config_text, theme, documents, assets, diagnostics, is_complete } = self;
        Digest::of(&(config, config_text, theme, documents, assets, diagnostics, is_complete))
    }
}
