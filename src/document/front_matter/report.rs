//! What reading leaves behind beside the values: messages, and where each key
//! is. Handed down to everything that reads a part of the front matter.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::mends::{self, Mend};
use super::misnamed::{self, MisnamedKey};
use super::node::{Node, NodeShape};
use crate::diagnostic::{Diagnostic, KeyPlace, Place};
use crate::document::{DocumentSettings, words};

/// Messages and places of one file's front matter.
pub(super) struct FrontMatterReport<'s> {
    pub(super) path: &'s Arc<str>,
    pub(super) text: &'s str,
    /// What a document may know of the settings.
    pub(super) settings: &'s DocumentSettings,
    /// By key path: `roles[1]`.
    pub(super) keys: BTreeMap<String, KeyPlace>,
    /// What was found.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What was found and has its lines to paste.
    mends: Vec<Mend>,
    /// Keys that were taken for others: told in one message.
    pub(super) misnamed: Vec<MisnamedKey>,
    /// Where a line can be put in at the top; none in other notations than YAML.
    pub(super) first_line: Option<usize>,
    /// Whether every field is there that the page cannot do without.
    pub(super) is_whole: bool,
    /// How often anchors and the like were told.
    pub(super) machinery: usize,
}

impl<'s> FrontMatterReport<'s> {
    /// Nothing read yet.
    pub(super) fn new(path: &'s Arc<str>, text: &'s str, settings: &'s DocumentSettings) -> Self {
        Self {
            path,
            text,
            settings,
            keys: BTreeMap::new(),
            diagnostics: Vec::new(),
            mends: Vec::new(),
            misnamed: Vec::new(),
            first_line: None,
            is_whole: true,
            machinery: 0,
        }
    }

    /// Adds a message.
    pub(super) fn add(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds a message with the bytes that are wrong and what belongs there.
    pub(super) fn mend(
        &mut self,
        message: Diagnostic,
        range: Range<usize>,
        text: impl Into<String>,
    ) {
        self.mends.push(Mend { message: Some(message), range, text: text.into() });
    }

    /// Adds a mend that a message about another place tells.
    pub(super) fn mend_too(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.mends.push(Mend { message: None, range, text: text.into() });
    }

    /// How many messages there are so far.
    pub(super) fn count(&self) -> usize {
        self.diagnostics.len() + self.mends.len()
    }

    /// The lines of a range with their line feeds: what goes where a line is deleted.
    pub(super) fn whole_lines(&self, range: &Range<usize>) -> Range<usize> {
        let lines = mends::lines_around(self.text, range);
        lines.start..(lines.end + 1).min(self.text.len())
    }

    /// All messages.
    pub(super) fn finish(&mut self) -> Vec<Diagnostic> {
        let mut messages = std::mem::take(&mut self.diagnostics);
        messages.extend(mends::compose(self.text, std::mem::take(&mut self.mends)));
        misnamed::in_one(self.text, messages, std::mem::take(&mut self.misnamed))
    }

    /// The value at a key path.
    pub(super) fn value(&self, key: &str) -> Place {
        Place::value(self.path, key)
    }

    /// Bytes of the file.
    pub(super) fn bytes(&self, range: &Range<usize>) -> Place {
        Place::bytes(self.path, range.clone())
    }

    /// Remembers where a value and everything in it is.
    pub(super) fn remember(&mut self, path: &str, key: &Range<usize>, node: &Node) {
        match &node.shape {
            NodeShape::List(items) => {
                for (number, item) in items.iter().enumerate() {
                    self.remember(&format!("{path}[{number}]"), &item.range, item);
                }
            }
            NodeShape::Map(entries) => {
                for entry in entries {
                    let path = format!("{path}.{}", entry.key);
                    self.remember(&path, &entry.key_range, &entry.value);
                }
            }
            NodeShape::Absent | NodeShape::Refused | NodeShape::Text(_) => {}
        }
        self.keys.insert(path.to_owned(), KeyPlace::new(key, &node.range));
    }
}

/// A value as a message quotes it: on one line, cut when it is long.
pub(super) fn quoted(text: &str) -> String {
    // A message stays one line of a terminal with its code and words around the quote.
    const MAX_QUOTED_CHARS: usize = 60;
    let line = words::one_line(text);
    if line.chars().count() <= MAX_QUOTED_CHARS {
        return format!("\"{line}\"");
    }
    let cut: String = line.chars().take(MAX_QUOTED_CHARS - 3).collect();
    format!("\"{}...\"", cut.trim_end())
}
