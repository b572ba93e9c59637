//! Checks and their notes at the line's end: `(source: order form)`,
//! `(by: renewals manager)`.

use std::ops::Range;

use pulldown_cmark::Event;

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
    for item in items::of_lists(events, section, false) {
        let first_paragraph = items::first_paragraph(events, item);
        if first_paragraph.is_empty() {
            continue;
        }
        let tail = Tail::of(events, first_paragraph.clone());
        let whole = events.plain(first_paragraph.clone());
        let (keep, source, by) = notes(&tail.text);
        tail.cut(keep, events, edits);
        // Lists of checks are shown alike, whether or not somebody wrote boxes into them.
        edits.replace(item, Replacement::Html("\n<li class=\"check\">".to_owned()));
        for at in first_paragraph.clone() {
            if let Some(Event::TaskListMarker(_)) = events.get(at) {
                edits.replace(at, Replacement::Nothing);
            }
        }
        let mut html = String::new();
        note("check-source", "source", source.as_deref(), language, &mut html);
        note("check-by", "by", by.as_deref(), language, &mut html);
        edits.after(first_paragraph.end - 1, &html);
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
        let text = whole.strip_suffix(&cut).unwrap_or(&whole).trim().to_owned();
        if !text.is_empty() {
            checks.push(Check { text, source, by });
        }
    }
    checks
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
