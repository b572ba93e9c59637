//! Bytes become text: UTF-8 without a byte order mark, with LF line ends and
//! without characters that HTML forbids. What is not UTF-8 or beyond a limit
//! does not become a page. Deliberately absent: any knowledge of markdown.

use std::borrow::Cow;
use std::sync::Arc;

use memchr::{memchr, memchr_iter};

use super::FileBytes;
use crate::config::Limits;
use crate::diagnostic::rules::body::{pb201_not_utf8, pb202_page_limit, pb204_control_character};
use crate::diagnostic::{Diagnostic, Place};

/// A file's text, or what there is to show of one that is none.
pub(super) struct Decoded {
    /// Normalised text; of a file that is not UTF-8, a readable rendering.
    pub(super) text: Arc<str>,
    /// Whether a page can be made of it.
    pub(super) stands: bool,
    /// What was wrong.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Decodes and normalises.
pub(super) fn decode(path: &Arc<str>, bytes: &FileBytes, limits: &Limits) -> Decoded {
    let size = bytes.len() as u64;
    if size > limits.page_bytes {
        let place = Place::file(path);
        return refused(String::new(), pb202_page_limit::bytes(place, size, limits.page_bytes));
    }
    // Before UTF-8 is tried: the message can say how
    // to save the file, not only which byte is wrong.
    if let [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] = **bytes {
        return refused(String::new(), pb201_not_utf8::utf16(Place::file(path)));
    }
    let raw = match bytes {
        FileBytes::Text(raw) => raw,
        FileBytes::Binary(bytes) => return not_utf8(path, bytes),
    };
    let mut diagnostics = Vec::new();
    let text = normalise(path, raw, &mut diagnostics);
    let lines = memchr_iter(b'\n', text.as_bytes()).count() as u64;
    // Besides bytes, since every line costs: 2 MiB of empty lines would be two million of them.
    if lines > limits.page_lines {
        let place = Place::file(path);
        return refused(
            text.into_owned(),
            pb202_page_limit::lines(place, lines, limits.page_lines),
        );
    }
    // Nearly every file is as it should be, and its text is shared.
    let text = if text.len() == raw.len() && matches!(text, Cow::Borrowed(_)) {
        Arc::clone(raw)
    } else {
        Arc::from(text)
    };
    Decoded { text, stands: true, diagnostics }
}

fn refused(text: String, why: Diagnostic) -> Decoded {
    Decoded { text: Arc::from(text), stands: false, diagnostics: vec![why] }
}

fn not_utf8(path: &Arc<str>, bytes: &[u8]) -> Decoded {
    let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let shown = String::from_utf8_lossy(bytes);
    let before = bytes.get(..valid).unwrap_or_default();
    // The place is one in the text that is shown, whose line ends are shorter.
    let before = line_ends(&String::from_utf8_lossy(before)).len();
    let place = Place::bytes(path, before..before + '\u{FFFD}'.len_utf8());
    let byte = bytes.get(valid).copied().unwrap_or_default();
    refused(line_ends(&shown).into_owned(), pb201_not_utf8::invalid(place, byte))
}

/// The text without a byte order mark and with the line ends that everything here has.
pub fn line_ends(raw: &str) -> Cow<'_, str> {
    let raw = raw.strip_prefix('\u{FEFF}').unwrap_or(raw);
    if memchr(b'\r', raw.as_bytes()).is_some() {
        // In this order, or each line end of Windows would become two.
        Cow::Owned(raw.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(raw)
    }
}

fn normalise<'a>(path: &Arc<str>, raw: &'a str, diagnostics: &mut Vec<Diagnostic>) -> Cow<'a, str> {
    let text = line_ends(raw);
    // Nearly every text ends here, without a copy.
    if !holds_notable(&text) {
        return text;
    }
    let mut found: Vec<(char, usize, u32)> = Vec::new();
    let mut clean = String::with_capacity(text.len());
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(next) = rest.next() {
        if is_notable(next) && !is_joining(next, before, rest.peek().copied()) {
            // One message for each character with its count: a pasted text has hundreds of them.
            match found.iter_mut().find(|(known, ..)| *known == next) {
                Some((_, _, times)) => *times += 1,
                None => found.push((next, clean.len(), 1)),
            }
        }
        clean.push(if is_forbidden(next) { '\u{FFFD}' } else { next });
        before = Some(next);
    }
    for (character, at, times) in found {
        let shown = if is_forbidden(character) { '\u{FFFD}' } else { character };
        let place = Place::bytes(path, at..at + shown.len_utf8());
        let replaced = is_forbidden(character);
        diagnostics.push(pb204_control_character::found(place, character, times, replaced));
    }
    Cow::Owned(clean)
}

/// Whether any character is notable. Nearly all of a text is plain bytes, which
/// are passed over many at a time.
fn holds_notable(text: &str) -> bool {
    let mut rest = text;
    while let Some(beyond) = beyond_plain(rest.as_bytes()) {
        let mut characters = rest.get(beyond..).unwrap_or_default().chars();
        if characters.next().is_some_and(is_notable) {
            return true;
        }
        rest = characters.as_str();
    }
    false
}

/// Where the first byte is that is no printable ASCII, tab or line end.
fn beyond_plain(bytes: &[u8]) -> Option<usize> {
    const AT_ONCE: usize = 32;
    // Without branches, so that the compiler compares many bytes at a time.
    let is_plain = |byte: u8| (byte.wrapping_sub(b' ') < 95) | (byte == b'\n') | (byte == b'\t');
    let (chunks, _) = bytes.as_chunks::<AT_ONCE>();
    let all = |chunk: &[u8; AT_ONCE]| chunk.iter().fold(true, |all, byte| all & is_plain(*byte));
    let plain = AT_ONCE * chunks.iter().take_while(|chunk| all(chunk)).count();
    let found = bytes.get(plain..)?.iter().position(|byte| !is_plain(*byte))?;
    Some(plain + found)
}

/// Characters that HTML forbids: they are replaced.
fn is_forbidden(character: char) -> bool {
    let code = u32::from(character);
    (character.is_control() && !matches!(character, '\t' | '\n'))
        || (0xFDD0..=0xFDEF).contains(&code)
        || code & 0xFFFE == 0xFFFE
}

/// Characters that nobody sees and that may deceive a reader, or a tool that a
/// prompt is pasted into.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}'
        | '\u{E0000}'..='\u{E007F}')
}

fn is_notable(character: char) -> bool {
    // Dashes and curly quotes are by far the most common signs beyond ASCII.
    if matches!(character, ' '..='~' | '\t' | '\n' | '\u{2013}'..='\u{201F}') {
        return false;
    }
    is_forbidden(character) || is_invisible(character)
}

/// Emoji, flags and several scripts need joiners; between plain letters and at
/// the edge of a word they hide something.
fn is_joining(character: char, before: Option<char>, after: Option<char>) -> bool {
    let beyond_ascii = |neighbour: Option<char>| neighbour.is_some_and(|c| !c.is_ascii());
    match character {
        // Persian and Indic scripts are written with both.
        '\u{200C}' | '\u{200D}' => beyond_ascii(before) && beyond_ascii(after),
        '\u{E0020}'..='\u{E007F}' => {
            // Flags of regions (England) are a black flag and tag characters.
            matches!(before, Some('\u{1F3F4}' | '\u{E0020}'..='\u{E007F}'))
        }
        _ => false,
    }
}
