//! Raw HTML in a body: comments vanish, the rest is shown as text, but for a
//! few harmless elements where the settings allow them. Deliberately absent: a
//! parser of HTML; what is not plainly one of those elements stays text.

mod allowed;
mod tags;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::edits::{Edits, Replacement};
use super::escape::escape;
use super::events::Events;
use super::fence::Fence;

/// What a body has of raw HTML.
#[derive(Debug, Default)]
pub(in crate::document) struct RawHtml {
    /// Comments, in the file.
    pub(in crate::document) comments: Vec<Range<usize>>,
    /// Tags that are shown as text: where, and what.
    pub(in crate::document) shown: Vec<(Range<usize>, String)>,
}

/// Carries out the rules for raw HTML. With `allow`, elements of the allowlist
/// are kept; none of them reaches across one of the `borders`.
pub(in crate::document) fn read(
    events: &Events<'_>,
    allow: bool,
    borders: &BTreeSet<usize>,
    edits: &mut Edits,
) -> RawHtml {
    let mut found = RawHtml::default();
    let mut blocks = BTreeMap::new();
    for at in events.all() {
        match events.get(at) {
            Some(Event::InlineHtml(html)) if html.starts_with("<!--") => {
                found.comments.push(events.range(at));
                edits.replace(at, Replacement::Nothing);
            }
            Some(Event::Start(Tag::HtmlBlock)) => {
                let rest = without_comments(&Fence::read(events, at), &mut found);
                if rest.trim().is_empty() {
                    edits.leave_out(at..=events.end(at));
                } else {
                    blocks.insert(at, rest);
                }
            }
            _ => {}
        }
    }
    // Before the rest is shown as text: what is kept has an edit by then.
    if allow {
        allowed::keep(events, &blocks, borders, edits);
    }
    for (at, rest) in &blocks {
        if !edits.replaces(*at) {
            found.show(rest, &events.range(*at));
            let mut html = String::from("\n<p>");
            escape(rest.trim(), &mut html);
            html.push_str("</p>\n");
            edits.replace_all(*at..=events.end(*at), Replacement::Html(html));
        }
    }
    for at in events.all() {
        if let Some(Event::InlineHtml(html)) = events.get(at)
            && !edits.replaces(at)
        {
            found.show(html, &events.range(at));
        }
    }
    // Blocks were looked at before lines; the message points at the first of all.
    found.shown.sort_by_key(|(range, _)| range.start);
    found
}

impl RawHtml {
    fn show(&mut self, html: &str, range: &Range<usize>) {
        // A closing tag alone is told with its opening one, or is a slip that hides nothing.
        let opening = tags::scan(html).into_iter().find_map(|token| match token {
            tags::Token::Tag(tag) if !tag.closing => Some(tag.name),
            _ => None,
        });
        if let Some(name) = opening {
            self.shown.push((range.clone(), name));
        }
    }
}

/// A block's text without its comments, which are noted.
fn without_comments(block: &Fence, found: &mut RawHtml) -> String {
    let mut rest = String::with_capacity(block.text.len());
    let mut from = 0;
    while let Some(open) = find(&block.text, from, "<!--") {
        rest.push_str(block.text.get(from..open).unwrap_or_default());
        // `<!-->` and `<!--->` are whole comments.
        match find(&block.text, open + 2, "-->") {
            Some(close) => {
                from = close + 3;
                found.comments.push(block.place(open..from));
            }
            None => {
                from = block.text.len();
                found.comments.push(block.place(open..from));
            }
        }
    }
    rest.push_str(block.text.get(from..).unwrap_or_default());
    rest
}

/// The comment that a block of raw HTML opens and never closes, in the file:
/// everything below it is gone from the page.
pub(in crate::document) fn unclosed_comment(
    events: &Events<'_>,
    at: usize,
) -> Option<Range<usize>> {
    let block = Fence::read(events, at);
    let mut from = 0;
    while let Some(open) = find(&block.text, from, "<!--") {
        match find(&block.text, open + 2, "-->") {
            Some(close) => from = close + 3,
            None => return Some(block.place(open..block.text.len())),
        }
    }
    None
}

fn find(text: &str, from: usize, what: &str) -> Option<usize> {
    text.get(from..)?.find(what).map(|at| from + at)
}
