//! `Key: rest of the line` with indented continuation: the inside of `caught`
//! and `drill` blocks. Not YAML: a value may hold any character, and nothing
//! has to be quoted. Keys are matched like headings.

use std::ops::Range;

use crate::diagnostic::nearest;
use crate::document::names::BlockKey;
use crate::document::words;

/// What is said of one error of a drill, below it or indented.
pub(super) const ERROR_KEYS: [BlockKey; 3] = [BlockKey::Kind, BlockKey::Why, BlockKey::HowToCheck];

/// One key with its value.
#[derive(Debug)]
pub(super) struct BlockField {
    /// What it means.
    pub(super) key: BlockKey,
    /// Lines of the value, without the indentation that they share.
    pub(super) lines: String,
    /// The value's first line, in the block.
    pub(super) range: Range<usize>,
    /// The value's last line, in the block, where it has several.
    pub(super) last: Option<Range<usize>>,
    /// The key, in the block.
    pub(super) key_range: Range<usize>,
}

impl BlockField {
    /// The value on one line.
    pub(super) fn line(&self) -> String {
        self.lines.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Lines of a block that nothing is made of.
#[derive(Debug)]
pub(super) struct LeftOut {
    /// What is wrong with the first of them, in the block.
    pub(super) range: Range<usize>,
    /// The last of them, where they are several.
    pub(super) last: Option<Range<usize>>,
}

/// The fields of a block.
#[derive(Debug, Default)]
pub(super) struct Keyed {
    /// In order.
    pub(super) fields: Vec<BlockField>,
    /// Keys that the block does not have: place, and what was written.
    pub(super) unknown: Vec<(LeftOut, String)>,
    /// The lines that stand before any key.
    pub(super) keyless: Option<LeftOut>,
}

impl Keyed {
    /// The first field of a key, if it says anything.
    pub(super) fn field(&self, key: BlockKey) -> Option<&BlockField> {
        let says = |field: &&BlockField| {
            !field.lines.trim().is_empty() && !words::is_unfilled(&field.lines)
        };
        self.fields.iter().filter(says).find(|field| field.key == key)
    }

    /// Fields that say again what the first of their key says. Each `Error` begins
    /// anew with what is said of it.
    pub(super) fn twice(&self) -> Vec<(&BlockField, &BlockField)> {
        // As many as there are keys, however many fields there are.
        let mut firsts: Vec<&BlockField> = Vec::new();
        let mut twice = Vec::new();
        for field in self.fields.iter().filter(|field| !field.lines.trim().is_empty()) {
            if field.key == BlockKey::Error {
                firsts.retain(|first| !ERROR_KEYS.contains(&first.key));
                continue;
            }
            match firsts.iter().find(|first| first.key == field.key) {
                None => firsts.push(field),
                Some(first) => twice.push((*first, field)),
            }
        }
        twice
    }

    /// The value of a key on one line.
    pub(super) fn line(&self, key: BlockKey) -> Option<String> {
        self.field(key).map(BlockField::line)
    }
}

/// Reads a block that may have these keys. Those that are `nested` may be
/// indented below an `Error`.
pub(super) fn read(text: &str, keys: &[BlockKey], nested: &[BlockKey]) -> Keyed {
    let mut keyed = Keyed::default();
    // Below a key that is not known, lines belong to it and not to the field above.
    let mut ignoring = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start_matches([' ', '\t']);
        let range = start + line.len() - bare.len()..start + line.trim_end().len();
        start += line.len();
        let indented = bare.len() < line.len();
        let found = match keyed.fields.last() {
            // At the margin any key counts. Indented, a line goes on with its value, which may well
            // have a colon in it, except below an `Error`, where people indent what they say of it.
            _ if !indented => classify(bare, keys, &range),
            Some(last) if last.key == BlockKey::Error || nested.contains(&last.key) => {
                field(bare, nested, &range).map_or(KeyedLine::Continuation, KeyedLine::Field)
            }
            _ => KeyedLine::Continuation,
        };
        match found {
            KeyedLine::Field(field) => {
                keyed.fields.push(field);
                ignoring = false;
            }
            KeyedLine::Unknown(range, name) => {
                keyed.unknown.push((LeftOut { range, last: None }, name));
                ignoring = true;
            }
            KeyedLine::Continuation => match keyed.fields.last_mut() {
                Some(field) if !ignoring => {
                    field.lines.push('\n');
                    field.lines.push_str(line.trim_end());
                    field.last = Some(range).filter(|it| !it.is_empty()).or(field.last.take());
                }
                // Blank lines say nothing.
                _ if range.is_empty() => {}
                None if !ignoring => match &mut keyed.keyless {
                    Some(keyless) => keyless.last = Some(range),
                    None => keyed.keyless = Some(LeftOut { range, last: None }),
                },
                _ => {
                    if let Some((unknown, _)) = keyed.unknown.last_mut() {
                        unknown.last = Some(range);
                    }
                }
            },
        }
    }
    for field in &mut keyed.fields {
        field.lines = dedent(&field.lines);
    }
    keyed
}

enum KeyedLine {
    Field(BlockField),
    Unknown(Range<usize>, String),
    Continuation,
}

fn classify(line: &str, keys: &[BlockKey], range: &Range<usize>) -> KeyedLine {
    if let Some(field) = field(line, keys, range) {
        return KeyedLine::Field(field);
    }
    match line.split_once(':') {
        Some((name, value)) if looks_like_key(name, value, keys) => {
            KeyedLine::Unknown(range.start..range.start + name.len(), name.trim().to_owned())
        }
        _ => KeyedLine::Continuation,
    }
}

/// A line that starts with one of these keys.
fn field(line: &str, keys: &[BlockKey], range: &Range<usize>) -> Option<BlockField> {
    let (name, value) = line.split_once(':')?;
    let key_range = range.start..range.start + name.len();
    // People write keys in bold or as items of a list; what they mean is clear.
    let name = name.trim_matches(['*', '_', '-', ' ']);
    let key = keys.iter().copied().find(|key| key.is(name))?;
    // `**AI said:** text` leaves the end of the bold before the value.
    let value = value.trim_start_matches('*').trim();
    let offset = line.trim_end().len().saturating_sub(value.len());
    let range = range.start + offset..range.end;
    Some(BlockField { key, lines: value.to_owned(), range, last: None, key_range })
}

/// Longer names are sentences.
const MAX_KEY_CHARS: usize = 40;

/// Whether a line that nobody indented was meant as a key, rather than as the
/// text before it going on: it is close to one, or short and written like one.
fn looks_like_key(name: &str, value: &str, keys: &[BlockKey]) -> bool {
    if name.len() > MAX_KEY_CHARS {
        return false;
    }
    // Near ones count in any form, others only if they are short
    // and begin with a capital: a text that goes on has colons too.
    let near = nearest(name, keys.iter().flat_map(|key| key.names())).is_some();
    let short = name.split_whitespace().count() <= 2 && name.chars().all(char::is_alphabetic);
    let written = short
        && name.starts_with(char::is_uppercase)
        && (value.trim().is_empty() || value.starts_with(' '));
    (near || written) && !name.is_empty()
}

/// Drops blank lines at both ends and the indentation that all lines but the
/// first share.
fn dedent(lines: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start().len();
    // The first line stands behind its key and has no indentation to share.
    let continued = lines.lines().skip(1).filter(|line| !line.trim().is_empty());
    let shared = continued.map(indent).min().unwrap_or_default();
    let mut text = String::with_capacity(lines.len());
    for (number, line) in lines.lines().enumerate() {
        if number > 0 {
            text.push('\n');
        }
        let cut = if number == 0 { 0 } else { shared.min(indent(line)) };
        text.push_str(line.get(cut..).unwrap_or_default());
    }
    text.trim_matches('\n').trim_end().to_owned()
}
