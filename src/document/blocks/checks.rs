//! Checks and their notes at the line's end: `(source: order form)`,
//! `(by: renewals manager)`.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::items::{self, Tail, last_parenthesis};
use crate::document::excerpts::Check;
use crate::document::markdown::edits::{Edits, Replacement};
use crate::document::markdown::escape::escape;
use crate::document::markdown::events::Events;
use crate::document::names::BlockKey;
use crate::language::Language;

/// Reads the checks in a section, takes the notes out of the text and shows
/// them after it. A check is no form control: nothing is ticked on a page.
pub(in crate::document) fn read(
    events: &Events<'_>,
    section: Range<usize>,
    language: &Language,
    edits: &mut Edits,
) -> Vec<Check> {
    let mut checks = Vec::new();
    for item in items::of_lists(events, section.clone(), false) {
        let line = items::first_paragraph(events, item);
        if line.is_empty() {
            continue;
        }
        // Lists of checks are shown alike, whether or not somebody wrote boxes into them.
        edits.replace(item, Replacement::Html("\n<li class=\"check\">".to_owned()));
        checks.extend(check(events, line, language, edits));
    }
    for at in events.children(section) {
        let inside = events.inside(at);
        if let Some(Tag::Paragraph) = events.tag(at)
            && mark(events, inside.start) > 0
        {
            checks.extend(pasted(events, at, language, edits));
        }
    }
    checks
}

/// Checks whose boxes a word processor wrote: a paragraph with one on each line.
fn pasted(
    events: &Events<'_>,
    paragraph: usize,
    language: &Language,
    edits: &mut Edits,
) -> Vec<Check> {
    let inside = events.inside(paragraph);
    let begins = |at: &usize| {
        matches!(events.get(*at), Some(Event::SoftBreak | Event::HardBreak))
            && mark(events, at + 1) > 0
    };
    let breaks: Vec<usize> = inside.clone().filter(begins).collect();
    let starts = std::iter::once(inside.start).chain(breaks.iter().map(|at| at + 1));
    let ends = breaks.iter().copied().chain([inside.end]);
    let open = "\n<li class=\"check\">";
    edits.replace(paragraph, Replacement::Html(format!("<ul>{open}")));
    for at in &breaks {
        edits.replace(*at, Replacement::Html(format!("</li>{open}")));
    }
    edits.replace(inside.end, Replacement::Html("</li>\n</ul>\n".to_owned()));
    let lines = starts.zip(ends).filter(|(start, end)| start < end);
    lines.filter_map(|(start, end)| check(events, start..end, language, edits)).collect()
}

/// Boxes and bullets of word processors, and boxes that lack a blank.
const MARKS: [&str; 21] = [
    "\u{2610}", "\u{2611}", "\u{2612}", "\u{25A1}", "\u{25A2}", "\u{25FB}", "\u{25FD}", "\u{2B1C}",
    "\u{2713}", "\u{2714}", "\u{2705}", "\u{F0A8}", "\u{F06F}", "\u{2022}", "\u{25CF}", "\u{25AA}",
    "-[ ]", "-[x]", "-[]", "[]", "[ ]",
];

/// Bytes of the marks that a line begins with, which starts at an event.
fn mark(events: &Events<'_>, at: usize) -> usize {
    let Some(Event::Text(text)) = events.get(at) else { return 0 };
    let mut rest = &**text;
    // "• ☐ text" has two of them.
    while let Some(next) = MARKS.iter().find_map(|mark| rest.strip_prefix(mark)) {
        // With the sign that draws it in colour, and any blanks.
        rest = next.trim_start_matches('\u{FE0F}').trim_start();
    }
    text.len() - rest.len()
}

/// The check on a line.
fn check(
    events: &Events<'_>,
    line: Range<usize>,
    language: &Language,
    edits: &mut Edits,
) -> Option<Check> {
    let tail = Tail::of(events, line.clone());
    let whole = events.plain(line.clone());
    let (keep, source, by) = notes(&tail.text);
    let first = line.clone().find(|at| !matches!(events.get(*at), Some(Event::TaskListMarker(_))));
    let first = first.unwrap_or(line.start);
    let head = mark(events, first);
    tail.cut(keep, (first, head), events, edits);
    // Where the line has emphasis in it, its first words are no part of the tail.
    if let Some(Event::Text(text)) = events.get(first).filter(|_| head > 0) {
        let kept = text.get(head..).unwrap_or_default();
        edits.replace(first, Replacement::Text(kept.to_owned()));
    }
    for at in line.clone() {
        if let Some(Event::TaskListMarker(_)) = events.get(at) {
            edits.replace(at, Replacement::Nothing);
        }
    }
    let mut html = String::new();
    note("check-source", "source", source.as_deref(), language, &mut html);
    note("check-by", "by", by.as_deref(), language, &mut html);
    edits.after(line.end - 1, &html);
    // A note with emphasis in it stays where it is, and counts.
    let (source, by) = match (source, by) {
        (None, None) => {
            let (_, source, by) = notes(&whole);
            (source, by)
        }
        found => found,
    };
    let cut = tail.text.get(keep..).unwrap_or_default();
    let cut = cut.split_whitespace().collect::<Vec<_>>().join(" ");
    // `whole` still ends in the notes: it is made of the events, which no edit changes.
    let text = whole.strip_suffix(&cut).unwrap_or(&whole).trim();
    let head = match events.get(first) {
        Some(Event::Text(written)) => written.get(..head).unwrap_or_default().trim(),
        _ => "",
    };
    let text = text.strip_prefix(head).unwrap_or(text).trim().to_owned();
    (!text.is_empty()).then_some(Check { text, source, by })
}

fn note(word: &str, blank: &str, value: Option<&str>, language: &Language, html: &mut String) {
    if let Some(value) = value {
        html.push_str(" <small class=\"check-note\">");
        escape(&language.fill(word, &[(blank, value)]), html);
        html.push_str("</small>");
    }
}

/// How much of a line is left without its notes, and the notes.
fn notes(line: &str) -> (usize, Option<String>, Option<String>) {
    let (mut source, mut by) = (None, None);
    let mut rest = line.trim_end();
    // From the end backwards: notes are last, and a bracket within the sentence is none.
    while let Some((before, inner)) = last_parenthesis(rest.trim_end_matches('.'))
        && let Some(found) = keyed(inner)
    {
        for (key, value) in found {
            let place = if key == BlockKey::Source { &mut source } else { &mut by };
            // Read backwards: of two notes the one nearest to the end counts.
            place.get_or_insert(value);
        }
        rest = before.trim_end();
    }
    if source.is_none() && by.is_none() {
        (line.len(), None, None)
    } else {
        (rest.len(), source, by)
    }
}

/// `source: order form, by: renewals manager`
fn keyed(inner: &str) -> Option<Vec<(BlockKey, String)>> {
    let mut found: Vec<(BlockKey, String)> = Vec::new();
    for part in inner.split_inclusive([',', ';']) {
        let known = part.split_once(':').and_then(|(name, value)| {
            let keys = [BlockKey::Source, BlockKey::By];
            Some((keys.into_iter().find(|key| key.is(name))?, value))
        });
        match (known, found.last_mut()) {
            (Some((key, value)), _) => found.push((key, value.to_owned())),
            // A comma within a value: "source: order form, page 2".
            (None, Some((_, value))) => value.push_str(part),
            (None, None) => return None,
        }
    }
    for (_, value) in &mut found {
        *value = value.trim().trim_end_matches([',', ';']).trim_end().to_owned();
    }
    found.retain(|(_, value)| !value.is_empty());
    (!found.is_empty()).then_some(found)
}
