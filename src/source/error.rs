//! Why there are no sources at all. Everything less is a diagnostic beside them.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::Diagnostic;

/// Why nothing could be loaded.
#[derive(Debug)]
pub enum LoadError {
    /// There is no `playbook.toml`.
    NoPlaybook {
        /// Where it was looked for.
        root: PathBuf,
    },
    /// The settings cannot be used.
    Config {
        /// What is wrong with them.
        diagnostics: Vec<Diagnostic>,
        /// `playbook.toml`, as far as it is text.
        text: Arc<str>,
    },
    /// The system says no.
    Environment {
        /// The file or folder it was done to.
        path: PathBuf,
        /// Why the system would not.
        source: io::Error,
    },
}

impl LoadError {
    pub(super) fn environment(path: &Path, source: io::Error) -> Self {
        Self::Environment { path: path.to_owned(), source }
    }

    /// What the program ends with.
    pub fn exit_code(&self) -> u8 {
        match self {
            // Two: somebody can mend it in the files. Four: the machine would not give them.
            Self::NoPlaybook { .. } | Self::Config { .. } => 2,
            Self::Environment { .. } => 4,
        }
    }

    /// What to do about it.
    pub fn help(&self) -> Option<&'static str> {
        matches!(self, Self::NoPlaybook { .. }).then_some(
            "run the command inside a playbook, name its folder with `--root DIR`, \
             or start one: a file `playbook.toml` that says `[site]` and `title = \"...\"`",
        )
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPlaybook { root } => {
                write!(f, "there is no playbook.toml in {}", root.display())
            }
            Self::Config { diagnostics, .. } => {
                write!(f, "playbook.toml cannot be used: ")?;
                diagnostics.first().map_or(Ok(()), |problem| write!(f, "{}", problem.message))
            }
            Self::Environment { path, source } => {
                write!(f, "cannot read {}: {source}", path.display())
            }
        }
    }
}

impl std::error::Error for LoadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Environment { source, .. } => Some(source),
            _ => None,
        }
    }
}
