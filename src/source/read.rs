//! Bytes of one file: a page or theme file is taken whole, an image or download
//! is hashed as it flows by and only its header is kept, for its size.

use std::io::{self, Read};

use crate::config::Limits;
use crate::document::FileBytes;
use crate::memo::{Digest, Hashed};

use super::asset::Asset;
use super::open::OpenError;
use super::tree::FileTree;

/// How much of an image is looked at: what comes before its size (a colour
/// profile, a preview) is far shorter.
const HEADER_BYTES: usize = 1 << 20;
const CHUNK_BYTES: usize = 64 << 10;

/// Why a file has no bytes here.
#[derive(Debug)]
pub(super) enum ReadError {
    /// It could not be opened.
    Open(OpenError),
    /// It is over this limit.
    TooLarge {
        /// Its size, as far as it is known.
        len: u64,
        /// What was allowed.
        limit: u64,
    },
    /// An image over this many pixels.
    TooManyPixels {
        /// Its width and height.
        dimensions: (u32, u32),
        /// What was allowed.
        limit: u64,
    },
}

impl From<OpenError> for ReadError {
    fn from(error: OpenError) -> Self {
        Self::Open(error)
    }
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Open(OpenError::Io(error))
    }
}

/// All bytes of a file that is at most `limit` long.
pub(super) fn whole(
    tree: &dyn FileTree,
    path: &str,
    limit: u64,
) -> Result<Hashed<FileBytes>, ReadError> {
    let opened = tree.open(path)?;
    if opened.len > limit {
        return Err(ReadError::TooLarge { len: opened.len, limit });
    }
    // One byte of room besides, so that the read that finds the end does not grow it.
    let mut bytes = Vec::with_capacity(usize::try_from(opened.len).unwrap_or_default() + 1);
    // It may grow while it is read.
    opened.reader.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(ReadError::TooLarge { len: bytes.len() as u64, limit });
    }
    Ok(Hashed::new(FileBytes::from(bytes.as_slice())))
}

/// What there is to know of an image or download.
pub(super) fn asset(tree: &dyn FileTree, path: &str, limits: &Limits) -> Result<Asset, ReadError> {
    let limit = limits.asset_bytes;
    let mut opened = tree.open(path)?;
    if opened.len > limit {
        return Err(ReadError::TooLarge { len: opened.len, limit });
    }
    let mut hasher = blake3::Hasher::new();
    let mut header = Vec::new();
    let mut len = 0;
    let mut chunk =
        vec![0; CHUNK_BYTES.min(usize::try_from(opened.len).unwrap_or(CHUNK_BYTES) + 1)];
    loop {
        let read = match opened.reader.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => chunk.get(..read).unwrap_or_default(),
            // `read_to_end` does this by itself, `read` does not.
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error.into()),
        };
        len += read.len() as u64;
        if len > limit {
            return Err(ReadError::TooLarge { len, limit });
        }
        hasher.update(read);
        let wanted = HEADER_BYTES.saturating_sub(header.len()).min(read.len());
        header.extend_from_slice(read.get(..wanted).unwrap_or_default());
    }
    let dimensions = dimensions(&header);
    match dimensions {
        // A picture of a few kilobytes can claim gigabytes
        // of pixels, which readers' browsers would hold.
        Some((width, height)) if u64::from(width) * u64::from(height) > limits.image_pixels => {
            let limit = limits.image_pixels;
            Err(ReadError::TooManyPixels { dimensions: (width, height), limit })
        }
        _ => Ok(Asset {
            len,
            digest: Digest::from(hasher.finalize()),
            dimensions,
            origin: opened.origin,
        }),
    }
}

fn dimensions(header: &[u8]) -> Option<(u32, u32)> {
    let size = imagesize::blob_size(header).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}
