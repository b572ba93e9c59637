//! The settings' file: read, and refused when a site cannot be made by it.
//! Deliberately absent: what the settings are, which `config` knows.

use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::rules::files::{pb404_too_large, pb411_no_theme, pb413_settings_text};
use crate::diagnostic::{Diagnostic, SETTINGS, Severity};

use super::error::LoadError;
use super::names;
use super::open::OpenError;
use super::tree::FileTree;

/// Longest settings: a slip, not a limit that anybody should meet.
const SETTINGS_BYTES: u64 = 1 << 20;

pub(super) fn refused(diagnostics: Vec<Diagnostic>, text: &Arc<str>) -> LoadError {
    LoadError::Config { diagnostics, text: Arc::clone(text) }
}

/// The settings, if they can be used.
pub(super) fn settings(text: &Arc<str>) -> Result<(Config, Vec<Diagnostic>), LoadError> {
    let (config, diagnostics) = crate::config::parse(text);
    let broken = diagnostics.iter().any(|problem| problem.severity == Severity::Error);
    let config = match config {
        // A site made of guessed settings could be published elsewhere, or show what it should not.
        Some(config) if !broken => config,
        _ => return Err(refused(diagnostics, text)),
    };
    // The name becomes part of a path.
    let theme = &config.site.theme;
    if theme.contains(['/', '\\']) || names::is_ignored(theme) {
        let place = crate::config::place(text, "site", "theme");
        return Err(refused(vec![pb411_no_theme::unsafe_name(place, theme)], text));
    }
    Ok((config, diagnostics))
}

pub(super) fn settings_text(tree: &dyn FileTree, root: &Path) -> Result<Arc<str>, LoadError> {
    let path = root.join(SETTINGS);
    let opened = match tree.open(SETTINGS) {
        Ok(opened) => opened,
        Err(OpenError::Io(error)) if error.kind() == io::ErrorKind::NotFound => {
            return Err(LoadError::NoPlaybook { root: root.to_owned() });
        }
        Err(OpenError::Io(error)) => return Err(LoadError::environment(&path, error)),
        Err(OpenError::Special(special)) => {
            return Err(LoadError::environment(
                &path,
                io::Error::other(format!("it is {special}")),
            ));
        }
        Err(OpenError::Symlink) => {
            return Err(LoadError::environment(&path, io::Error::other("it is a symbolic link")));
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
        // As in pages: line ends make no difference, in values and in messages.
        None => Ok(Arc::from(text.replace("\r\n", "\n").replace('\r', "\n"))),
    }
}
