//! A code block with the way back from its text to the file: in a list or a
//! quote the lines of one block do not lie side by side there.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::events::Events;

/// A fenced or indented block, or the lines of a block of raw HTML.
pub(in crate::document) struct Fence {
    /// After the fence, trimmed; empty for an indented block.
    pub(in crate::document) info: String,
    /// What is inside.
    pub(in crate::document) text: String,
    /// The whole block in the file.
    pub(in crate::document) range: Range<usize>,
    /// Bytes of its first line.
    first_line: usize,
    /// Where runs of `text` come from: offset in the text, range in the file.
    runs: Vec<(usize, Range<usize>)>,
}

impl Fence {
    /// The block that starts at an event.
    pub(in crate::document) fn read(events: &Events<'_>, at: usize) -> Self {
        let info = match events.tag(at) {
            Some(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => info.trim().to_owned(),
            _ => String::new(),
        };
        let range = events.range(at);
        let first_line = events.source_of(range.clone()).lines().next().map_or(0, str::len);
        let mut fence = Self { info, text: String::new(), range, first_line, runs: Vec::new() };
        for event in events.inside(at) {
            if let Some(Event::Text(run) | Event::Html(run)) = events.get(event) {
                fence.runs.push((fence.text.len(), events.range(event)));
                fence.text.push_str(run);
            }
        }
        fence
    }

    /// Where a range of the text is in the file.
    pub(in crate::document) fn place(&self, range: Range<usize>) -> Range<usize> {
        let start = self.source_of(range.start);
        start..self.source_of(range.end).max(start)
    }

    /// Where everything inside is in the file; None for an empty block.
    pub(in crate::document) fn inside(&self) -> Option<Range<usize>> {
        let (_, first) = self.runs.first()?;
        let (_, last) = self.runs.last()?;
        Some(first.start..last.end)
    }

    /// The opening fence with its info string.
    pub(in crate::document) fn opening(&self) -> Range<usize> {
        self.range.start..self.range.start + self.first_line
    }

    fn source_of(&self, offset: usize) -> usize {
        // By halves: a message for each line of a long block asked for each run before it.
        let before = self.runs.partition_point(|(start, _)| *start <= offset);
        let run = before.checked_sub(1).and_then(|run| self.runs.get(run));
        run.map_or(self.range.start, |(start, source)| {
            (source.start + (offset - start)).min(source.end)
        })
    }
}
