//! What a page adds to plain GitHub markdown: titles of alerts, names of boxes
//! to tick, and links to headings.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, Tag};

use super::edits::{Edits, Replacement};
use super::escape::{escape, escape_attribute};
use super::events::Events;
use super::headings::Heading;
use super::html::direction;
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

/// Gives a heading below the sections its level, its id and a link to itself; of
/// one that is not shown only links and images are left.
pub(in crate::document) fn heading(
    events: &Events<'_>,
    heading: &Heading,
    level: u8,
    language: &Language,
    edits: &mut Edits,
) {
    let end = events.end(heading.at);
    let Heading { id, title, .. } = heading;
    if level == 0 {
        unshown(events, heading.at, edits);
        return;
    }
    let dir = direction(events, heading.at);
    edits.replace(heading.at, Replacement::Html(format!("\n<h{level} id=\"{id}\"{dir}>")));
    edits.replace(end, Replacement::Html(format!("{}</h{level}>\n", anchor(id, title, language))));
}

fn unshown(events: &Events<'_>, at: usize, edits: &mut Edits) {
    let end = events.end(at);
    let is_link =
        |child: &usize| matches!(events.tag(*child), Some(Tag::Link { .. } | Tag::Image { .. }));
    let links: Vec<usize> = events.inside(at).filter(is_link).collect();
    let Some(last) = links.last() else {
        edits.leave_out(at..=end);
        return;
    };
    // The title says the words already, and not where they lead.
    let mut from = at + 1;
    edits.replace(at, Replacement::Html("\n<p>".to_owned()));
    for link in &links {
        // One within another is written with it.
        if *link >= from {
            if *link > from {
                edits.leave_out(from..=link - 1);
            }
            from = events.end(*link) + 1;
        }
    }
    if from < end && from > *last {
        edits.leave_out(from..=end - 1);
    }
    edits.replace(end, Replacement::Html("</p>\n".to_owned()));
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
