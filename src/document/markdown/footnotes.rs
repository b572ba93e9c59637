//! Footnotes: numbered in the order of their first use, shown at the end of
//! the part of the page that uses them first, with a link back for every use.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::edits::{Edits, Instead};
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
    home: usize,
    /// How many links lead to it.
    uses: usize,
}

/// The footnotes of a body.
#[derive(Debug, Default)]
pub(in crate::document) struct Footnotes {
    /// Those that are used, by number.
    notes: Vec<Note>,
    /// Definitions that nothing uses: they are not shown.
    unused: Vec<Range<usize>>,
}

impl Footnotes {
    /// Whether an event is in a note that is not shown.
    pub(in crate::document) fn hide(&self, event: usize) -> bool {
        self.unused.iter().any(|definition| definition.contains(&event))
    }
}

/// Numbers the footnotes, turns every use into a link, and takes the
/// definitions out of the text.
pub(in crate::document) fn number(events: &Events<'_>, edits: &mut Edits) -> Footnotes {
    let (all, definitions) = definitions(events, edits);
    let mut notes: Vec<Note> = Vec::new();
    if definitions.is_empty() {
        return Footnotes::default();
    }
    let mut at = 0;
    while at < events.all().end {
        if let Some(Tag::FootnoteDefinition(_)) = events.tag(at) {
            at = events.end(at);
        }
        reference(events, at, at, &definitions, &mut notes, edits);
        at += 1;
    }
    // Notes that are used by notes: each may add more.
    let mut next = 0;
    while let Some((definition, home)) = notes.get(next).map(|note| (note.definition, note.home)) {
        for at in events.inside(definition) {
            reference(events, at, home, &definitions, &mut notes, edits);
        }
        next += 1;
    }
    let used: BTreeSet<usize> = notes.iter().map(|note| note.definition).collect();
    let unused = all.into_iter().filter(|at| !used.contains(at)).map(|at| at..events.end(at));
    Footnotes { unused: unused.collect(), notes }
}

/// Every definition, and the first of each label; all of them leave the text.
fn definitions(events: &Events<'_>, edits: &mut Edits) -> (Vec<usize>, BTreeMap<String, usize>) {
    let mut all = Vec::new();
    let mut definitions = BTreeMap::new();
    for at in events.all() {
        if let Some(Tag::FootnoteDefinition(label)) = events.tag(at) {
            all.push(at);
            definitions.entry(label.to_lowercase()).or_insert(at);
            edits.leave_out(at..=events.end(at));
        }
    }
    (all, definitions)
}

fn reference(
    events: &Events<'_>,
    at: usize,
    home: usize,
    definitions: &BTreeMap<String, usize>,
    notes: &mut Vec<Note>,
    edits: &mut Edits,
) {
    let Some(Event::FootnoteReference(label)) = events.get(at) else { return };
    let Some(&definition) = definitions.get(&label.to_lowercase()) else { return };
    let known = notes.iter().position(|note| note.definition == definition);
    let index = known.unwrap_or_else(|| {
        notes.push(Note { number: notes.len() + 1, definition, home, uses: 0 });
        notes.len() - 1
    });
    let Some(note) = notes.get_mut(index) else { return };
    note.uses += 1;
    let (number, id) = (note.number, back_id(note.number, note.uses));
    // No link is around this one: the parser has none around a reference.
    let html = format!(
        "<sup class=\"footnote-ref\"><a href=\"#fn-{number}\" id=\"{id}\">{number}</a></sup>"
    );
    edits.replace(at, Instead::Html(html));
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
            html::escape_attribute(language.word("footnote-back"), &mut html);
            html.push_str("\">\u{21A9}\u{FE0E}</a>");
        }
        let end = events.end(note.definition);
        let last = end.saturating_sub(1);
        match events.get(last) {
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
    let is_home = |note: &&Note| homes.iter().any(|home| home.contains(&note.home));
    for note in footnotes.notes.iter().filter(is_home) {
        let mut open = String::new();
        if pieces.is_empty() {
            open.push_str("<div class=\"footnotes\">\n<ol>\n");
        }
        let _ = writeln!(open, "<li id=\"fn-{0}\" value=\"{0}\">", note.number);
        pieces.push(Piece::Html(open));
        let inside = events.inside(note.definition);
        pieces.extend(html::write(events, inside, edits));
        let end = edits.at(events.end(note.definition));
        let back = end.map_or("", |edit| edit.before.as_str());
        pieces.push(Piece::Html(format!("{back}</li>\n")));
    }
    if !pieces.is_empty() {
        pieces.push(Piece::Html("</ol>\n</div>\n".to_owned()));
    }
    pieces
}
