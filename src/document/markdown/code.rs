//! Code blocks: the language from a fence's info string, and the element
//! around the text.

use std::ops::Range;

use pulldown_cmark::Tag;

use super::edits::{Edits, Replacement};
use super::events::Events;
use super::fence::Fence;
use crate::document::body::{Code, Piece};

/// Longer names are no language.
const LANGUAGE_CHARS: usize = 32;

/// The language that an info string names, as a part of a class: `[a-z0-9+#-]`
/// only, whatever was written.
pub(in crate::document) fn language(info: &str) -> String {
    // Other tools write `js {1,3}` and `rust,ignore`: the language comes first.
    let first = info.split(|c: char| c.is_whitespace() || matches!(c, ',' | '{')).next();
    first
        .unwrap_or_default()
        .chars()
        .flat_map(char::to_lowercase)
        // It goes into an attribute unescaped, and nothing else can be in it.
        .filter(|c| matches!(c, 'a'..='z' | '0'..='9' | '+' | '#' | '-'))
        .take(LANGUAGE_CHARS)
        .collect()
}

/// Ends a block.
pub(super) const CLOSE: &str = "</code></pre>\n";

/// Opens a block. It can be reached by keyboard, since it may scroll.
pub(super) fn open(language: &str, html: &mut String) {
    html.push_str("<pre tabindex=\"0\"><code");
    // Without a language it stays HTML: a slot costs more than plain text is worth.
    if !language.is_empty() {
        html.push_str(" class=\"language-");
        html.push_str(language);
        html.push('"');
    }
    html.push('>');
}

/// Makes slots of the code blocks of a range that name a language and that no
/// other pass has taken.
pub(in crate::document) fn slots(events: &Events<'_>, range: Range<usize>, edits: &mut Edits) {
    for at in range {
        if !matches!(events.tag(at), Some(Tag::CodeBlock(_))) {
            continue;
        }
        let fence = Fence::read(events, at);
        let language = language(&fence.info);
        if !language.is_empty() {
            let code = Code { language: language.into(), text: fence.text.into() };
            edits.replace_all(at..=events.end(at), Replacement::Piece(Piece::Code(Box::new(code))));
        }
    }
}
