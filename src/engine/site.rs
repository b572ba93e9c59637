//! A whole site as a value: what is published at each address. An output is not
//! rendered until somebody asks for its bytes. Deliberately absent: where a site
//! is written, and the bytes of images and downloads.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
pub use crate::document::Route;
use crate::memo::Digest;
use crate::source::Asset;

/// Everything that is published.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// What is at each address.
    pub outputs: BTreeMap<Route, Output>,
}

/// One published file.
#[derive(Clone, Debug)]
pub struct Output {
    /// Digest of everything that it may show: equal keys make equal bytes.
    pub key: Digest,
    /// How to come by its bytes.
    pub content: OutputContent,
}

impl Output {
    /// Rendered when its bytes are wanted.
    pub fn rendered(key: Digest, render: impl Render + 'static) -> Self {
        Self { key, content: OutputContent::Rendered(Arc::new(render)) }
    }

    /// Bytes that are there already.
    pub fn bytes(bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes = bytes.into();
        Self { key: Digest::of_bytes(&bytes), content: OutputContent::Bytes(bytes) }
    }

    /// An image or download.
    pub fn asset(asset: Asset) -> Self {
        Self { key: asset.digest, content: OutputContent::Asset(asset) }
    }
}

/// How to come by the bytes of an output.
#[derive(Clone)]
pub enum OutputContent {
    /// By rendering it.
    Rendered(Arc<dyn Render>),
    /// They are here.
    Bytes(Arc<[u8]>),
    /// By copying an image or download.
    Asset(Asset),
}

impl fmt::Debug for OutputContent {
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
    /// The bytes, the same each time; or what is wrong with the template.
    fn render(&self) -> Result<Vec<u8>, RenderError>;
}

impl<F: Fn() -> Result<Vec<u8>, RenderError> + Send + Sync> Render for F {
    fn render(&self) -> Result<Vec<u8>, RenderError> {
        self()
    }
}

/// A template that could not show a view: nothing may be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderError(pub Box<Diagnostic>);
