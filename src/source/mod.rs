//! The only room that reads content: a folder becomes a [`Sources`] value.
//! Everything downstream is a function of that value. Deliberately absent:
//! parsing (but of the settings, which say what to read).

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::memo::{Digest, Hashed};

/// Everything that a site is made of. Paths are from the root, with `/`.
#[derive(Clone, Debug)]
pub struct Sources {
    /// `playbook.toml`, parsed.
    pub config: Hashed<Config>,
    /// `playbook.toml`, as written.
    pub config_text: Arc<str>,
    /// Files of `themes/NAME/` by their path in it: they override the built-in
    /// theme's files of the same name. Empty for the default theme.
    pub theme: BTreeMap<Arc<str>, Hashed<[u8]>>,
    /// Markdown files below `content/`, as read; not yet known to be UTF-8.
    pub documents: BTreeMap<Arc<str>, Hashed<[u8]>>,
    /// Images and downloads below `content/` and `static/`.
    pub assets: BTreeMap<Arc<str>, Asset>,
    /// What could not be read, and files that are not published: path and message.
    pub diagnostics: Vec<Diagnostic>,
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

/// Where an asset's bytes are.
#[derive(Clone, Debug)]
pub enum Origin {
    /// In this file, as long as its digest holds.
    File(PathBuf),
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
