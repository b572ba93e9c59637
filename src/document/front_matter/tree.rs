//! YAML events become a [`Node`] tree. Anchors, aliases, merge keys, tags and
//! further documents are refused, never expanded; nesting is limited by the
//! parser and the tree is built on a heap stack. When one key cannot be read,
//! the others still are.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use serde_saphyr::granit_parser::{
    self, ErrorKind, Event, Parser, ScalarStyle, ScanError, Span, StructureStyle,
};

use super::node::{MapEntry, Node, NodeShape};
use super::repaired::RepairedText;
use super::report::FrontMatterReport;
use super::scalar;
use crate::diagnostic::rules::front::{
    pb101_unreadable_value, pb106_limit, pb107_yaml_machinery, pb108_duplicate_key,
};

/// Deeper nesting than this is refused whatever the settings say.
// Settings may allow more for lists of a body. A tree of this depth is safe on any stack.
const MAX_DEPTH: u32 = 100;

/// Messages about anchors and the like, for one file.
// A bomb of aliases has thousands; the first ones say it all.
const MAX_MACHINERY: usize = 8;

/// The keys of the front matter.
pub(super) fn parse(repaired: &RepairedText, report: &mut FrontMatterReport<'_>) -> Vec<MapEntry> {
    let mut entries = match parse_part(repaired, 0..repaired.text.len(), report) {
        Ok(entries) => entries,
        // One faulty value must not cost the others: key by key.
        Err(_) => chunks(&repaired.text)
            .into_iter()
            .flat_map(|chunk| {
                let entries = parse_part(repaired, chunk.clone(), report);
                entries.unwrap_or_else(|fault| vec![refused(repaired, &chunk, &fault, report)])
            })
            .collect(),
    };
    // What was read before the fault is read again key by key, and has said the same already.
    report.diagnostics.sort();
    report.diagnostics.dedup();
    single(&mut entries, report);
    entries
}

/// The keys of a text that is read as a whole or not at all: the bytes where it could
/// not be read, and what the parser says of it.
pub(super) fn parse_whole(
    repaired: &RepairedText,
    report: &mut FrontMatterReport<'_>,
) -> Result<Vec<MapEntry>, (Range<usize>, String)> {
    let mut entries = parse_part(repaired, 0..repaired.text.len(), report).map_err(|fault| {
        let marker = fault.marker().byte_offset().unwrap_or_default();
        let token = token_at(&repaired.text, marker.min(repaired.text.len()));
        (repaired.original(&token), fault.info())
    })?;
    single(&mut entries, report);
    Ok(entries)
}

/// Parses a part of the text.
fn parse_part(
    repaired: &RepairedText,
    part: Range<usize>,
    report: &mut FrontMatterReport<'_>,
) -> Result<Vec<MapEntry>, ScanError> {
    let text = repaired.text.get(part.clone()).unwrap_or_default();
    let deepest = report.settings.limits.nesting.min(MAX_DEPTH) as usize;
    let options = granit_parser::options! {
        disallow_directives: true,
        // Aliases are reported and never resolved, so a few lines cannot grow to gigabytes.
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        emit_comments: false,
        flow_nesting_limit: deepest,
        block_nesting_limit: deepest,
    };
    let mut tree =
        TreeBuilder { repaired, base: part.start, frames: Vec::new(), root: None, report };
    let mut documents = 0;
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = event?;
        if matches!(event, Event::DocumentStart(..)) {
            documents += 1;
        }
        if documents > 1 {
            let place = tree.report.bytes(&tree.range(&span));
            tree.report.add(pb106_limit::two_documents(place));
            break;
        }
        tree.event(event, &span);
    }
    Ok(tree.entries())
}

