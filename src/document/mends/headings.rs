//! Lines that were meant as headings and are none: `**Steps**` alone in its line,
//! `##Steps` without a blank. They are read as headings where they name a
//! section of the contract, and one message says so for all of them.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::context::MendContext;
use super::text::Mend;
use crate::diagnostic::rules::body::pb246_assumed_heading;
use crate::diagnostic::{Diagnostic, Place};
use crate::document::markdown::events::Events;
use crate::domain::SectionName;

/// A line that was meant as a heading.
struct Meant {
    range: Range<usize>,
    /// How the heading is written.
    heading: String,
    name: SectionName,
    /// In bold, which may also be meant as it stands.
    is_bold: bool,
}

pub(super) fn find(
    events: &Events<'_>,
    context: &MendContext<'_>,
) -> Option<(Vec<Mend>, Diagnostic)> {
    let mut present = BTreeSet::new();
    let mut meant = Vec::new();
    for at in events.children(events.all()) {
        match events.tag(at) {
            Some(Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, .. }) => {
                present.extend(context.names.section(&events.plain(events.inside(at))));
            }
            Some(Tag::Paragraph) => {
                meant.extend(bold(events, context, at));
                meant.extend(unparted(events, context, at));
            }
            _ => {}
        }
    }
    // On a page that has its sections, bold words are mostly what they are.
    let is_missed = |name: &SectionName| {
        !present.contains(name) && (present.is_empty() || context.required.contains(name))
    };
    meant.retain(|it| !it.is_bold || is_missed(&it.name));
    let first = meant.first()?;
    let place = Place::bytes(context.path, first.range.clone());
    let written = events.source_of(first.range.clone()).trim_end();
    let diagnostic = pb246_assumed_heading::read(place, written, &first.heading, meant.len());
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
    Some(Meant { range: strong.start..end, heading, name, is_bold: true })
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
        Some(Meant { range: start..start + line.len(), heading, name, is_bold: false })
    })
}
