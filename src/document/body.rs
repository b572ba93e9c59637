//! A parsed body: HTML with numbered slots for whatever depends on other
//! pages, cut into sections. `page` fills the slots.

use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use crate::domain::SectionName;

/// The body of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Body {
    /// What comes before the first section.
    pub lead: Box<[Piece]>,
    /// H2 sections in the order of the text.
    pub sections: Box<[Section]>,
    /// The source, for the markdown twin.
    pub markdown: Markdown,
}

/// A section that begins with an H2.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Section {
    /// The anchor of its heading.
    pub id: Box<str>,
    /// The heading as plain text.
    pub title: Box<str>,
    /// The heading's content, without the `h2` element.
    pub heading: Box<[Piece]>,
    /// Its meaning, if the contract knows it.
    pub name: Option<SectionName>,
    /// What is in it.
    pub pieces: Box<[Piece]>,
}

/// A run of a body.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// HTML that is shown as it is.
    Html(String),
    /// Code that gets its colours when it is shown: with them it would take
    /// twice the room.
    Code(Box<Code>),
    /// Where the `a` element of link `n` opens.
    LinkOpen(u32),
    /// Where the link of this number closes.
    LinkClose(u32),
    /// Image `n` (numbered together with the links).
    Image(u32),
    /// Prompt `n` of the excerpts.
    Prompt(u32),
    /// Caught error `n` of the excerpts.
    Caught(u32),
    /// Drill `n` of the excerpts.
    Drill(u32),
}

/// A block of code in a language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Code {
    /// As a part of a class: `[a-z0-9+#-]` only, never empty.
    pub language: Box<str>,
    /// The code as it was written.
    pub text: Box<str>,
}

/// The body's source text, with the places where its twin differs from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Markdown {
    /// The whole file after normalisation (no BOM, LF).
    pub text: Arc<str>,
    /// Where the body starts, in bytes.
    pub start: u32,
    /// Ordered, without overlap, inside the body.
    pub cuts: Box<[(Range<u32>, Cut)]>,
}

/// What a twin shows: the front matter before it plays no part.
impl Hash for Markdown {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // Places are counted from the body, or a longer front matter would change every twin.
        self.text.get(self.start as usize..).hash(state);
        for (range, cut) in &self.cuts {
            (range.start - self.start, range.end - self.start, cut).hash(state);
        }
    }
}

impl Default for Markdown {
    fn default() -> Self {
        Self { text: Arc::from(""), start: 0, cuts: Box::default() }
    }
}

/// How the twin differs from the source in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cut {
    /// An HTML comment, an address that no page may open, or a block that may
    /// not be published: left out.
    Comment,
    /// The address of link `n`: replaced by the published one.
    Address(u32),
    /// A mark of link `n` besides its text and its address: left out where it leads
    /// nowhere.
    Mark(u32),
    /// The whole of link `n`, which names a page: replaced by a link to it.
    Named(u32),
    /// The inside of prompt `n`: replaced when prompts are withheld.
    Prompt(u32),
}

/// Joins neighbouring runs of HTML and drops blank ones.
pub(super) fn joined(pieces: Vec<Piece>) -> Box<[Piece]> {
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match (joined.last_mut(), piece) {
            (Some(Piece::Html(last)), Piece::Html(next)) => last.push_str(&next),
            (_, piece) => joined.push(piece),
        }
    }
    // Left over from comments: a lead of blank lines must not be shown as an empty block.
    if let [Piece::Html(only)] = joined.as_slice()
        && only.trim().is_empty()
    {
        joined.clear();
    }
    for piece in &mut joined {
        if let Piece::Html(html) = piece {
            html.shrink_to_fit();
        }
    }
    joined.into()
}
