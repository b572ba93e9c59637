//! Diagnostics are a product: one type for every message about content,
//! settings or theme. Rooms raise them through the constructors in [`rules`];
//! `print` shows them. Deliberately absent: lines and columns, which are found
//! only when a message is printed.

mod fingerprint;
mod grouped;
mod line_index;
mod place;
pub mod print;
pub mod rules;
mod source_map;
mod suggest;
mod text;
mod translation;

use std::ops::Range;

use serde::Serialize;

pub use grouped::grouped;
pub use place::{At, Place, SETTINGS};
pub use rules::Rule;
pub(crate) use rules::rule;
pub use source_map::{KeyPlace, Location, SourceMap};
pub use suggest::{nearest, nearest_with_few_typos};
pub use text::Text;
pub(crate) use text::{IntoValue, text, value};
pub use translation::Translation;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something is wrong; `check` exits 1.
    Error,
    /// Something that the layer's contract wants is missing.
    Gap,
    /// Something was repaired, or is only advice.
    Warn,
}

impl Severity {
    /// The word that a message starts with.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Gap => "gap",
            Self::Warn => "warn",
        }
    }
}

/// What to paste over the source so that a message ends: whole lines, or an empty
/// text where lines go.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fix {
    /// First byte of the lines in the normalised text.
    pub start: u32,
    /// Where they end; the start itself where lines are put in.
    pub end: u32,
    /// What stands there instead.
    pub text: String,
}

/// One message. Ordered by path, place and code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Diagnostic {
    // The derived `Ord` goes by the fields in this order, and messages with it.
    /// The place that it is about.
    pub place: Place,
    /// The rule's code, `PB102`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is the matter.
    pub message: Text,
    /// Shown under the place.
    pub label: Option<Text>,
    /// Other places that have to do with it, each with a label.
    pub related: Vec<(Place, Text)>,
    /// What to write instead.
    pub help: Vec<Text>,
    /// The same as an edit, where one line of help is all that there is to do.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// What is the matter, in one line, whatever is quoted in it.
    pub fn line(&self, translation: Translation) -> String {
        let line = self.message.translated(translation);
        if line.contains('\n') { line.replace('\n', " ") } else { line }
    }

    /// Adds the words under the caret.
    pub fn label(mut self, label: impl Into<Text>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Adds what to write instead. May be called more than once.
    pub fn help(mut self, help: impl Into<Text>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds lines to paste over those of `lines`: they are its first help.
    pub fn pasted(mut self, lines: Range<usize>, text: String) -> Self {
        self.help.insert(0, Text::verbatim(text.trim_end()));
        self.fixed(lines, text)
    }

    /// Adds an edit that the help tells in words.
    pub fn fixed(mut self, lines: Range<usize>, text: String) -> Self {
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.fix = Some(Fix { start: byte(lines.start), end: byte(lines.end), text });
        self
    }

    /// The same where every range of bytes of its file is another one.
    pub(crate) fn moved(mut self, origin: impl Fn(Range<usize>) -> Range<usize>) -> Self {
        let bytes = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let move_place = |place: &mut Place| {
            if let At::Bytes(start, end) = place.at {
                *place = Place::bytes(&place.path, origin(start as usize..end as usize));
            }
        };
        move_place(&mut self.place);
        self.related.iter_mut().for_each(|(place, _)| move_place(place));
        if let Some(fix) = &mut self.fix {
            let range = origin(fix.start as usize..fix.end as usize);
            (fix.start, fix.end) = (bytes(range.start), bytes(range.end));
        }
        self
    }

    /// Adds another place that has to do with it.
    pub fn related(mut self, place: Place, label: impl Into<Text>) -> Self {
        self.related.push((place, label.into()));
        self
    }
}
