//! The parser's events as a list that passes can look around in. Ranges are
//! bytes of the whole file. Deliberately absent: recursion; a text that nests
//! too deep is refused before anything walks it.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{page_events, scripts};
use crate::document::words::one_line;

/// The events of one body.
pub(in crate::document) struct Events<'a> {
    pub(in crate::document) source: &'a str,
    /// Where the body begins in it.
    start: usize,
    /// Raw HTML is shown as text, and so belongs to it.
    pub(in crate::document) html_is_text: bool,
    /// Whether there is text that runs from right to left.
    pub(super) runs_left: bool,
    list: Vec<(Event<'a>, Range<usize>)>,
    ends: Vec<usize>,
    /// Reference definitions that links use, by the link's event.
    definitions: Vec<(usize, Range<usize>)>,
}

/// How many times deeper than lists and quotes all elements together may nest,
/// emphasis included.
// Emphasis, links and cells within each level; the writer and the browser walk all of them.
const ELEMENTS_PER_LEVEL: usize = 4;

/// Markers at the start of one line that are refused before parsing, in
/// multiples of the limit: the parser's time grows with depth times lines.
const MARKERS_PER_LEVEL: usize = 16;

fn options() -> Options {
    // No smart quotes, since prompts are copied; no math and no
    // metadata, which are GitHub's alone or our own reader's.
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
}

/// How a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::document) enum Dialect {
    /// As the specifications have it.
    Specification,
    /// With what a page understands besides.
    Page,
}

impl<'a> Events<'a> {
    /// Parses `source` from `start`. Fails with the place where lists and
    /// quotes nest deeper than `nesting`.
    pub(in crate::document) fn read(
        source: &'a str,
        start: usize,
        nesting: u32,
        dialect: Dialect,
    ) -> Result<Self, Range<usize>> {
        let nesting = nesting as usize;
        let body = source.get(start..).unwrap_or_default();
        if let Some(line) = too_many_markers(body, nesting.saturating_mul(MARKERS_PER_LEVEL)) {
            return Err(line.start + start..line.end + start);
        }
        let mut events = Self {
            source,
            start: start.min(source.len()),
            html_is_text: true,
            // A page in a script of the west, which is known by its bytes, is not looked through.
            runs_left: body.bytes().any(|byte| byte >= 0xD6)
                && body.chars().any(scripts::runs_left),
            // A body has about an event for twelve bytes;
            // growing step by step copied the list many times.
            list: Vec::with_capacity(body.len() / 12),
            ends: Vec::new(),
            definitions: Vec::new(),
        };
        let mut depth = Depth::new(nesting);
        let mut parser = Parser::new_ext(body, options()).into_offset_iter();
        let mut run = None;
        for (event, range) in parser.by_ref() {
            let range = range.start + start..range.end + start;
            // While events come, so that a bomb is refused before all of it is in memory.
            if !depth.enter(&event) {
                return Err(range.start..(range.start + 1).min(range.end));
            }
            let event = match event {
                // The parser cuts text at each sign that might be markup. Code keeps its lines,
                // since places in blocks are found by them.
                Event::Text(text) if !depth.in_code => {
                    Run::add(&mut run, source, text, range);
                    continue;
                }
                other => other,
            };
            events.push(event, range, &mut run);
        }
        events.list.extend(run.take().map(Run::into_event));
        if dialect == Dialect::Page {
            events.list = page_events::understood(source, std::mem::take(&mut events.list));
        }
        for (at, (event, _)) in events.list.iter().enumerate() {
            let Some(label) = reference(event) else { continue };
            if let Some(definition) = parser.reference_definitions().get(label) {
                let span = &definition.span;
                events.definitions.push((at, span.start + start..span.end + start));
            }
        }
        // Once for all: passes ask for the end of an element at nearly each event.
        events.ends = ends(&events.list);
        Ok(events)
    }

    fn push(&mut self, event: Event<'a>, range: Range<usize>, run: &mut Option<Run<'a>>) {
        self.list.extend(run.take().map(Run::into_event));
        self.list.push((event, range));
    }

    /// The bytes of the body.
    pub(in crate::document) fn span(&self) -> Range<usize> {
        self.start..self.source.len()
    }

    pub(in crate::document) fn all(&self) -> Range<usize> {
        0..self.list.len()
    }