/// Where each key at the line's start begins and what belongs to it ends.
fn chunks(text: &str) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        // At the line's start only these cannot begin a key.
        let carries_on = line.starts_with([' ', '\t', '\n', '#', '-', ']', '}']);
        if at > 0 && !carries_on {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Reports a part that cannot be read. Its key stays known, so that nothing
/// calls it missing on top.
fn refused(
    repaired: &RepairedText,
    chunk: &Range<usize>,
    fault: &ScanError,
    report: &mut FrontMatterReport<'_>,
) -> MapEntry {
    let text = repaired.text.get(chunk.clone()).unwrap_or_default();
    let marker = fault.marker().byte_offset().unwrap_or_default().min(text.len());
    let line = text.split('\n').next().unwrap_or_default();
    let written = line.split(':').next().unwrap_or_default();
    // Cut by hand: the parser has no key to give for a part that it could not read.
    let key = written.trim();
    let key_start = chunk.start + written.len() - written.trim_start().len();
    let key_end = key_start + key.len();
    let key_range = repaired.original(&(key_start..key_end));
    let value_end = (chunk.start + text.trim_end().len()).max(key_end);
    let colon = usize::from(written.len() < line.len());
    let value_start = (chunk.start + written.len() + colon).min(value_end);
    let range = repaired.original(&(value_start..value_end));
    let token = token_at(text, marker);
    let place =
        report.bytes(&repaired.original(&(chunk.start + token.start..chunk.start + token.end)));
    let value = repaired.text.get(value_start..value_end).unwrap_or_default().trim();
    let message = match fault.kind() {
        ErrorKind::RecursionLimitExceeded => {
            pb106_limit::nesting(place, report.settings.limits.nesting.min(MAX_DEPTH))
        }
        ErrorKind::UnclosedFlowCollection { open } => {
            pb101_unreadable_value::unclosed(place, *open)
        }
        _ if colon == 0 => pb101_unreadable_value::no_key(place),
        ErrorKind::MappingValueNotAllowed => pb101_unreadable_value::colon(place),
        ErrorKind::UnknownQuotedScalarEscape => pb101_unreadable_value::escape(place),
        ErrorKind::UnexpectedEofFlowSequence => pb101_unreadable_value::unclosed(place, '['),
        ErrorKind::UnexpectedEofFlowMapping => pb101_unreadable_value::unclosed(place, '{'),
        _ => pb101_unreadable_value::syntax(place, &fault.info()),
    };
    // Where a value of several lines was meant to end, nobody knows.
    let is_line = colon > 0 && !value.is_empty() && !text.trim_end().contains('\n');
    match readable(value, fault.kind()).filter(|_| is_line) {
        Some(readable) => {
            let value_start = value_end
                - repaired.text.get(value_start..value_end).map_or(0, |it| it.trim_start().len());
            report.mend(message, repaired.original(&(value_start..value_end)), readable);
        }
        None => report.add(message),
    }
    let value = Node { range, shape: NodeShape::Refused };
    MapEntry { key: key.trim_matches('"').to_owned(), key_range, value }
}

/// A value so that it can be read: in quotes, or with the bracket that is missing.
fn readable(value: &str, fault: &ErrorKind) -> Option<String> {
    let open = match fault {
        ErrorKind::RecursionLimitExceeded => return None,
        ErrorKind::UnclosedFlowCollection { open } => Some(*open),
        ErrorKind::UnexpectedEofFlowSequence => Some('['),
        ErrorKind::UnexpectedEofFlowMapping => Some('{'),
        _ => None,
    };
    let closed = |close| format!("{value}{close}");
    match open {
        // One bracket is missing, or it is not known where any of them belongs.
        Some('[') if value.matches('[').count() == 1 => Some(closed(']')),
        Some('{') if value.matches('{').count() == 1 => Some(closed('}')),
        _ => Some(scalar::quote(value.trim_matches('"'))),
    }
}

/// The character at a marker, or the last one before it.
fn token_at(text: &str, marker: usize) -> Range<usize> {
    let is_mark = |(at, c): &(usize, char)| *at >= marker && !c.is_whitespace();
    let at_marker = text.char_indices().find(is_mark);
    let before = || text.char_indices().rfind(|(_, c)| !c.is_whitespace());
    at_marker.or_else(before).map_or(0..0, |(at, c)| at..at + c.len_utf8())
}

/// Keeps the first of equal keys.
fn single(entries: &mut Vec<MapEntry>, report: &mut FrontMatterReport<'_>) {
    let mut kept: BTreeMap<String, Range<usize>> = BTreeMap::new();
    // The first counts: what was added below it was mostly added without seeing it.
    entries.retain(|entry| match kept.get(&entry.key) {
        Some(first) => {
            let places = (report.bytes(first), report.bytes(&entry.key_range));
            report.add(pb108_duplicate_key::twice(places.1, places.0, &entry.key));
            false
        }
        None => {
            kept.insert(entry.key.clone(), entry.key_range.clone());
            true
        }
    });
}

/// The tree while it grows.
struct TreeBuilder<'m, 'r, 's> {
    repaired: &'m RepairedText,
    /// Where the parsed part starts in the mended text.
    base: usize,
    // On the heap, so that depth costs no stack.
    frames: Vec<Frame>,
    root: Option<Node>,
    report: &'r mut FrontMatterReport<'s>,
}

/// A list or map that is still open.
enum Frame {
    List { range: Range<usize>, exact: bool, items: Vec<Node> },
    Map { range: Range<usize>, exact: bool, entries: Vec<MapEntry>, key: Option<PendingKey> },
}

/// A key that waits for its value; without text when it was refused.
struct PendingKey {
    text: Option<String>,
    range: Range<usize>,
}

