//! Why a site was not written, in words for whoever ran the build.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::engine::RenderError;

/// Why a site was not written.
#[derive(Debug)]
pub enum EmitError {
    /// It could have destroyed something.
    Refused {
        /// What, with every path that matters.
        message: String,
        /// What to do instead.
        help: Vec<String>,
    },
    /// The system says no.
    Environment {
        /// What was tried: "write".
        action: &'static str,
        /// The file or folder it was done to.
        path: PathBuf,
        /// Why the system would not.
        source: io::Error,
    },
    /// Somebody else writes to the same folder.
    Busy {
        /// The folder that is busy.
        output: PathBuf,
        /// What is known of the other process.
        holder: String,
    },
    /// A template could not show a page.
    Theme(RenderError),
    /// The site holds an address that nothing can be written to.
    Internal {
        /// Which folder it is, and why.
        message: String,
    },
}

impl EmitError {
    pub(super) fn refused(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Refused { message: message.into(), help: vec![help.into()] }
    }

    /// What is mounted in the output folder can be neither linked nor moved.
    pub(super) fn mounted(path: &Path) -> Self {
        Self::refused(
            format!("another file system is mounted at {}", path.display()),
            "publish to a folder without mounts in it",
        )
    }

    /// What the program ends with.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Refused { .. } => 3,
            Self::Environment { .. } | Self::Busy { .. } => 4,
            Self::Theme(_) => 2,
            Self::Internal { .. } => 70,
        }
    }

    /// What to do about it.
    pub fn help(&self) -> &[String] {
        match self {
            Self::Refused { help, .. } => help,
            _ => &[],
        }
    }
}

impl fmt::Display for EmitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { message, .. } | Self::Internal { message } => f.write_str(message),
            Self::Environment { action, path, source } => {
                write!(f, "cannot {action} {}: {source}", path.display())
            }
            Self::Theme(RenderError(problem)) => {
                write!(f, "{}: {}", problem.place.path, problem.message)
            }
            Self::Busy { output, holder } => {
                write!(f, "another build is writing to {}: {holder}", output.display())
            }
        }
    }
}

impl std::error::Error for EmitError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Environment { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// Adds to a system's error what was tried on which path.
pub(super) trait ErrorContext<T> {
    fn context(self, action: &'static str, path: &Path) -> Result<T, EmitError>;
}

impl<T, E: Into<io::Error>> ErrorContext<T> for Result<T, E> {
    fn context(self, action: &'static str, path: &Path) -> Result<T, EmitError> {
        self.map_err(|source| EmitError::Environment {
            action,
            path: path.to_owned(),
            source: source.into(),
        })
    }
}
