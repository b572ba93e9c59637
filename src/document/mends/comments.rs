//! A comment that is never closed hides the rest of the page. It is ended before
//! the next heading, so that the sections below it are there.

use pulldown_cmark::Tag;

use super::context::MendContext;
use super::text::{Mend, Round};
use crate::diagnostic::rules::body::pb207_unclosed_comment;
use crate::diagnostic::{Diagnostic, Place};
use crate::document::markdown::events::Events;
use crate::document::markdown::headings::is_heading_line;
use crate::document::markdown::raw_html;

pub(super) fn find(
    events: &Events<'_>,
    context: &MendContext<'_>,
    round: &Round<'_>,
) -> Option<(Vec<Mend>, Diagnostic)> {
    // Only one on top reaches the end of the page; one in a list ends with its item.
    let blocks = events.children(events.all());
    let mut blocks = blocks.filter(|at| matches!(events.tag(*at), Some(Tag::HtmlBlock)));
    blocks.find_map(|at| {
        let comment = raw_html::unclosed_comment(events, at)?;
        let mut end = comment.end;
        let mut next = comment.start;
        let mut mends = Vec::new();
        for line in events.source_of(comment.clone()).split_inclusive('\n') {
            if is_heading_line(line) {
                end = next;
                let hidden = events.source_of(comment.start..end).trim_end();
                mends.push(Mend::insert(comment.start + hidden.len(), " -->"));
                break;
            }
            next += line.len();
        }
        let hidden = events.source_of(comment.start..end).trim_end();
        let last = round.line(comment.start + hidden.len());
        let place = Place::bytes(context.path, comment.start..comment.start + "<!--".len());
        Some((mends, pb207_unclosed_comment::unclosed(place, last)))
    })
}
