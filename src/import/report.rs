//! What an import makes and what it tells, as text and as JSON. Deliberately absent:
//! where that goes.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;

use super::note::Note;

/// What became of everything that was given.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Import {
    /// The pages that were made.
    pub pages: Vec<ImportedPage>,
    /// Files of which no page was made.
    pub refused: Vec<Refusal>,
    /// Other files that no page shows: they are not taken.
    pub unused: Vec<String>,
}

/// One page that was made.
#[derive(Clone, Debug, Serialize)]
pub struct ImportedPage {
    /// The file that it was made of.
    pub from: String,
    /// Its path from the playbook's root, with `/`.
    pub path: String,
    /// What it is called.
    pub title: String,
    /// What was told of it.
    pub notes: Vec<Note>,
    /// Pictures and downloads: the path from the playbook's root, and the attachment.
    pub files: BTreeMap<String, String>,
    /// The text of the page.
    #[serde(skip)]
    pub text: String,
}

/// Why no page was made of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// The file, as it was given.
    pub from: String,
    /// What stood in the way.
    pub why: String,
    /// What to do about it.
    pub help: String,
    /// Which kind of obstacle it was.
    pub reason: RefusalReason,
}

/// The kinds of obstacle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RefusalReason {
    /// It is not needed: this playbook has the same already.
    Known,
    /// The file is nothing that a page can be made of.
    Content,
    /// There is a page of this name.
    Taken,
    /// The system or the converter did not do its part.
    Environment,
}

impl Refusal {
    /// A file that no page can be made of.
    pub fn content(from: &str, why: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(RefusalReason::Content, from, why, help)
    }

    /// A file that could not be read or converted here and now.
    pub fn environment(from: &str, why: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(RefusalReason::Environment, from, why, help)
    }

    /// A page that this playbook has as its own.
    pub(super) fn known(from: &str, why: impl Into<String>) -> Self {
        Self::new(RefusalReason::Known, from, why, "")
    }

    pub(super) fn taken(from: &str, path: &str) -> Self {
        let why = format!("{path} is there already and was not touched");
        let help = "give the file another title, or bring the two together by hand";
        Self::new(RefusalReason::Taken, from, why, help)
    }

    fn new(
        reason: RefusalReason,
        from: &str,
        why: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { from: from.to_owned(), why: why.into(), help: help.into(), reason }
    }
}

impl Import {
    /// The list of a person: each page with what was told of it.
    pub fn list(&self) -> String {
        let mut text = String::new();
        for page in &self.pages {
            let _ = writeln!(text, "{}\n  from      {}", page.path, page.from);
            for (path, attachment) in &page.files {
                let name = path.rsplit('/').next().unwrap_or(path);
                let _ = writeln!(text, "  with      {attachment}, beside it as {name}");
            }
            // What found no place stands last, where a reader stops.
            let (left, taken): (Vec<&Note>, Vec<&Note>) =
                page.notes.iter().partition(|note| note.is_left_out);
            for note in taken {
                let _ = writeln!(text, "  {:<9} {} ({})", note.about.word(), note.what, note.why);
            }
            if !left.is_empty() {
                let _ = writeln!(text, "  not taken:");
            }
            for note in left {
                let _ = writeln!(text, "  {:<9} {} ({})", note.about.word(), note.what, note.why);
            }
            text.push('\n');
        }
        if !self.unused.is_empty() {
            text.push_str("no page shows these files, which were not taken:\n");
            for file in &self.unused {
                let _ = writeln!(text, "  {file}");
            }
        }
        text.trim_end().to_owned()
    }

    /// The same for a program.
    pub fn json(&self) -> String {
        // Nothing in it can fail to be written.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}
