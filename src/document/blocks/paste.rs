//! What may be pasted into a tool and what never: what *Before you start* says of it, in
//! paragraphs, lists, tables and under headings. Deliberately absent: how a sentence
//! says it, which is [`super::pasting`]'s.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::items;
use super::pasting::{self, Clause};
use crate::document::markdown::events::Events;
use crate::document::names::BlockKey;

/// What a section says about pasting, as plain text.
#[derive(Debug, Default)]
pub(in crate::document) struct Paste {
    /// What may be.
    pub(in crate::document) may: Vec<String>,
    /// What never.
    pub(in crate::document) never: Vec<String>,
}

/// Reads a section.
pub(in crate::document) fn read(events: &Events<'_>, section: Range<usize>) -> Paste {
    let mut paste = Paste::default();
    // What the blocks below belong to: a list under "Never paste:", all under such a heading.
    let (mut above, mut is_heading) = (None, false);
    for block in blocks(events, section.clone()) {
        let mut current = None;
        let clauses = pasting::clauses(&block.text);
        let says_nothing = clauses.iter().all(|clause| clause.key.is_none());
        if block.kind == BlockKind::Heading {
            above = clauses.iter().find_map(|clause| clause.key);
            is_heading = above.is_some();
            continue;
        }
        if says_nothing {
            match above {
                Some(key) if is_heading || block.kind == BlockKind::Item => {
                    paste.lines(key).push(block.text);
                }
                // Another matter, which ends the list.
                _ => above = None,
            }
            continue;
        }
        for Clause { key, text } in clauses {
            match (key, current) {
                (Some(key), _) => {
                    paste.lines(key).push(text.clone());
                    current = Some((key, text.is_empty()));
                }
                // The sentence goes on what the one before it says.
                (None, Some((key, _))) => go_on(paste.lines(key), &text),
                (None, None) => {}
            }
        }
        // `Never paste:` with nothing behind it announces the list below; with something
        // behind it, a list below is another matter.
        above = current.and_then(|(key, announces)| announces.then_some(key));
        is_heading = false;
    }
    tables(events, section, &mut paste);
    for lines in [&mut paste.may, &mut paste.never] {
        // A comma is kept between two lines, and joins nothing behind the last.
        lines.iter_mut().for_each(|line| line.truncate(line.trim_end_matches(',').len()));
        lines.retain(|line| !line.is_empty());
    }
    paste
}

impl Paste {
    fn lines(&mut self, key: BlockKey) -> &mut Vec<String> {
        if key == BlockKey::MayPaste { &mut self.may } else { &mut self.never }
    }
}

fn go_on(lines: &mut [String], text: &str) {
    let Some(last) = lines.last_mut() else { return };
    if !last.is_empty() {
        last.push(' ');
    }
    last.push_str(text);
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum BlockKind {
    Paragraph,
    /// The first lines of an item.
    Item,
    Heading,
}

struct Block {
    text: String,
    kind: BlockKind,
}

/// Paragraphs, first lines of items and headings, in order.
fn blocks(events: &Events<'_>, section: Range<usize>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for at in section {
        let (inside, kind) = match events.tag(at) {
            Some(Tag::Paragraph) => {
                // In a loose list each item holds a paragraph,
                // which must not be read a second time as text.
                let before = at.checked_sub(1).and_then(|before| events.get(before));
                let is_item = matches!(before, Some(Event::Start(Tag::Item)));
                (events.inside(at), if is_item { BlockKind::Item } else { BlockKind::Paragraph })
            }
            Some(Tag::Item) if !matches!(events.tag(at + 1), Some(Tag::Paragraph)) => {
                (items::first_paragraph(events, at), BlockKind::Item)
            }
            Some(Tag::Heading { .. }) => (events.inside(at), BlockKind::Heading),
            _ => continue,
        };
        blocks.push(Block { text: events.lines(inside).trim().to_owned(), kind });
    }
    blocks
}

/// Tables that have a column, or a row, of what may be pasted.
fn tables(events: &Events<'_>, section: Range<usize>, paste: &mut Paste) {
    let says = |text: &str| match pasting::clauses(text).as_slice() {
        [Clause { key: Some(key), text }] if text.is_empty() => Some(*key),
        _ => None,
    };
    for table in section.filter(|at| matches!(events.tag(*at), Some(Tag::Table(_)))) {
        let mut rows = events.children(events.inside(table)).map(|row| {
            let cells = events.children(events.inside(row));
            cells.map(|cell| events.plain(events.inside(cell))).collect::<Vec<_>>()
        });
        let head = rows.next().unwrap_or_default();
        let columns: Vec<_> = head.iter().map(|cell| says(cell)).collect();
        // The head may be the first row: tables of two columns often have no other.
        let has_columns = columns.iter().any(Option::is_some)
            && columns.len() > 1
            && columns.iter().all(Option::is_some);
        let first = (!has_columns).then_some(head);
        for row in first.into_iter().chain(rows) {
            let key = row.first().and_then(|cell| says(cell));
            for (number, cell) in row.into_iter().enumerate() {
                let column = columns.get(number).copied().flatten();
                match (has_columns, key) {
                    (true, _) => {
                        column.into_iter().for_each(|key| paste.lines(key).push(cell.clone()))
                    }
                    (false, Some(key)) if number > 0 => paste.lines(key).push(cell),
                    _ => {}
                }
            }
        }
    }
}
