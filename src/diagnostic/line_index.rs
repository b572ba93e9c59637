//! Lines and columns of a text. A file may have a message for every few bytes: the
//! text is gone through once, not for each. Deliberately absent: tabs, which are
//! one column like any other character.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

/// Bytes between two places up to which the characters are counted.
const STEP: usize = 1 << 10;

/// Made of a text when somebody first asks; it follows from the text, so that it
/// makes no difference between two of them.
#[derive(Clone, Debug, Default)]
pub(super) struct LineIndex(OnceLock<Counts>);

#[derive(Clone, Debug)]
struct Counts {
    /// Where each line starts.
    lines: Box<[u32]>,
    /// Characters before each multiple of [`STEP`] bytes.
    characters: Box<[u32]>,
}

impl LineIndex {
    /// Line and column of a byte, both from 1; the column in characters. `text` is
    /// always the same.
    pub(super) fn locate(&self, text: &str, at: usize) -> (usize, usize) {
        let counts = self.0.get_or_init(|| Counts::of(text));
        let line = counts.lines.partition_point(|start| *start as usize <= at).max(1);
        let start = counts.lines.get(line - 1).map_or(0, |start| *start as usize);
        let column = counts.before(text, at).saturating_sub(counts.before(text, start)) + 1;
        (line, column)
    }
}

impl Counts {
    fn of(text: &str) -> Self {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let newlines = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| narrow(at + 1));
        let mut characters = 0;
        let before = text.as_bytes().chunks(STEP).map(|chunk| {
            let before = narrow(characters);
            characters += in_bytes(chunk);
            before
        });
        Self { characters: before.collect(), lines: std::iter::once(0).chain(newlines).collect() }
    }

    /// Characters before a byte.
    fn before(&self, text: &str, at: usize) -> usize {
        let step = (at / STEP).min(self.characters.len().saturating_sub(1));
        let counted = self.characters.get(step).map_or(0, |characters| *characters as usize);
        let rest = text.as_bytes().get(step * STEP..at).unwrap_or_default();
        counted + in_bytes(rest)
    }
}

/// Characters that start in some bytes of a text.
fn in_bytes(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

impl PartialEq for LineIndex {
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
                let before = &text[..at];
                let line = before.matches('\n').count() + 1;
                let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
                assert_eq!(index.locate(text, at), (line, column), "{at}");
            }
        }
    }
}
