//! A large image or download in pieces, for whoever passes it on and must not
//! hold it as a whole. An asset enters; its bytes leave in order. The last piece
//! comes only when all of them together are the content that was seen, so that
//! what is complete is never half of one file and half of another.

use std::fmt;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek};
use std::sync::Arc;
use std::time::SystemTime;

use crate::memo::Digest;

use super::asset::{Asset, Origin, no_longer_here, open_file};
use super::stamp::Stamp;

/// Bytes of a piece, but for the last one.
// Large enough that calls cost little, small enough that hundreds of slow readers cost little.
pub const PIECE_BYTES: u64 = 64 << 10;

/// What is left of an asset's bytes.
pub struct Pieces {
    reader: Box<dyn Read + Send>,
    hasher: Box<blake3::Hasher>,
    wanted: Digest,
    left: u64,
}

impl fmt::Debug for Pieces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pieces({} left)", self.left)
    }
}

impl Asset {
    /// Its bytes in pieces, if its content is still the one that was seen. A file
    /// whose stamp has not moved since is not read twice to know that.
    pub fn pieces(&self) -> io::Result<Pieces> {
        let reader: Box<dyn Read + Send> = match &self.origin {
            Origin::Memory(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
            Origin::File(path, seen) => Box::new(self.unchanged(open_file(path)?, *seen)?),
            Origin::Revision => return Err(no_longer_here()),
        };
        Ok(Pieces { reader, hasher: Box::default(), wanted: self.digest, left: self.len })
    }

    #[expect(clippy::disallowed_methods, reason = "a write right after a look can leave no trace")]
    fn unchanged(&self, mut file: File, seen: Option<Stamp>) -> io::Result<File> {
        let now = Stamp::of_found(&file.metadata()?);
        // Hashed beforehand otherwise, since an answer that has begun cannot be taken back.
        let is_untouched = now.is_some() && now == seen;
        if is_untouched && !now.is_some_and(|now| now.may_miss_a_write(SystemTime::now())) {
            return Ok(file);
        }
        let mut hasher = blake3::Hasher::new();
        let read =
            io::copy(&mut Read::by_ref(&mut file).take(self.len.saturating_add(1)), &mut hasher)?;
        if read != self.len || Digest::from(hasher.finalize()) != self.digest {
            return Err(io::Error::other("it has been written since"));
        }
        file.rewind()?;
        Ok(file)
    }
}

impl Pieces {
    fn piece(&mut self) -> io::Result<Vec<u8>> {
        let wanted = self.left.min(PIECE_BYTES);
        let mut piece = Vec::with_capacity(usize::try_from(wanted).unwrap_or_default());
        let read = Read::by_ref(&mut self.reader).take(wanted).read_to_end(&mut piece)?;
        if read as u64 != wanted {
            // The file has become shorter: the reader must not take what came for the whole.
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.hasher.update(&piece);
        self.left -= wanted;
        if self.left == 0 && Digest::from(self.hasher.finalize()) != self.wanted {
            return Err(io::Error::other("it has been written meanwhile"));
        }
        Ok(piece)
    }
}

/// After an error there are no more pieces.
impl Iterator for Pieces {
    type Item = io::Result<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.left == 0 {
            return None;
        }
        let piece = self.piece();
        if piece.is_err() {
            self.left = 0;
        }
        Some(piece)
    }
}