    pub(in crate::document) fn get(&self, event: usize) -> Option<&Event<'a>> {
        self.list.get(event).map(|(event, _)| event)
    }

    /// The element that starts at an event.
    pub(in crate::document) fn tag(&self, event: usize) -> Option<&Tag<'a>> {
        match self.get(event) {
            Some(Event::Start(tag)) => Some(tag),
            _ => None,
        }
    }

    /// Where an event is in the file.
    pub(in crate::document) fn range(&self, event: usize) -> Range<usize> {
        self.list.get(event).map_or(0..0, |(_, range)| range.clone())
    }

    /// The end of the element that starts at an event; the event itself when
    /// it starts none.
    pub(in crate::document) fn end(&self, event: usize) -> usize {
        self.ends.get(event).copied().unwrap_or(event)
    }

    /// What is inside the element that starts at an event.
    pub(in crate::document) fn inside(&self, event: usize) -> Range<usize> {
        let end = self.end(event);
        (event + 1).min(end)..end
    }

    /// Events and elements of a range, side by side: the index of each start.
    pub(in crate::document) fn children(
        &self,
        range: Range<usize>,
    ) -> impl Iterator<Item = usize> + '_ {
        let mut next = range.start;
        std::iter::from_fn(move || {
            let child = (next < range.end).then_some(next)?;
            next = self.end(child) + 1;
            Some(child)
        })
    }

    /// The reference definition that the link at an event uses.
    pub(in crate::document) fn definition(&self, event: usize) -> Option<Range<usize>> {
        let found = self.definitions.binary_search_by_key(&event, |(event, _)| *event).ok()?;
        self.definitions.get(found).map(|(_, range)| range.clone())
    }

    /// A range of the file.
    pub(in crate::document) fn source_of(&self, range: Range<usize>) -> &'a str {
        self.source.get(range).unwrap_or_default()
    }

    /// The text of a range of events on one line, without marks.
    pub(in crate::document) fn plain(&self, range: Range<usize>) -> String {
        one_line(&self.text(range, self.html_is_text))
    }

    /// The same without raw HTML, which takes no part in an anchor.
    pub(in crate::document) fn plain_without_html(&self, range: Range<usize>) -> String {
        one_line(&self.text(range, false))
    }

    /// The same without images, whose words are not the text's own.
    pub(in crate::document) fn prose(&self, range: Range<usize>) -> String {
        let mut prose = String::new();
        let mut from = range.start;
        for at in range.clone() {
            if let Some(Tag::Image { .. }) = self.tag(at) {
                prose.push_str(&self.lines(from..at.max(from)));
                from = self.end(at) + 1;
            }
        }
        prose.push_str(&self.lines(from..range.end));
        one_line(&prose)
    }

    /// The text of a range of events, without marks, with its line ends.
    pub(in crate::document) fn lines(&self, range: Range<usize>) -> String {
        self.text(range, self.html_is_text)
    }

    fn text(&self, range: Range<usize>, with_html: bool) -> String {
        let list = self.list.get(range).unwrap_or_default();
        // A text is seldom longer than what it was read from.
        let ends = list.first().zip(list.last());
        let room = ends.map_or(0, |((_, first), (_, last))| last.end.saturating_sub(first.start));
        let mut text = String::with_capacity(room);
        for (event, _) in list {
            match event {
                Event::Text(run) | Event::Code(run) => text.push_str(run),
                Event::InlineHtml(html) if with_html && !html.starts_with("<!--") => {
                    text.push_str(html);
                }
                Event::SoftBreak | Event::HardBreak => text.push('\n'),
                Event::Start(tag) if !is_inline(&tag.to_end()) && !text.is_empty() => {
                    text.push('\n');
                }
                Event::End(tag) if !is_inline(tag) => text.push('\n'),
                _ => {}
            }
        }
        text
    }

    /// Whether a range shows anything: text, an image, a rule of a table.
    pub(in crate::document) fn shows(&self, range: Range<usize>) -> bool {
        self.list.get(range).unwrap_or_default().iter().any(|(event, _)| match event {
            Event::Text(text) | Event::Code(text) => !text.trim().is_empty(),
            Event::Start(Tag::Image { .. }) => true,
            _ => false,
        })
    }
}

/// Whether an element lies inside a line.
pub(in crate::document) fn is_inline(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::Superscript
            | TagEnd::Subscript
    )
}

/// Neighbouring texts, which are one event for those who read them: borrowed
/// as long as they lie side by side in the file just as they are read.
struct Run<'a> {
    text: CowStr<'a>,
    range: Range<usize>,
    owned: Option<String>,
}

