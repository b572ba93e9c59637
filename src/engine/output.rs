//! One published file, neither planned nor rendered until somebody asks for it.
//! Deliberately absent: the bytes of images and downloads.

use std::fmt;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::memo::{Digest, Hashed};
use crate::source::Asset;

/// One published file: how to come by its bytes.
#[derive(Clone)]
pub enum Output {
    /// Bytes that are made when somebody asks.
    Rendered(Arc<dyn Render>),
    /// Bytes that are here already.
    Bytes(Hashed<[u8]>),
    /// By copying an image or download.
    Asset(Asset),
}

impl Output {
    /// Bytes that are there already.
    pub fn bytes(bytes: impl Into<Arc<[u8]>>) -> Self {
        Self::Bytes(Hashed::from(bytes.into()))
    }

    /// Digest of everything that it may show: equal keys make equal bytes.
    pub fn key(&self) -> Digest {
        match self {
            Self::Rendered(page) => page.key(),
            Self::Bytes(bytes) => Hashed::digest(bytes),
            Self::Asset(asset) => asset.digest,
        }
    }

    /// Whether both show the same. What a build took over from the one before
    /// is known without a key, which would have to be planned.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Rendered(one), Self::Rendered(another)) if Arc::ptr_eq(one, another) => true,
            _ => self.key() == other.key(),
        }
    }
}

impl fmt::Debug for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rendered(_) => f.write_str("Rendered"),
            Self::Bytes(bytes) => write!(f, "Bytes({})", bytes.len()),
            Self::Asset(asset) => asset.fmt(f),
        }
    }
}

/// What makes an output's bytes: a pure function of what it holds.
pub trait Render: Send + Sync {
    /// Digest of everything that the output may show.
    fn key(&self) -> Digest;

    /// The bytes, the same each time; or what is wrong with the template.
    fn render(&self) -> Result<Vec<u8>, RenderError>;
}

/// A template that could not show a view: nothing may be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderError(pub Box<Diagnostic>);
