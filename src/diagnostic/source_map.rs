//! Finds the line and column of a [`Place`](super::Place): what a document's parser leaves
//! behind for whoever prints messages.

use std::ops::Range;
use std::sync::Arc;

use super::line_index::LineIndex;
use super::place::At;
use crate::by_name::ByName;

/// A file's text and the places in it that have names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SourceMap {
    /// Normalised text (no BOM, LF line ends).
    pub text: Arc<str>,
    /// The whole front matter with its fences, if there is one.
    pub front: Option<Range<usize>>,
    /// Keys of the front matter by their paths (`roles[1]`).
    pub keys: ByName<KeyPlace>,
    /// Where each heading is, by anchor.
    pub headings: ByName<Range<usize>>,
    /// Links and images by slot number.
    pub links: Vec<Range<usize>>,
    lines: LineIndex,
}

impl Default for SourceMap {
    fn default() -> Self {
        Self::of_text(Arc::from(""))
    }
}

/// Where a key of front matter is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct KeyPlace {
    key: Range<u32>,
    value: Range<u32>,
}

impl KeyPlace {
    /// From the bytes of the key and of its value.
    pub fn new(key: &Range<usize>, value: &Range<usize>) -> Self {
        // Half the room of `usize`: a playbook keeps hundreds of thousands of these.
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let narrow = |range: &Range<usize>| byte(range.start)..byte(range.end);
        Self { key: narrow(key), value: narrow(value) }
    }

    /// Bytes of the key.
    pub fn key(&self) -> Range<usize> {
        self.key.start as usize..self.key.end as usize
    }

    /// Bytes of the value.
    pub fn value(&self) -> Range<usize> {
        self.value.start as usize..self.value.end as usize
    }
}

/// A place as a person counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Location {
    /// Number of the line, from 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// Bytes of the text, at character boundaries.
    pub range: Range<usize>,
}

impl SourceMap {
    /// A text without named places.
    pub fn of_text(text: Arc<str>) -> Self {
        Self {
            text,
            front: None,
            keys: ByName::default(),
            headings: ByName::default(),
            links: Vec::new(),
            lines: LineIndex::default(),
        }
    }

    /// Where `at` is. Never fails: what cannot be found is the file's start.
    pub fn locate(&self, at: &At) -> Location {
        // A place that ends within a letter would show no text; fuzzing found one that did.
        let range = self.clamp(self.range(at));
        let (line, column) = self.lines.locate(&self.text, range.start);
        Location { line, column, range }
    }

    fn range(&self, at: &At) -> Range<usize> {
        match at {
            At::File => 0..0,
            At::Value(key) => self.value(key),
            At::Key(key) => match self.keys.get(key) {
                Some(place) => place.key(),
                None => self.value(key),
            },
            At::Heading(anchor) => self.headings.get(anchor).cloned().unwrap_or(0..0),
            At::Link(number) => self.links.get(*number as usize).cloned().unwrap_or(0..0),
            At::Bytes(start, end) => *start as usize..*end as usize,
        }
    }

    fn value(&self, key: &str) -> Range<usize> {
        let mut path = key;
        loop {
            if let Some(place) = self.keys.get(path) {
                return place.value();
            }
            // Up to the nearest thing that was written: what is missing has no place of its own.
            match path.rfind(['.', '[']) {
                Some(end) => path = path.get(..end).unwrap_or_default(),
                None => break,
            }
        }
        // The opening `---`, or what stands where it was left out.
        let first_line = |front: &Range<usize>| front.start..(front.start + 3).min(front.end);
        self.front.as_ref().map_or(0..0, first_line)
    }

    fn clamp(&self, range: Range<usize>) -> Range<usize> {
        let boundary = |at: usize| {
            let mut at = at.min(self.text.len());
            while !self.text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = boundary(range.start);
        start..boundary(range.end).max(start)
    }
}
