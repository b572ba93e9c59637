//! Everything that a site is made of, as one value.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::files::pb403_unreadable;
use crate::document::{FileBytes, Unpublished};
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
    /// Pages that are left out for their name alone: read so that what else is the matter
    /// with them is told in the same round.
    pub misnamed: BTreeMap<Arc<str>, Hashed<FileBytes>>,
    /// Images and downloads below `content/` and `static/`.
    pub assets: BTreeMap<Arc<str>, Asset>,
    /// Files below the same folders that are not published.
    pub unpublished: BTreeMap<Arc<str>, Unpublished>,
    /// What could not be read, and files that are not published: path and message.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the system gave every file that is there, and there is a page among
    /// them. A site of anything less would have lost pages that nobody removed.
    pub is_complete: bool,
}

impl Sources {
    /// What the system said of the first file that it would not give, if so.
    pub(super) fn unreadable(&self) -> Option<String> {
        let mut problems = self.diagnostics.iter();
        let refused = problems.find(|problem| problem.code == pb403_unreadable::RULE.code)?;
        Some(format!("{}: {}", refused.place.path, refused.message))
    }

    /// Digest of everything: equal digests make equal sites.
    pub fn digest(&self) -> Digest {
        let Self {
            config,
            config_text,
            theme,
            documents,
            misnamed,
            assets,
            unpublished,
            diagnostics,
            is_complete,
        } = self;
        let files = (theme, documents, misnamed, assets, unpublished);
        Digest::of(&(config, config_text, files, diagnostics, is_complete))
    }
}
