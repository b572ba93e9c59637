//! What a page adds to plain GitHub markdown: titles of alerts, names of boxes
//! to tick, and links to headings.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, Tag};

use super::edits::{Edits, Replacement};
use super::escape::{escape, escape_attribute};
use super::events::Events;
use super::headings::Heading;
use crate::language::Language;

/// Gives alerts their title in words.
pub(in crate::document) fn alerts(
    events: &Events<'_>,
    range: Range<usize>,
    language: &Language,
    edits: &mut Edits,
) {
    for at in range {
        let Some(Tag::BlockQuote(Some(kind))) = events.tag(at) else { continue };
        let word = match kind {
            BlockQuoteKind::Note => "alert-note",
            BlockQuoteKind::Tip => "alert-tip",
            BlockQuoteKind::Important => "alert-important",
            BlockQuoteKind::Warning => "alert-warning",
            BlockQuoteKind::Caution => "alert-caution",
        };
        let mut html = String::from("<p class=\"alert-title\">");
        escape(language.word(word), &mut html);
        html.push_str("</p>\n");
        edits.after(at, &html);
    }
}

/// Gives boxes to tick a name, which a screen reader needs.
pub(in crate::document) fn tasks(
    events: &Events<'_>,
    range: Range<usize>,
    language: &Language,
    edits: &mut Edits,
) {
    for at in range {
        let Some(Event::TaskListMarker(done)) = events.get(at) else { continue };
        // Disabled, since nothing is remembered of what a reader ticks.
        let (checked, word) = if *done { (" checked", "task-done") } else { ("", "task-open") };
        let mut html = format!("<input type=\"checkbox\" disabled{checked} aria-label=\"");
        escape_attribute(language.word(word), &mut html);
        html.push_str("\"> ");
        edits.replace(at, Replacement::Html(html));
    }
}

/// Gives a heading below the sections its level, its id and a link to itself;
/// leaves out one that is not shown.
pub(in crate::document) fn heading(
    events: &Events<'_>,
    heading: &Heading,
    language: &Language,
    edits: &mut Edits,
) {
    let end = events.end(heading.at);
    let Heading { level, id, title, .. } = heading;
    if *level == 0 {
        edits.leave_out(heading.at..=end);
        return;
    }
    edits.replace(heading.at, Replacement::Html(format!("\n<h{level} id=\"{id}\">")));
    edits.replace(end, Replacement::Html(format!("{}</h{level}>\n", anchor(id, title, language))));
}

/// A link from a heading to itself.
pub(in crate::document) fn anchor(id: &str, title: &str, language: &Language) -> String {
    let mut html = format!(" <a class=\"anchor\" href=\"#{id}\" aria-label=\"");
    html.push_str(language.word("link-to"));
    html.push(' ');
    escape_attribute(title, &mut html);
    html.push_str("\"></a>");
    html
}