impl<'a> Run<'a> {
    fn add(run: &mut Option<Self>, source: &'a str, text: CowStr<'a>, range: Range<usize>) {
        let Some(run) = run else {
            *run = Some(Self { text, range, owned: None });
            return;
        };
        let end = range.end;
        let beside = run.owned.is_none()
            && run.range.end == range.start
            && is_source(source, &run.text, &run.range)
            && is_source(source, &text, &range);
        match source.get(run.range.start..end).filter(|_| beside) {
            Some(both) => run.text = CowStr::Borrowed(both),
            None => {
                let owned = run.owned.get_or_insert_with(|| run.text.to_string());
                owned.push_str(&text);
            }
        }
        run.range.end = end;
    }

    fn into_event(self) -> (Event<'a>, Range<usize>) {
        (Event::Text(self.owned.map_or(self.text, CowStr::from)), self.range)
    }
}

/// Whether a text is a piece of the file, rather than made of one.
fn is_source(source: &str, text: &CowStr<'_>, range: &Range<usize>) -> bool {
    let CowStr::Borrowed(text) = text else { return false };
    let written = source.get(range.clone()).unwrap_or_default();
    // By address and not by content: only then is what lies
    // between two texts in the file just what they say.
    std::ptr::eq(written, *text)
}

fn reference<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    let Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) = event
    else {
        return None;
    };
    let by_reference =
        matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut);
    by_reference.then_some(&**id)
}

fn ends(list: &[(Event<'_>, Range<usize>)]) -> Vec<usize> {
    let mut ends: Vec<usize> = (0..list.len()).collect();
    let mut open = Vec::new();
    for (at, (event, _)) in list.iter().enumerate() {
        match event {
            Event::Start(_) => open.push(at),
            Event::End(_) => {
                if let Some(start) = open.pop().and_then(|start: usize| ends.get_mut(start)) {
                    *start = at;
                }
            }
            _ => {}
        }
    }
    ends
}

struct Depth {
    limit: usize,
    containers: usize,
    elements: usize,
    in_code: bool,
}

impl Depth {
    fn new(limit: usize) -> Self {
        Self { limit, containers: 0, elements: 0, in_code: false }
    }

    /// Follows an event; false when it goes too deep.
    fn enter(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(tag) => {
                self.elements += 1;
                self.containers += usize::from(is_container(&tag.to_end()));
                self.in_code |= matches!(tag, Tag::CodeBlock(_));
            }
            Event::End(tag) => {
                self.elements = self.elements.saturating_sub(1);
                let container = usize::from(is_container(tag));
                self.containers = self.containers.saturating_sub(container);
                self.in_code &= !matches!(tag, TagEnd::CodeBlock);
            }
            _ => {}
        }
        // Some room besides, so that a small limit still lets one line have emphasis in a link.
        let elements = self.limit.saturating_mul(ELEMENTS_PER_LEVEL).saturating_add(8);
        // Lists and quotes are what nests in earnest, so the setting is about them.
        self.containers <= self.limit && self.elements <= elements
    }
}

fn is_container(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::List(_) | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition)
}

/// The first line that opens more lists and quotes than `most`.
fn too_many_markers(body: &str, most: usize) -> Option<Range<usize>> {
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        // Most lines are shorter than what could go too deep.
        if line.len() > most && markers(line.as_bytes()) > most {
            return Some(start..start + 1);
        }
        start += line.len();
    }
    None
}

fn markers(line: &[u8]) -> usize {
    let is_marker = |byte: u8| matches!(byte, b'>' | b'-' | b'*' | b'+' | b'.' | b')');
    let in_marker =
        |byte: &u8| byte.is_ascii_whitespace() || byte.is_ascii_digit() || is_marker(*byte);
    let (mut prefix, mut markers) = (0, 0);
    for byte in line.iter().copied().take_while(in_marker) {
        prefix += 1;
        markers += usize::from(is_marker(byte));
    }
    // A rule is made of markers and opens nothing.
    if prefix == line.len() && is_rule(line) { 0 } else { markers }
}

/// Whether a line is one of `-`, `*` or `_` all along.
fn is_rule(line: &[u8]) -> bool {
    let mut bare = line.iter().filter(|byte| !byte.is_ascii_whitespace());
    let Some(first @ (b'-' | b'*' | b'_')) = bare.next() else { return false };
    bare.all(|byte| byte == first)
}
