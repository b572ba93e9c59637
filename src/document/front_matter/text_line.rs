//! Lines at the head of a file as they are looked at before anybody knows whether
//! they are front matter: fences in the signs that word processors make of them,
//! keys, code fences. Deliberately absent: what follows from them.

use super::keys;
use super::line::{self, Line};
use crate::domain::Kind;

/// A line without its line feed.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextLine<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
    /// Where the next line starts.
    pub(super) next: usize,
}

impl TextLine<'_> {
    /// Its bytes without the line feed.
    pub(super) fn range(&self) -> std::ops::Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// Whether nothing is on it.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The lines from a place on; it is the start of one.
pub(super) fn lines(text: &str, from: usize) -> impl Iterator<Item = TextLine<'_>> + Clone {
    let mut start = from;
    text.get(from..).unwrap_or_default().split_inclusive('\n').map(move |line| {
        let line_start = start;
        start += line.len();
        TextLine { text: line.trim_end_matches('\n'), start: line_start, next: start }
    })
}

/// What stands above and below front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fence {
    /// `---`
    Plain,
    /// `+++`, which tells that TOML is between.
    Toml,
    /// Another line of dashes: `—`, `-----`, `___`, `\---`.
    OtherSign,
}

/// The fence that a line is.
pub(super) fn fence(line: &str) -> Option<Fence> {
    match line.trim_end() {
        "---" => return Some(Fence::Plain),
        "+++" => return Some(Fence::Toml),
        "" => return None,
        _ => {}
    }
    let is_dash = |c: char| {
        matches!(c, '-' | '_' | '*' | '=' | '~' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2e3a}')
    };
    // Converters escape the dashes, and spread them; some put marks there that nobody sees.
    let is_between = |c: char| c.is_whitespace() || matches!(c, '\\' | '\u{200b}' | '\u{feff}');
    let mut signs = line.chars().filter(|c| !is_between(*c));
    let first = signs.next().filter(|c| is_dash(*c))?;
    let count = 1 + signs.try_fold(0, |count, c| is_dash(c).then_some(count + 1))?;
    // One long dash is what is made of two or three short ones; `~~~` is a fence of code.
    let is_long = !matches!(first, '-' | '_' | '*' | '=' | '~' | '\u{2010}' | '\u{2011}');
    let is_fence = is_long || count >= 2 && first != '~' && line.trim() != "**";
    (is_fence && !line.starts_with("    ")).then_some(Fence::OtherSign)
}

/// `word:` at the line's start.
pub(super) fn is_key(line: &str) -> bool {
    let Some((key, value)) = line.split_once(':') else { return false };
    !key.is_empty()
        && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        && (value.is_empty() || value.starts_with([' ', '\t']))
}

/// Whether a line has a key that this kind of page knows, in whatever signs.
pub(super) fn is_known_key(kind: Kind, text: &str) -> bool {
    known_key(kind, text).is_some()
}

/// The field whose key a line has, in whatever signs.
pub(super) fn known_key(kind: Kind, text: &str) -> Option<&'static str> {
    let line = Line::new(text, 0, false);
    let is_known = |key: &str| keys::is_known(kind, key);
    let parts = line::cut(&line).or_else(|| line::cut_other_signs(&line, false, &is_known))?;
    // An indented key belongs to another.
    let key = parts.key.filter(|_| line.indent() == 0)?;
    keys::field(kind, line.text.get(key)?)
}

/// A line that can only belong to a key above it.
pub(super) fn is_continuation(line: &str) -> bool {
    line == "-" || line.starts_with("- ") || line.starts_with([' ', '\t', '•'])
}

/// A fence of code: its sign and how many there are, and what stands behind.
pub(super) fn code_fence(line: &str) -> Option<(char, usize, &str)> {
    let line = line.trim();
    let sign = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let info = line.trim_start_matches(sign);
    let count = line.len() - info.len();
    (count >= 3 && !info.contains('`')).then_some((sign, count, info.trim()))
}
