//! Lines and columns of a text. A file may have a message for every few bytes: the
//! text is gone through once, not for each. Deliberately absent: tabs, which are
//! one column like any other character.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

/// Bytes between two places of which it is known where they are.
// Counting a kibibyte costs next to nothing, and twelve bytes for each are no memory.
const BYTES_PER_ENTRY: usize = 1 << 10;

/// Made of a text when somebody first asks; it follows from the text, so that it
/// makes no difference between two of them.
#[derive(Clone, Debug, Default)]
pub(super) struct LineIndex(OnceLock<Box<[Mark]>>);

/// What comes before a multiple of [`BYTES_PER_ENTRY`] bytes.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    /// Line ends before this place.
    lines: u32,
    /// Characters before it, from the start of the file.
    characters: u32,
    /// Where the line starts that goes on here.
    line_start: u32,
}

impl LineIndex {
    /// Line and column of a byte, both from 1; the column in characters. `text` is
    /// always the same.
    pub(super) fn locate(&self, text: &str, at: usize) -> (usize, usize) {
        let marks = self.0.get_or_init(|| marks(text.as_bytes()));
        let here = up_to(marks, text.as_bytes(), at);
        // Characters are counted from the file's start: the column is the difference of two counts.
        let line = up_to(marks, text.as_bytes(), here.line_start as usize);
        let column = here.characters.saturating_sub(line.characters);
        (here.lines as usize + 1, column as usize + 1)
    }
}

fn marks(text: &[u8]) -> Box<[Mark]> {
    let mut before = Mark::default();
    let mark = |(number, chunk): (usize, &[u8])| {
        let mark = before;
        before = after(before, number * BYTES_PER_ENTRY, chunk);
        mark
    };
    text.chunks(BYTES_PER_ENTRY).enumerate().map(mark).collect()
}

/// What comes before a byte.
fn up_to(marks: &[Mark], text: &[u8], at: usize) -> Mark {
    let step = (at / BYTES_PER_ENTRY).min(marks.len().saturating_sub(1));
    let mark = marks.get(step).copied().unwrap_or_default();
    after(mark, step * BYTES_PER_ENTRY, text.get(step * BYTES_PER_ENTRY..at).unwrap_or_default())
}

/// What comes before the end of a part of the text, which starts at `start`.
fn after(before: Mark, start: usize, part: &[u8]) -> Mark {
    let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    // Every byte but those that carry a character on: UTF-8 marks them with `10` in front.
    let starts = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
    let line_end = memchr::memrchr(b'\n', part);
    Mark {
        lines: before.lines + narrow(memchr::memchr_iter(b'\n', part).count()),
        characters: before.characters + narrow(part.iter().filter(starts).count()),
        line_start: line_end.map_or(before.line_start, |end| narrow(start + end + 1)),
    }
}

impl PartialEq for LineIndex {
    // Whether somebody asked already must not make two source maps differ, nor their digests.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for LineIndex {}

impl Hash for LineIndex {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

#[cfg(test)]
mod tests {
    use super::LineIndex;

    #[test]
    fn every_byte_is_where_counting_from_the_start_finds_it() {
        let long = "\u{e9}".repeat(1500);
        for text in ["", "a", "a\nb\u{1F680}c\n\n", "\n", &format!("x\n{long}\n\u{1F680} end")] {
            let index = LineIndex::default();
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let before = text.get(..at).unwrap_or_default();
                let line = before.matches('\n').count() + 1;
                let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
                assert_eq!(index.locate(text, at), (line, column), "{at}");
            }
        }
    }
}
