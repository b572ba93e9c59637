//! Words of a page in the markdown of a forge: shown as they are, whatever they look like.
//! No page can put HTML, a link, a picture, a mention or a reference into a comment.

use crate::diagnostic::print::visible;

/// Stands between a sign and what follows it, where a forge would see more than words in
/// the two together. It has no width.
const JOINER: char = '\u{2060}';

/// More of a title or message is cut.
const MAX_CHARS: usize = 240;

/// Words in a line of prose.
pub fn prose(text: &str) -> String {
    let text = clipped(text);
    let mut shown = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(found) = chars.next() {
        match found {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '|' | '~' | '#' | '$' | '^' => {
                shown.extend(['\\', found]);
            }
            _ => shown.push(found),
        }
        // `@team`, `#12`, `!12`, `%v1`, `&3`, `~bug`, `https://`, `:smile:` and addresses.
        let is_sign = matches!(found, '@' | '#' | '!' | '%' | '&' | '~' | '$' | ':' | '^');
        let is_follower = |next: &char| next.is_alphanumeric() || "/\"'{[+-_".contains(*next);
        let is_www = found == '.' && shown.to_ascii_lowercase().ends_with("www.");
        if (is_sign || is_www) && chars.peek().is_some_and(is_follower) {
            shown.push(JOINER);
        }
    }
    shown
}

/// An id, a path or a line to paste.
pub(super) fn code(text: &str) -> String {
    let text = clipped(text);
    let longest = text.split(|sign| sign != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    // A table ends a cell at this sign, also within code.
    let text = text.replace('|', "\\|");
    let pad = if longest > 0 { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// On one line, with a visible sign for each that is not, and not too long.
fn clipped(text: &str) -> String {
    let line = text.replace(['\n', '\r', '\t'], " ");
    let shown = visible(line.trim());
    match shown.char_indices().nth(MAX_CHARS) {
        Some((end, _)) => format!("{}...", shown.get(..end).unwrap_or_default()),
        None => shown,
    }
}
