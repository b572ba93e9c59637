//! What the program ends with.

use std::process::ExitCode;

/// Why the program ends. 130, for Ctrl-C, is the system's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// As asked.
    Done,
    /// Problems in the content.
    Content,
    /// Usage, settings or theme.
    Usage,
    /// An error that knows its own code: 3 refused, 4 environment.
    Code(u8),
    /// A mistake in this program.
    Bug,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Content => 1,
            Exit::Usage => 2,
            Exit::Code(code) => code,
            Exit::Bug => 70,
        })
    }
}
