//! Several changes of one page, each at a place that its reader found: other words, one
//! word more or fewer in a list, text at the end. A page's bytes and the places enter, its
//! new bytes leave. Deliberately absent: what the places mean.

use std::ops::Range;

use super::front_matter::{FrontMatterText, Obstacle, Replacement, newline_of, raw_place};
use super::page::applied;
use crate::diagnostic::SourceMap;

/// A page that is being changed.
#[derive(Debug)]
pub struct PageEdit<'a> {
    raw: &'a str,
    map: &'a SourceMap,
    changes: Vec<Replacement>,
}

impl<'a> PageEdit<'a> {
    /// Begins with the bytes of a file and the places that reading it gave.
    pub fn of(bytes: &'a [u8], map: &'a SourceMap) -> Result<Self, Obstacle> {
        let raw = std::str::from_utf8(bytes).map_err(|_| Obstacle::Unreadable)?;
        Ok(Self { raw, map, changes: Vec::new() })
    }

    /// Puts other words in place of those at a place of the text as the reader sees it.
    pub fn replace(&mut self, place: Range<usize>, words: impl Into<String>) {
        let at = |place| raw_place(self.raw, &self.map.text, place);
        let range = at(place.start)..at(place.end);
        self.changes.push((range, words.into()));
    }

    /// Puts other lines, with LF line ends, in place of those at a place of the text as the
    /// reader sees it.
    pub fn replace_lines(&mut self, place: Range<usize>, lines: &str) {
        self.replace(place, lines.replace('\n', newline_of(self.raw)));
    }

    /// Takes words out of the list at a key of the front matter, by their numbers, and
    /// adds others at its end.
    pub fn change_words(
        &mut self,
        key: &str,
        without: &[usize],
        with: &[&str],
    ) -> Result<(), Obstacle> {
        if !without.is_empty() || !with.is_empty() {
            let front = FrontMatterText::of(self.raw, self.map)?;
            self.changes.extend(front.change_words(key, without, with)?);
        }
        Ok(())
    }

    /// Takes out a key at the top of the front matter, with its value.
    pub fn remove_key(&mut self, key: &str) -> Result<(), Obstacle> {
        let front = FrontMatterText::of(self.raw, self.map)?;
        self.changes.extend(front.remove_key(key)?);
        Ok(())
    }

    /// Adds text, with LF line ends, behind all that is there.
    pub fn append(&mut self, text: &str) {
        let newline = newline_of(self.raw);
        let gap = if self.raw.ends_with(['\n', '\r']) { "" } else { newline };
        let text = format!("{gap}{}", text.replace('\n', newline));
        self.changes.push((self.raw.len()..self.raw.len(), text));
    }

    /// The new bytes; absent when nothing is to change.
    pub fn finish(self) -> Option<Vec<u8>> {
        let after = applied(self.raw, self.changes);
        (after != self.raw).then(|| after.into_bytes())
    }
}
