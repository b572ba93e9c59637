//! Where a message points, in terms that survive edits elsewhere in the file.

use std::sync::Arc;

/// The settings' file, which makes a folder a playbook.
pub const SETTINGS: &str = "playbook.toml";

/// A place in a source file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Path from the playbook's root, with `/`.
    pub path: Arc<str>,
    /// Where in the file.
    pub at: At,
}

/// Where in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum At {
    /// The file as a whole.
    File,
    /// A value of the front matter: `title`, `roles[1]`, `checkpoints[0].do[2]`.
    /// Falls back to the parent, then to the front matter's first line.
    Value(String),
    /// A key of the front matter.
    Key(String),
    /// The heading with this anchor.
    Heading(String),
    /// Link or image by slot number.
    Link(u32),
    /// Bytes of the normalised text.
    Bytes(u32, u32),
}

impl Place {
    /// The file as a whole.
    pub fn file(path: &Arc<str>) -> Self {
        Self { path: Arc::clone(path), at: At::File }
    }

    /// A value of the front matter.
    pub fn value(path: &Arc<str>, key: impl Into<String>) -> Self {
        Self { path: Arc::clone(path), at: At::Value(key.into()) }
    }

    /// The item of a list that reads `word`; the list when none does.
    pub fn item(path: &Arc<str>, key: &str, words: &[String], word: &str) -> Self {
        match words.iter().position(|it| it.eq_ignore_ascii_case(word)) {
            Some(at) => Self::value(path, format!("{key}[{at}]")),
            None => Self::value(path, key),
        }
    }

    /// A key of the front matter.
    pub fn key(path: &Arc<str>, key: impl Into<String>) -> Self {
        Self { path: Arc::clone(path), at: At::Key(key.into()) }
    }

    /// A link or image.
    pub fn link(path: &Arc<str>, number: usize) -> Self {
        // A number that no link has points at the file's start, which is better than a panic.
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        Self { path: Arc::clone(path), at: At::Link(number) }
    }

    /// A range of bytes.
    pub fn bytes(path: &Arc<str>, range: std::ops::Range<usize>) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { path: Arc::clone(path), at: At::Bytes(clamp(range.start), clamp(range.end)) }
    }
}
