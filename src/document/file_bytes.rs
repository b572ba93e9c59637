//! The bytes of one file, as text where they are UTF-8: whoever needs the text
//! shares it. Deliberately absent: what the file is.

use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

/// The bytes of one file.
#[derive(Clone, Debug)]
pub enum FileBytes {
    /// Bytes that are valid UTF-8.
    Text(Arc<str>),
    /// Bytes of any other file.
    Binary(Arc<[u8]>),
}

impl FileBytes {
    /// The bytes, shared with whoever has them.
    pub fn arc(&self) -> Arc<[u8]> {
        match self {
            Self::Text(text) => Arc::clone(text).into(),
            Self::Binary(bytes) => Arc::clone(bytes),
        }
    }
}

impl From<&[u8]> for FileBytes {
    fn from(bytes: &[u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::Text(Arc::from(text)),
            Err(_) => Self::Binary(Arc::from(bytes)),
        }
    }
}

impl Deref for FileBytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Binary(bytes) => bytes,
        }
    }
}

impl PartialEq for FileBytes {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for FileBytes {}

impl Hash for FileBytes {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}
