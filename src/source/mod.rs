//! The only room that reads content: a folder becomes a [`Sources`] value.
//! Everything downstream is a function of that value. Deliberately absent:
//! parsing (but of the settings, which say what to read).

mod classify;
mod error;
mod gather;
mod names;
mod read;
mod tree;

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use error::LoadError;
pub use tree::find_root;

use crate::config::Config;
use crate::diagnostic::rules::files::{
    pb404_too_large, pb410_too_many_files, pb411_no_theme, pb412_no_emblem, pb413_settings_text,
};
use crate::diagnostic::{Diagnostic, Severity};
use crate::memo::{Digest, Hashed};
use tree::{Disk, Memory, OpenError, Tree};

/// The settings' file, which makes a folder a playbook.
pub const SETTINGS: &str = "playbook.toml";

/// Longest settings: a slip, not a limit that anybody should meet.
const SETTINGS_BYTES: u64 = 1 << 20;

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

impl Asset {
    /// Its bytes, as they are now. Never waits for a file that has become
    /// something else.
    pub fn open(&self) -> std::io::Result<Box<dyn Read + '_>> {
        match &self.origin {
            Origin::Memory(bytes) => Ok(Box::new(&**bytes)),
            Origin::File(path) => match tree::open_regular(path) {
                Ok((file, _)) => Ok(Box::new(file)),
                Err(OpenError::Io(error)) => Err(error),
                Err(OpenError::Special(_) | OpenError::Symlink) => {
                    Err(std::io::Error::other("it is no longer a file"))
                }
            },
        }
    }
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

/// Reads the playbook in the folder `root`.
pub fn load(root: &Path) -> Result<Sources, LoadError> {
    let root = std::path::absolute(root).map_err(|source| LoadError::environment(root, source))?;
    load_tree(&Disk { root: &root }, &root)
}

impl Sources {
    /// A playbook from files in memory, read as if they lay on a disk.
    pub fn in_memory(
        files: impl IntoIterator<Item = (impl Into<String>, impl Into<Vec<u8>>)>,
    ) -> Result<Self, LoadError> {
        let files =
            files.into_iter().map(|(path, bytes)| (path.into(), Arc::from(bytes.into()))).collect();
        load_tree(&Memory { files }, Path::new(""))
    }

    /// Digest of everything: equal digests make equal sites.
    pub fn digest(&self) -> Digest {
        let Self { config, config_text, theme, documents, assets, diagnostics } = self;
        Digest::of(&(config, config_text, theme, documents, assets, diagnostics))
    }
}

fn load_tree(tree: &dyn Tree, root: &Path) -> Result<Sources, LoadError> {
    let text = settings_text(tree, root)?;
    let refused = |diagnostics| LoadError::Config { diagnostics, text: Arc::clone(&text) };
    let place = |table: &str, key: &str| crate::config::place(&text, table, key);
    let (config, mut diagnostics) = crate::config::parse(&text);
    let broken = diagnostics.iter().any(|problem| problem.severity == Severity::Error);
    let config = match config {
        Some(config) if !broken => config,
        _ => return Err(refused(diagnostics)),
    };
    // The name becomes part of a path.
    if config.site.theme.contains(['/', '\\']) || names::is_ignored(&config.site.theme) {
        return Err(refused(vec![pb411_no_theme::unsafe_name(
            place("site", "theme"),
            &config.site.theme,
        )]));
    }
    let found = match gather::gather(tree, &config) {
        Ok(found) => found,
        Err(gather::TooMany) => {
            return Err(refused(vec![pb410_too_many_files::breach(
                place("limits", "files"),
                config.limits.files,
            )]));
        }
    };
    if config.site.theme != "default" && found.theme.is_empty() {
        return Err(refused(vec![pb411_no_theme::breach(
            place("site", "theme"),
            &config.site.theme,
        )]));
    }
    diagnostics.extend(found.diagnostics);
    for (key, emblem) in [("logo", &config.site.logo), ("favicon", &config.site.favicon)] {
        let Some(emblem) = emblem else { continue };
        if !found.assets.contains_key(format!("static/{emblem}").as_str()) {
            diagnostics.push(pb412_no_emblem::breach(place("site", key), key, emblem));
        }
    }
    diagnostics.sort();
    Ok(Sources {
        config: Hashed::new(config),
        config_text: Arc::clone(&text),
        theme: found.theme,
        documents: found.documents,
        assets: found.assets,
        diagnostics,
    })
}

fn settings_text(tree: &dyn Tree, root: &Path) -> Result<Arc<str>, LoadError> {
    let path = root.join(SETTINGS);
    let opened = match tree.open(SETTINGS) {
        Ok(opened) => opened,
        Err(OpenError::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(LoadError::NoPlaybook { root: root.to_owned() });
        }
        Err(OpenError::Io(error)) => return Err(LoadError::environment(&path, error)),
        Err(OpenError::Special(special)) => {
            return Err(LoadError::environment(
                &path,
                std::io::Error::other(format!("it is {special}")),
            ));
        }
        Err(OpenError::Symlink) => {
            return Err(LoadError::environment(
                &path,
                std::io::Error::other("it is a symbolic link"),
            ));
        }
    };
    let mut bytes = Vec::new();
    let read = opened.reader.take(SETTINGS_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| LoadError::environment(&path, error))?;
    let too_large = bytes.len() as u64 > SETTINGS_BYTES;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let problem = if too_large {
        Some(pb404_too_large::settings(bytes.len() as u64, SETTINGS_BYTES))
    } else {
        std::str::from_utf8(&bytes)
            .err()
            .map(|error| pb413_settings_text::breach(error.valid_up_to()))
    };
    match problem {
        Some(problem) => {
            Err(LoadError::Config { diagnostics: vec![problem], text: Arc::from(text) })
        }
        None => Ok(Arc::from(text)),
    }
}
