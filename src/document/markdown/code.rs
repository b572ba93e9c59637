//! Code blocks: the language from a fence's info string, and the block's
//! element around plain or highlighted text.

use std::ops::Range;

use pulldown_cmark::Tag;

use super::edits::{Edits, Instead};
use super::events::Events;
use super::fence::Fence;
use super::highlight;

/// Longer names are no language.
const LANGUAGE_CHARS: usize = 32;

/// The language that an info string names, as a part of a class: `[a-z0-9+#-]`
/// only, whatever was written.
pub(in crate::document) fn language(info: &str) -> String {
    let first = info.split(|c: char| c.is_whitespace() || matches!(c, ',' | '{')).next();
    first
        .unwrap_or_default()
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|c| matches!(c, 'a'..='z' | '0'..='9' | '+' | '#' | '-'))
        .take(LANGUAGE_CHARS)
        .collect()
}

/// Opens a block. It can be reached by keyboard, since it may scroll.
pub(super) fn open(language: &str, html: &mut String) {
    html.push_str("<pre tabindex=\"0\"><code");
    if !language.is_empty() {
        html.push_str(" class=\"language-");
        html.push_str(language);
        html.push('"');
    }
    html.push('>');
}

/// Highlights the code blocks of a range that no other pass has taken.
pub(in crate::document) fn colour(
    events: &Events<'_>,
    range: Range<usize>,
    limit: u64,
    edits: &mut Edits,
) {
    let mut budget = highlight::Budget::new(limit);
    for at in range {
        if !matches!(events.tag(at), Some(Tag::CodeBlock(_))) {
            continue;
        }
        let fence = Fence::read(events, at);
        let language = language(&fence.info);
        let mut html = String::with_capacity(fence.text.len() * 2);
        open(&language, &mut html);
        if highlight::write(&language, &fence.text, &mut budget, &mut html) {
            html.push_str("</code></pre>\n");
            edits.replace_all(at..=events.end(at), Instead::Html(html));
        }
    }
}
