//! What may be pasted into a tool and what never: the lines of *Before you
//! start* that say so, in bold or not, in paragraphs or lists.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::items;
use crate::document::markdown::events::Events;
use crate::document::names::BlockKey;

/// What a section says about pasting, as plain text.
#[derive(Debug, Default)]
pub(in crate::document) struct Paste {
    /// After `May paste:`.
    pub(in crate::document) may: Vec<String>,
    /// After `Never paste:`.
    pub(in crate::document) never: Vec<String>,
}

/// Reads a section.
pub(in crate::document) fn read(events: &Events<'_>, section: Range<usize>) -> Paste {
    let mut paste = Paste::default();
    let mut current = None;
    let mut takes_items = false;
    for (text, is_item) in texts(events, section) {
        for (number, line) in text.lines().map(str::trim).enumerate() {
            if let Some((key, rest)) = marker(line) {
                current = Some(key);
                // `Never paste:` with nothing behind it announces the list below; with something
                // behind it, a list below is another matter.
                takes_items = rest.is_empty();
                paste.lines(key).push(rest.to_owned());
                continue;
            }
            let Some(key) = current else { continue };
            let starts_block = number == 0;
            let last = paste.lines(key).last_mut();
            // A paragraph goes on where its line was wrapped.
            if let (false, Some(last)) = (starts_block, last) {
                if !last.is_empty() {
                    last.push(' ');
                }
                last.push_str(line);
            } else if is_item && takes_items {
                paste.lines(key).push(line.to_owned());
            } else {
                current = None;
            }
        }
    }
    paste.may.retain(|line| !line.is_empty());
    paste.never.retain(|line| !line.is_empty());
    paste
}

impl Paste {
    fn lines(&mut self, key: BlockKey) -> &mut Vec<String> {
        if key == BlockKey::MayPaste { &mut self.may } else { &mut self.never }
    }
}

/// Whether a line is one of them, and what follows.
pub(in crate::document) fn marker(line: &str) -> Option<(BlockKey, &str)> {
    let (name, rest) = line.split_once(':')?;
    let keys = [BlockKey::MayPaste, BlockKey::NeverPaste];
    let key = keys.into_iter().find(|key| key.is(name))?;
    Some((key, rest.trim()))
}

/// The paragraphs and the first lines of list items, in order.
fn texts(events: &Events<'_>, section: Range<usize>) -> Vec<(String, bool)> {
    let mut texts = Vec::new();
    for at in section {
        match events.tag(at) {
            Some(Tag::Paragraph) => {
                // In a loose list each item holds a paragraph,
                // which must not be read a second time as text.
                let before = at.checked_sub(1).and_then(|before| events.get(before));
                let is_item = matches!(before, Some(Event::Start(Tag::Item)));
                texts.push((events.lines(events.inside(at)), is_item));
            }
            Some(Tag::Item) if !matches!(events.tag(at + 1), Some(Tag::Paragraph)) => {
                texts.push((events.lines(items::first_paragraph(events, at)), true));
            }
            _ => {}
        }
    }
    texts
}
