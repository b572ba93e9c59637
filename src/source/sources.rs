//! Everything that a site is made of, as one value.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::document::FileBytes;
use crate::memo::{Digest, Hashed};

use super::asset::Asset;

/// Everything that a site is made of. Paths are from the root, with `/`.
#[derive(Clone, Debug)]
pub struct Sources {
    /// `playbook.toml` as typed settings.
    pub config: Hashed<Config>,
    /// `playbook.toml` as it was written.
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

impl Sources {
    /// Digest of everything: equal digests make equal sites.
    pub fn digest(&self) -> Digest {
        let Self { config, config_text, theme, documents, assets, diagnostics, is_complete } = self;
        Digest::of(&(config, config_text, theme, documents, assets, diagnostics, is_complete))
    }
}
