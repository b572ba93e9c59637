//! Text as it may stand in HTML.

/// Escapes text for an element's content.
pub(in crate::document) fn escape(text: &str, html: &mut String) {
    escape_at(text, memchr::memchr3_iter(b'&', b'<', b'>', text.as_bytes()), html);
}

/// Escapes text for a quoted attribute.
pub(in crate::document) fn escape_attribute(text: &str, html: &mut String) {
    let special = |(_, byte): &(usize, u8)| matches!(byte, b'&' | b'<' | b'>' | b'"');
    escape_at(text, text.bytes().enumerate().filter(special).map(|(at, _)| at), html);
}

fn escape_at(text: &str, special: impl Iterator<Item = usize>, html: &mut String) {
    let mut from = 0;
    for at in special {
        html.push_str(text.get(from..at).unwrap_or_default());
        html.push_str(match text.as_bytes().get(at) {
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            Some(b'>') => "&gt;",
            _ => "&quot;",
        });
        from = at + 1;
    }
    html.push_str(text.get(from..).unwrap_or_default());
}
