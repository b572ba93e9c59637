//! Images and downloads: what is known of one, and where its bytes are. The bytes
//! themselves are never held.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::memo::Digest;

use super::open::{OpenError, open_regular};
use super::stamp::Stamp;

/// An image or download: a reference, never its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Asset {
    /// Its size, in bytes.
    pub len: u64,
    /// The digest of its content.
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
            Origin::Revision => Err(no_longer_here()),
        }
    }

    /// All its bytes, if they are still those that were seen.
    pub fn read(&self) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(usize::try_from(self.len).unwrap_or_default());
        // One byte more than it had is enough to know that it has grown.
        self.open()?.take(self.len.saturating_add(1)).read_to_end(&mut bytes)?;
        if Digest::of_bytes(&bytes) == self.digest {
            return Ok(bytes);
        }
        Err(std::io::Error::other("it has been written since"))
    }
}

/// What was there once is compared, and never published.
pub(super) fn no_longer_here() -> std::io::Error {
    std::io::Error::other("it is a file of an earlier revision")
}

pub(super) fn open_file(path: &Path) -> std::io::Result<std::fs::File> {
    match open_regular(path) {
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
    /// Its bytes are in memory.
    Memory(Arc<[u8]>),
    /// In a revision: nobody has its bytes.
    Revision,
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
