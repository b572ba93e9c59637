//! What was read of the files that are imported. Deliberately absent: reading them.

use std::collections::BTreeSet;

use super::note::Note;

/// In which form a file came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown of any tool.
    Markdown,
    /// Text without marks, as somebody pasted it.
    Text,
    /// A web page, converted to markdown.
    Html,
    /// A word processor's document, converted to markdown.
    Document,
}

/// One file, as text.
#[derive(Clone, Debug)]
pub struct GivenFile {
    /// Its path below what was named, with `/`.
    pub path: String,
    /// In which form it came.
    pub format: Format,
    /// Its text; markdown where it was converted.
    pub text: String,
    /// The path that its relative addresses count from; pictures of a document lie in a
    /// folder of its name.
    pub base: String,
    /// Properties that the converter found beside the text.
    pub keys: Vec<(String, String)>,
    /// What was told when it was read.
    pub notes: Vec<Note>,
}

/// Everything that was given.
#[derive(Clone, Debug, Default)]
pub struct Material {
    /// The files that become pages.
    pub files: Vec<GivenFile>,
    /// All others, by path: pages may show them.
    pub attachments: BTreeSet<String>,
    /// Whether it is a playbook: then folders say what each page is.
    pub is_playbook: bool,
}

impl Material {
    /// Whether an attachment was a part of a document and no file.
    pub(super) fn is_extracted(&self, attachment: &str) -> bool {
        let mut documents = self.files.iter().filter(|file| file.format == Format::Document);
        documents.any(|file| {
            attachment.strip_prefix(file.path.as_str()).is_some_and(|rest| rest.starts_with('/'))
        })
    }
}
