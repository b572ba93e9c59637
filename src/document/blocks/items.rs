//! The items of a list: the line that each begins with, and notes at the end
//! of that line, which are read and taken out of the text.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use crate::document::markdown::edits::{Edits, Replacement};
use crate::document::markdown::events::{Events, is_inline};

/// The items of every list directly in a range.
pub(super) fn of_lists(events: &Events<'_>, range: Range<usize>, ordered_only: bool) -> Vec<usize> {
    let is_list = |at: &usize| match events.tag(*at) {
        Some(Tag::List(first)) => first.is_some() || !ordered_only,
        _ => false,
    };
    let lists = events.children(range).filter(is_list);
    lists.flat_map(|list| events.children(events.inside(list)).collect::<Vec<_>>()).collect()
}

/// The events of an item's first paragraph, whether or not the list is loose.
pub(in crate::document) fn first_paragraph(events: &Events<'_>, item: usize) -> Range<usize> {
    let inside = events.inside(item);
    if let Some(Tag::Paragraph) = events.tag(inside.start) {
        return events.inside(inside.start);
    }
    // In a tight list the text of an item has no paragraph around it: it ends at the first block.
    let is_block = |at: &usize| events.tag(*at).is_some_and(|tag| !is_inline(&tag.to_end()));
    let end = events.children(inside.clone()).find(is_block).unwrap_or(inside.end);
    inside.start..end
}

/// The text at the end of a line: it has no marks, so notes can be read in it.
pub(super) struct Tail {
    /// On one line.
    pub(super) text: String,
    /// Where each event's text starts in `text`.
    runs: Vec<(usize, usize)>,
}

impl Tail {
    /// The text at the end of a range of inline events.
    pub(super) fn of(events: &Events<'_>, first_paragraph: Range<usize>) -> Self {
        let is_text = |at: &usize| {
            matches!(events.get(*at), Some(Event::Text(_) | Event::SoftBreak))
                // A comment shows nothing, so a note may stand before one.
                || matches!(events.get(*at), Some(Event::InlineHtml(html)) if html.starts_with("<!--"))
        };
        let length = first_paragraph.clone().rev().take_while(is_text).count();
        let mut tail = Self { text: String::new(), runs: Vec::new() };
        for at in first_paragraph.end - length..first_paragraph.end {
            tail.runs.push((tail.text.len(), at));
            match events.get(at) {
                Some(Event::Text(text)) => tail.text.push_str(text),
                Some(Event::SoftBreak) => tail.text.push(' '),
                _ => {}
            }
        }
        tail
    }

    /// Shows only the first `keep` bytes, without the first `head` of the event at
    /// `first`: the mark that a line begins with.
    pub(super) fn cut(
        &self,
        keep: usize,
        (first, head): (usize, usize),
        events: &Events<'_>,
        edits: &mut Edits,
    ) {
        for (start, at) in &self.runs {
            let from = if *at == first { head } else { 0 };
            match events.get(*at) {
                Some(Event::Text(text)) if start + text.len() > keep || from > 0 => {
                    let to = keep.saturating_sub(*start).min(text.len());
                    let kept = text.get(from..to).unwrap_or_default();
                    edits.replace(*at, Replacement::Text(kept.to_owned()));
                }
                Some(Event::SoftBreak) if *start >= keep => {
                    edits.replace(*at, Replacement::Nothing)
                }
                _ => {}
            }
        }
    }
}

/// The last parenthesis of a text and what is before it.
pub(super) fn last_parenthesis(text: &str) -> Option<(&str, &str)> {
    let inner = text.trim_end().strip_suffix(')')?;
    let mut depth = 0usize;
    // Brackets within brackets belong to the note: `(source: order form (signed))`.
    for (at, c) in inner.char_indices().rev() {
        match c {
            ')' => depth += 1,
            '(' if depth > 0 => depth -= 1,
            '(' => return Some((inner.get(..at)?, inner.get(at + 1..)?)),
            _ => {}
        }
    }
    None
}
