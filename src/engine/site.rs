//! A whole site as a value: what is published at each address. An output is
//! neither planned nor rendered until somebody asks for it. Deliberately absent:
//! where a site is written, and the bytes of images and downloads.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

pub use crate::address::Route;
use crate::diagnostic::Diagnostic;
use crate::memo::{Digest, Hashed};
use crate::search;
use crate::source::Asset;

use super::search::SearchFiles;
use super::table::Outputs;

/// Everything that is published.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// What is at each address, but for the search index.
    pub outputs: Outputs,
    /// The search index.
    pub search: SearchFiles,
}

impl Site {
    /// A site of these outputs, without a search index.
    pub fn of(outputs: BTreeMap<Route, Output>) -> Self {
        Self { outputs: outputs.into(), search: SearchFiles::default() }
    }

    /// What is at an address.
    pub fn get(&self, route: &Route) -> Option<&Output> {
        self.find(route.as_str())
    }

    /// What is at the address of this text.
    pub fn find(&self, route: &str) -> Option<&Output> {
        let searched = || route.starts_with(search::FOLDER);
        self.outputs.get(route).or_else(|| searched().then(|| self.search.outputs().get(route))?)
    }

    /// Every output, those of the search index last.
    pub fn all(&self) -> impl Iterator<Item = (&Route, &Output)> {
        self.outputs.iter().chain(self.search.outputs())
    }
}

/// One published file: how to come by its bytes.
#[derive(Clone)]
pub enum Output {
    /// By rendering it.
    Rendered(Arc<dyn Render>),
    /// They are here.
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
