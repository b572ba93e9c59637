//! Footnotes: numbered in the order of their first use, shown at the end of
//! the part of the page that uses them first, with a link back for every use.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::edits::{Edits, Replacement};
use super::escape::escape_attribute;
use super::events::Events;
use super::html;
use crate::document::body::Piece;
use crate::language::Language;

/// A footnote that is used.
#[derive(Debug)]
struct Note {
    /// From 1.
    number: usize,
    /// The event that starts its definition.
    definition: usize,
    /// The first event in the text that uses it, directly or by another note.
    // A note goes with the section that uses it, since a theme may show sections apart.
    home: usize,
    /// How many links lead to it.
    uses: usize,
}

/// The footnotes of a body.
#[derive(Debug, Default)]
pub(in crate::document) struct Footnotes {
    /// Those that are used, by number.
    notes: Vec<Note>,
    /// Numbers of the notes that belong to an event of the text.
    by_home: BTreeMap<usize, Vec<usize>>,
    /// Definitions that nothing uses, in order and none in another: they are not
    /// shown.
    unused: Vec<Range<usize>>,
}

impl Footnotes {
    /// Definitions that nothing in the text uses: the event that starts each.
    pub(in crate::document) fn unused(&self) -> impl Iterator<Item = usize> + '_ {
        self.unused.iter().map(|definition| definition.start)
    }

    /// Whether an event is in a note that is not shown.
    pub(in crate::document) fn hide(&self, event: usize) -> bool {
        let before = self.unused.partition_point(|definition| definition.start <= event);
        let last = before.checked_sub(1).and_then(|last| self.unused.get(last));
        last.is_some_and(|definition| definition.contains(&event))
    }
}

/// Numbers the footnotes, turns every use into a link, and takes the
/// definitions out of the text.
pub(in crate::document) fn number(events: &Events<'_>, edits: &mut Edits) -> Footnotes {
    let (all, definitions) = definitions(events, edits);
    if definitions.is_empty() {
        return Footnotes::default();
    }
    let mut notes = Notes::default();
    let mut at = 0;
    while at < events.all().end {
        // Notes are read after the text, so that numbers follow the order of reading.
        if let Some(Tag::FootnoteDefinition(_)) = events.tag(at) {
            at = events.end(at);
        }
        notes.reference(events, at, at, &definitions, edits);
        at += 1;
    }
    // Notes that are used by notes: each may add more.
    let mut next = 0;
    while let Some((definition, home)) = notes.all.get(next).map(|it| (it.definition, it.home)) {
        for at in events.inside(definition) {
            notes.reference(events, at, home, &definitions, edits);
        }
        next += 1;
    }
    let mut unused: Vec<Range<usize>> = Vec::new();
    for at in all.into_iter().filter(|at| !notes.by_definition.contains_key(at)) {
        // One within another is covered by it, so `hide` may look at one range alone.
        if unused.last().is_none_or(|last| last.end < at) {
            unused.push(at..events.end(at));
        }
    }
    let mut by_home: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for note in &notes.all {
        by_home.entry(note.home).or_default().push(note.number);
    }
    Footnotes { notes: notes.all, by_home, unused }
}

/// Every definition, and the first of each label; all of them leave the text.
fn definitions(events: &Events<'_>, edits: &mut Edits) -> (Vec<usize>, BTreeMap<String, usize>) {
    let mut all = Vec::new();
    let mut definitions = BTreeMap::new();
    for at in events.all() {
        if let Some(Tag::FootnoteDefinition(label)) = events.tag(at) {
            all.push(at);
            // As with links, the first definition counts and case does not.
            definitions.entry(label.to_lowercase()).or_insert(at);
            edits.leave_out(at..=events.end(at));
        }
    }
    (all, definitions)
}

/// The notes that are used so far.
#[derive(Default)]
struct Notes {
    all: Vec<Note>,
    /// Place in `all` by the event of the definition.
    by_definition: BTreeMap<usize, usize>,
}

impl Notes {
    /// Follows the reference at an event, if there is one.
    fn reference(
        &mut self,
        events: &Events<'_>,
        at: usize,
        home: usize,
        definitions: &BTreeMap<String, usize>,
        edits: &mut Edits,
    ) {
        let Some(Event::FootnoteReference(label)) = events.get(at) else { return };
        let Some(&definition) = definitions.get(&label.to_lowercase()) else { return };
        let next = self.all.len();
        let index = *self.by_definition.entry(definition).or_insert(next);
        if index == next {
            self.all.push(Note { number: next + 1, definition, home, uses: 0 });
        }
        let Some(note) = self.all.get_mut(index) else { return };
        note.uses += 1;
        let (number, id) = (note.number, back_id(note.number, note.uses));
        // No link is around this one: the parser has none around a reference.
        let html = format!(
            "<sup class=\"footnote-ref\"><a href=\"#fn-{number}\" id=\"{id}\">{number}</a></sup>"
        );
        edits.replace(at, Replacement::Html(html));
    }
}

fn back_id(number: usize, which: usize) -> String {
    if which == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{which}") }
}

/// Adds the links back. After this the notes can be written.
pub(in crate::document) fn link_back(
    events: &Events<'_>,
    footnotes: &Footnotes,
    language: &Language,
    edits: &mut Edits,
) {
    for note in &footnotes.notes {
        let mut html = String::new();
        for which in 1..=note.uses {
            let _ = write!(html, " <a href=\"#{}\" aria-label=\"", back_id(note.number, which));
            escape_attribute(language.word("footnote-back"), &mut html);
            html.push_str("\">\u{21A9}\u{FE0E}</a>");
        }
        let end = events.end(note.definition);
        let last = end.saturating_sub(1);
        match events.get(last) {
            // Within the last paragraph, or the arrow would stand on a line of its own.
            Some(Event::End(TagEnd::Paragraph)) => edits.before(last, &html),
            _ => edits.before(end, &html),
        }
    }
}

/// Writes the notes whose home is in one of the ranges, as a list.
pub(in crate::document) fn write(
    events: &Events<'_>,
    footnotes: &Footnotes,
    homes: &[Range<usize>],
    edits: &Edits,
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let in_home = |home: &Range<usize>| footnotes.by_home.range(home.clone()).map(|(_, it)| it);
    let mut numbers: Vec<usize> =
        homes.iter().filter(|home| !home.is_empty()).flat_map(in_home).flatten().copied().collect();
    numbers.sort_unstable();
    for note in numbers.into_iter().filter_map(|number| footnotes.notes.get(number - 1)) {
        let mut open = String::new();
        if pieces.is_empty() {
            open.push_str("<div class=\"footnotes\">\n<ol>\n");
        }
        let _ = writeln!(open, "<li id=\"fn-{0}\" value=\"{0}\">", note.number);
        pieces.push(Piece::Html(open));
        let inside = events.inside(note.definition);
        pieces.extend(html::write(events, inside, edits));
        // The end of the definition is not written, so what was put before it is taken from here.
        let end = edits.at(events.end(note.definition));
        let back = end.map_or("", |edit| edit.before.as_str());
        pieces.push(Piece::Html(format!("{back}</li>\n")));
    }
    if !pieces.is_empty() {
        pieces.push(Piece::Html("</ol>\n</div>\n".to_owned()));
    }
    pieces
}
