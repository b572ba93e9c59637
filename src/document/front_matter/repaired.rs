//! A text with some of its parts replaced, and the way back: every byte of the
//! mended text has its place in the original, so that messages point at what a
//! person wrote.

use std::ops::Range;

#[derive(Debug, Default)]
pub(super) struct RepairedText {
    /// What the YAML parser reads.
    pub(super) text: String,
    pieces: Vec<RepairedRun>,
}

/// A run of the mended text.
#[derive(Debug)]
struct RepairedRun {
    repaired: Range<usize>,
    original: Range<usize>,
    verbatim: bool,
}

impl RepairedText {
    /// Copies a part of the original, which starts at byte `start` there.
    pub(super) fn keep(&mut self, part: &str, start: usize) {
        self.push(part, start..start + part.len(), true);
    }

    /// Writes `text` where the original has something else.
    pub(super) fn replace(&mut self, original: Range<usize>, text: &str) {
        self.push(text, original, false);
    }

    /// The bytes of the original behind some bytes of the mended text.
    pub(super) fn original(&self, repaired: &Range<usize>) -> Range<usize> {
        let start = self.start(repaired.start);
        // An empty value in a part that was rewritten would otherwise span all of that part.
        let end = if repaired.is_empty() { start } else { self.end(repaired.end) };
        start..end.max(start)
    }

    fn push(&mut self, text: &str, original: Range<usize>, verbatim: bool) {
        let start = self.text.len();
        self.text.push_str(text);
        let repaired = start..self.text.len();
        if let Some(last) = self.pieces.last_mut()
            && verbatim
            && last.verbatim
            && last.original.end == original.start
        {
            last.repaired.end = repaired.end;
            last.original.end = original.end;
            return;
        }
        self.pieces.push(RepairedRun { repaired, original, verbatim });
    }

    fn start(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|piece| piece.repaired.end <= at);
        match self.pieces.get(piece).or_else(|| self.pieces.last()) {
            // Within what was copied places are exact; within
            // what was written anew the whole is meant.
            Some(piece) if piece.verbatim => {
                let into = at.saturating_sub(piece.repaired.start);
                (piece.original.start + into).min(piece.original.end)
            }
            Some(piece) => piece.original.start,
            None => 0,
        }
    }

    fn end(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|piece| piece.repaired.end < at);
        match self.pieces.get(piece).or_else(|| self.pieces.last()) {
            Some(piece) if piece.verbatim => {
                let into = at.saturating_sub(piece.repaired.start);
                (piece.original.start + into).min(piece.original.end)
            }
            Some(piece) => piece.original.end,
            None => 0,
        }
    }
}
