//! Lines that were meant as headings and are none: `**Steps**`, `4. Steps` or `Steps`
//! alone in its line, `##Steps` without a blank. They are read as headings where they name
//! a section of the contract, and one message says so for all of them.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::context::MendContext;
use super::text::{Mend, Round};
use crate::diagnostic::rules::body::pb246_assumed_heading;
use crate::diagnostic::{Diagnostic, Place};
use crate::document::blocks::items;
use crate::document::markdown::events::Events;
use crate::document::names;
use crate::domain::SectionName;

/// A line that was meant as a heading.
struct Meant {
    range: Range<usize>,
    /// How the heading is written.
    heading: String,
    name: SectionName,
    /// In bold, numbered or plain, which may also be meant as it stands.
    is_words: bool,
}

pub(super) fn find(
    events: &Events<'_>,
    context: &MendContext<'_>,
    round: &Round<'_>,
) -> Option<(Vec<Mend>, Diagnostic)> {
    let mut present = BTreeSet::new();
    let mut meant = Vec::new();
    let mut items = Vec::new();
    for at in events.children(events.all()) {
        match events.tag(at) {
            Some(Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, .. }) => {
                present.extend(context.names.section(&events.plain(events.inside(at))));
            }
            Some(Tag::Paragraph) => {
                let words = bold(events, context, at);
                let words = words.or_else(|| plain(events, context, at, events.inside(at)));
                meant.extend(words);
                meant.extend(unparted(events, context, at));
            }
            Some(Tag::List(Some(_))) => items.extend(numbered(events, context, at)),
            _ => {}
        }
    }
    // One step among others may well be called like a section.
    let is_page_of_them = items.len() > 1;
    meant.extend(items.into_iter().filter(|it| is_page_of_them || it.1).map(|it| it.0));
    meant.sort_by_key(|it| it.range.start);
    // On a page that has its sections, bold words are mostly what they are.
    let is_missed = |name: &SectionName| {
        !present.contains(name) && (present.is_empty() || context.required.contains(name))
    };
    meant.retain(|it| !it.is_words || is_missed(&it.name));
    // Of two lines with one name the first is the heading, and the other is what it says.
    let mut named = BTreeSet::new();
    meant.retain(|it| !it.is_words || named.insert(it.name));
    let first = meant.first()?;
    let place = Place::bytes(context.path, first.range.clone());
    let written = events.source_of(first.range.clone()).trim_end();
    let lines = meant.iter().map(|it| (round.line(it.range.start), it.heading.as_str()));
    let diagnostic = pb246_assumed_heading::read(place, written, &lines.collect::<Vec<_>>());
    let mend = |it: Meant| Mend { range: it.range, instead: it.heading };
    Some((meant.into_iter().map(mend).collect(), diagnostic))
}

/// A paragraph that begins with a line in bold, and has nothing else in it.
fn bold(events: &Events<'_>, context: &MendContext<'_>, at: usize) -> Option<Meant> {
    let paragraph = events.inside(at);
    let Some(Tag::Strong) = events.tag(paragraph.start) else { return None };
    let strong = events.range(paragraph.start);
    let name = context.names.section(&events.plain(events.inside(paragraph.start)))?;
    let line = events.source_of(strong.start..events.range(at).end).lines().next()?;
    let end = strong.start + line.len();
    let after = events.source_of(strong.end..end).trim();
    if !matches!(after, "" | ":" | "\\") {
        return None;
    }
    let inside = events.inside(paragraph.start);
    let text = events.range(inside.start).start..events.range(inside.end.checked_sub(1)?).end;
    let heading = format!("## {}", events.source_of(text).trim_end_matches([':', ' ']));
    Some(Meant { range: strong.start..end, heading, name, is_words: true })
}

/// The first line of a paragraph, in which nothing stands but the name of a section. It begins
/// at the event `whole`, with its number if it is an item.
fn plain(
    events: &Events<'_>,
    context: &MendContext<'_>,
    whole: usize,
    paragraph: Range<usize>,
) -> Option<Meant> {
    let mut words = String::new();
    let mut end = None;
    for at in paragraph {
        match events.get(at)? {
            Event::Text(text) if words.len() < MAX_NAME_BYTES => words.push_str(text),
            Event::SoftBreak | Event::HardBreak => break,
            Event::Start(Tag::Strong | Tag::Emphasis)
            | Event::End(TagEnd::Strong | TagEnd::Emphasis) => {}
            _ => return None,
        }
        end = Some(events.range(at).end);
    }
    let words = words.trim().trim_end_matches(':').trim_end();
    if words.starts_with('#') {
        return None;
    }
    let name = context.names.section(words)?;
    let heading = format!("## {}", names::unnumbered(words).unwrap_or(words).trim());
    Some(Meant { range: events.range(whole).start..end?, heading, name, is_words: true })
}

/// No name of a section is as long.
const MAX_NAME_BYTES: usize = 100;

/// Items of a list that are names of sections: headings that a word processor has numbered,
/// and whether each is the only item.
fn numbered(events: &Events<'_>, context: &MendContext<'_>, list: usize) -> Vec<(Meant, bool)> {
    let items: Vec<usize> = events.children(events.inside(list)).collect();
    let heading = |item: &usize| {
        let meant = plain(events, context, *item, items::first_paragraph(events, *item))?;
        Some((meant, items.len() == 1))
    };
    items.iter().filter_map(heading).collect()
}
/// Lines of a paragraph that begin with `##` and no blank, or with a hard one.
fn unparted<'a>(
    events: &'a Events<'_>,
    context: &'a MendContext<'_>,
    at: usize,
) -> impl Iterator<Item = Meant> + 'a {
    let end = events.range(at).end;
    events.inside(at).filter_map(move |text| {
        let Some(Event::Text(_)) = events.get(text) else { return None };
        let start = events.range(text).start;
        let begins_line = matches!(
            text.checked_sub(1).and_then(|before| events.get(before)),
            Some(Event::Start(Tag::Paragraph) | Event::SoftBreak | Event::HardBreak)
        );
        // First, since looking for the line's end at each text takes the square of a long one.
        if !begins_line || !events.source_of(start..end).starts_with('#') {
            return None;
        }
        let line = events.source_of(start..end).lines().next()?;
        let words = line.trim_start_matches('#');
        let marks = line.len() - words.len();
        let words = words.trim().trim_end_matches('#').trim_end();
        let name = context.names.section(words).filter(|_| (1..=6).contains(&marks))?;
        let heading = format!("## {words}");
        Some(Meant { range: start..start + line.len(), heading, name, is_words: false })
    })
}
