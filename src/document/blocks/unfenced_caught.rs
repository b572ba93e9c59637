//! An error that somebody caught, told in lines like those of a block and in none: "AI
//! said: ... In fact: ...". The section's events enter; a message with the block leaves for
//! each. Deliberately absent: stories without such lines, which are as good.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::Tag;

use super::caught::KEYS;
use crate::diagnostic::rules::body::pb253_unfenced_caught;
use crate::diagnostic::{Diagnostic, Place};
use crate::document::markdown::events::Events;
use crate::document::names::BlockKey;
use crate::language::Language;

/// Those of one page that are told at once.
const MAX_TOLD: usize = 10;

/// Looks for them in the ranges of the section.
pub(in crate::document) fn find(
    path: &Arc<str>,
    events: &Events<'_>,
    section: &[Range<usize>],
    language: &'static Language,
) -> Vec<Diagnostic> {
    let mut stories = Stories::default();
    for at in section.iter().flat_map(|range| events.children(range.clone())) {
        match events.tag(at) {
            Some(Tag::Paragraph | Tag::List(_) | Tag::BlockQuote(_)) => {
                stories.block(events.source, events.range(at));
            }
            _ => stories.end(),
        }
    }
    stories.end();
    let told = stories.whole.into_iter().take(MAX_TOLD).map(|story| {
        let source = events.source.get(story.lines.clone()).unwrap_or_default();
        let first = source.lines().next().unwrap_or_default().len();
        let place = Place::bytes(path, story.lines.start..story.lines.start + first);
        pb253_unfenced_caught::found(place).pasted(story.lines.clone(), story.block(language))
    });
    told.collect()
}

/// One error, as far as it is told.
#[derive(Default)]
struct Story {
    lines: Range<usize>,
    fields: Vec<(BlockKey, String)>,
}

impl Story {
    fn has(&self, key: BlockKey) -> bool {
        self.fields.iter().any(|(known, _)| *known == key)
    }

    fn block(&self, language: &'static Language) -> String {
        let mut block = "```caught\n".to_owned();
        for (key, value) in &self.fields {
            block.push_str(&format!("{}: {value}\n", key.written(language)));
        }
        // What the block cannot do without, to be filled in.
        if !self.has(BlockKey::Noticed) {
            block.push_str(&format!("{}: ...\n", BlockKey::Noticed.written(language)));
        }
        block + "```"
    }
}

#[derive(Default)]
struct Stories {
    whole: Vec<Story>,
    current: Option<Story>,
}

impl Stories {
    /// Takes up a block: its lines with a key, and those that go on with one.
    fn block(&mut self, source: &str, range: Range<usize>) {
        let mut at =
            source.get(..range.start).and_then(|it| it.rfind('\n')).map_or(0, |end| end + 1);
        let mut goes_on = false;
        for line in source.get(at..range.end).unwrap_or_default().split_inclusive('\n') {
            let range = at..at + line.trim_end().len();
            at += line.len();
            if range.is_empty() {
                continue;
            }
            match (keyed(line), &mut self.current) {
                (Some((key, value)), _) => {
                    self.field(key, value, range);
                    goes_on = self.current.is_some();
                }
                (None, Some(story)) if goes_on => {
                    story.lines.end = range.end;
                    if let Some((_, value)) = story.fields.last_mut() {
                        value.push(' ');
                        value.push_str(plain(line));
                    }
                }
                (None, _) => self.end(),
            }
        }
    }

    fn field(&mut self, key: BlockKey, value: &str, range: Range<usize>) {
        if self.current.as_ref().is_some_and(|story| story.has(key)) {
            self.end();
        }
        let begins = matches!(key, BlockKey::Said | BlockKey::Fact);
        let start = range.start;
        let story = match &mut self.current {
            Some(story) => story,
            None if begins => {
                self.current.insert(Story { lines: start..start, ..Story::default() })
            }
            None => return,
        };
        story.lines.end = range.end;
        story.fields.push((key, value.to_owned()));
    }

    /// Ends the current one, and keeps it if it tells what was said and what is true.
    fn end(&mut self) {
        let story = self.current.take();
        let is_whole = |it: &Story| it.has(BlockKey::Said) && it.has(BlockKey::Fact);
        self.whole.extend(story.filter(is_whole));
    }
}

/// A line that begins with a key of the block: the key, and what stands behind it.
fn keyed(line: &str) -> Option<(BlockKey, &str)> {
    let (name, value) = plain(line).split_once(':')?;
    let name = name.trim_matches(['*', '_', ' ']);
    let key = KEYS.into_iter().find(|key| key.is(name))?;
    let value = value.trim_start_matches(['*', '_']).trim();
    (!value.is_empty()).then_some((key, value))
}

/// A line without the mark of a list or quotation and without the break at its end.
fn plain(line: &str) -> &str {
    let line = line.trim().trim_end_matches('\\').trim_end();
    let marks = ['-', '+', '>', ' ', '\t', '\u{a0}', '\u{2022}'];
    let line = line.trim_start_matches(marks);
    line.strip_prefix("* ").unwrap_or(line).trim_start()
}
