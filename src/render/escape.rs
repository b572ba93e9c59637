//! Text as it may stand in HTML and in a quoted attribute. Most of what a page
//! shows is short and holds nothing to escape: it is written in one piece.

use std::io::{Result, Write};

/// Escapes one value that a template shows.
pub fn escape(text: &str, html: &mut dyn Write) -> Result<()> {
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(is_special) {
        let (before, special) = rest.split_at(at);
        html.write_all(before)?;
        html.write_all(match special.first() {
            Some(b'"') => b"&quot;".as_slice(),
            Some(b'&') => b"&amp;",
            Some(b'<') => b"&lt;",
            Some(b'>') => b"&gt;",
            _ => b"&#39;",
        })?;
        rest = special.get(1..).unwrap_or_default();
    }
    html.write_all(rest)
}

fn is_special(byte: &u8) -> bool {
    matches!(byte, b'"' | b'&' | b'\'' | b'<' | b'>')
}