impl TreeBuilder<'_, '_, '_> {
    fn range(&self, span: &Span) -> Range<usize> {
        let range = span.byte_range().unwrap_or_default();
        self.repaired.original(&(self.base + range.start..self.base + range.end))
    }

    fn event(&mut self, event: Event<'_>, span: &Span) {
        let tag_span = span.tag_span();
        if let Some(tag) = &tag_span {
            let range = self.range(tag);
            self.machinery(&range, pb107_yaml_machinery::tag);
        }
        let range = self.range(span);
        let tagged = tag_span.is_some();
        match event {
            Event::Scalar(text, style, _, _) => {
                let shape = if tagged { NodeShape::Refused } else { scalar_shape(text, style) };
                self.node(Node { range, shape });
            }
            Event::SequenceStart(style, ..) => {
                // Only brackets say where they end. The end of
                // a block is the next token, lines further on.
                let exact = style == StructureStyle::Flow;
                self.frames.push(Frame::List { range, exact, items: Vec::new() });
            }
            Event::MappingStart(style, ..) => {
                let exact = style == StructureStyle::Flow;
                self.frames.push(Frame::Map { range, exact, entries: Vec::new(), key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range.end),
            Event::Anchor(..) => self.machinery(&range, pb107_yaml_machinery::anchor),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.machinery(&range, pb107_yaml_machinery::alias);
                self.node(Node { range, shape: NodeShape::Refused });
            }
            _ => {}
        }
    }

    fn machinery(
        &mut self,
        range: &Range<usize>,
        say: fn(crate::diagnostic::Place) -> crate::diagnostic::Diagnostic,
    ) {
        if self.report.machinery < MAX_MACHINERY {
            self.report.machinery += 1;
            let place = self.report.bytes(range);
            self.report.add(say(place));
        }
    }

    /// Puts a finished value where it belongs.
    fn node(&mut self, node: Node) {
        match self.frames.last_mut() {
            None => self.root = Some(node),
            Some(Frame::List { items, .. }) => items.push(node),
            Some(Frame::Map { key: key @ None, .. }) => {
                let text = match node.shape {
                    NodeShape::Text(text) => Some(text),
                    NodeShape::Absent => Some(String::new()),
                    NodeShape::Refused | NodeShape::List(_) | NodeShape::Map(_) => None,
                };
                *key = Some(PendingKey { text, range: node.range });
            }
            Some(Frame::Map { entries, key, .. }) => {
                let Some(PendingKey { text, range }) = key.take() else { return };
                match text {
                    Some(text) if text == "<<" => {
                        self.machinery(&range, pb107_yaml_machinery::merge_key);
                    }
                    Some(key) => entries.push(MapEntry { key, key_range: range, value: node }),
                    // Refused keys were reported, lists and maps as keys were not.
                    None => {
                        let place = self.report.bytes(&range);
                        self.report.add(pb101_unreadable_value::key(place));
                    }
                }
            }
        }
    }

    fn close(&mut self, end: usize) {
        let node = match self.frames.pop() {
            None => return,
            Some(Frame::List { range, exact, items }) => {
                let last = items.last().map(|item| item.range.end);
                let end = if exact { end } else { last.unwrap_or(range.end) };
                Node { range: range.start..end.max(range.start), shape: NodeShape::List(items) }
            }
            Some(Frame::Map { range, exact, mut entries, .. }) => {
                let last = entries.last().map(|last| last.value.range.end.max(last.key_range.end));
                let end = if exact { end } else { last.unwrap_or(range.end) };
                // At the top `parse` does so, when the parts of a faulty text are together again.
                if !self.frames.is_empty() {
                    single(&mut entries, self.report);
                }
                Node { range: range.start..end.max(range.start), shape: NodeShape::Map(entries) }
            }
        };
        self.node(node);
    }

    fn entries(self) -> Vec<MapEntry> {
        match self.root {
            Some(Node { shape: NodeShape::Map(entries), .. }) => entries,
            Some(Node { shape: NodeShape::Absent | NodeShape::Refused, .. }) | None => Vec::new(),
            Some(Node { shape: NodeShape::Text(_) | NodeShape::List(_), range }) => {
                let place = self.report.bytes(&range);
                self.report.add(pb101_unreadable_value::no_keys(place));
                Vec::new()
            }
        }
    }
}

fn scalar_shape(text: Cow<'_, str>, style: ScalarStyle) -> NodeShape {
    // In quotes "null" is a word.
    let null =
        style == ScalarStyle::Plain && matches!(text.as_ref(), "" | "~" | "null" | "Null" | "NULL");
    if null { NodeShape::Absent } else { NodeShape::Text(text.into_owned()) }
}
