//! Text as it may stand in HTML.

use pulldown_cmark_escape::{escape_html, escape_html_body_text};

/// Escapes text for an element's content.
pub(in crate::document) fn escape(text: &str, html: &mut String) {
    // Writing into memory cannot fail.
    let _ = escape_html_body_text(html, text);
}

/// Escapes text for a quoted attribute.
pub(in crate::document) fn escape_attribute(text: &str, html: &mut String) {
    let _ = escape_html(html, text);
}
