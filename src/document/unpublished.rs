//! Why a file that lies beside pages is not published: what a link to it has to know.
//! Deliberately absent: the message about the file itself, which whoever reads it tells.

use std::sync::Arc;

/// Why a file is not published.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unpublished {
    /// Its name, or that of a folder around it, cannot be published: the path that it
    /// may have.
    Rename(Arc<str>),
    /// What it is or holds is refused, which its own message says.
    Refused,
    /// It tells people of its folder.
    Readme,
    /// Nothing says what it is.
    Stray,
}
