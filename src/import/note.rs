//! What is told of one thing in a file: that it was taken in another form, or that it
//! found no place. Deliberately absent: how it is printed.

use serde::Serialize;

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// The title of the page.
    Title,
    /// The layer of the page.
    Layer,
    /// The name of its file.
    Name,
    /// A key of the front matter, or a property.
    Key,
    /// Words beside the text.
    Words,
    /// Sections of the contract, and other headings.
    Sections,
    /// A picture of the text.
    Picture,
    /// A link of the text.
    Link,
    /// A comment that somebody left in the document.
    Comment,
    /// A tracked change of the document.
    Change,
    /// A line of the page that will not be read as it was meant.
    Line,
    /// What the converter said.
    Converter,
}

impl About {
    /// The word in front of the note.
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Layer => "layer",
            Self::Name => "name",
            Self::Key => "key",
            Self::Words => "words",
            Self::Sections => "sections",
            Self::Picture => "picture",
            Self::Link => "link",
            Self::Comment => "comment",
            Self::Change => "change",
            Self::Line => "line",
            Self::Converter => "converter",
        }
    }
}

/// One thing that was told of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// What it is about.
    pub about: About,
    /// Whether it found no place in the page; else it stands there in another form.
    pub is_left_out: bool,
    /// The thing, in words of the file.
    pub what: String,
    /// What became of it, or what to do.
    pub why: String,
}

impl Note {
    /// Something that the page has in another form.
    pub fn taken(about: About, what: impl AsRef<str>, why: impl Into<String>) -> Self {
        Self { about, is_left_out: false, what: one_line(what.as_ref()), why: why.into() }
    }

    /// Something that found no place in the page.
    pub fn left_out(about: About, what: impl AsRef<str>, why: impl Into<String>) -> Self {
        Self { about, is_left_out: true, what: one_line(what.as_ref()), why: why.into() }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
