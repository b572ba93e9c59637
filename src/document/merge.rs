//! Markers that an unfinished merge leaves in a file. They are told, and blanked
//! before anything is read, so that they become neither headings nor quotations;
//! every other place stays where it was. In front matter the first version
//! counts, in a body both do. Deliberately absent: markers in a plain block of
//! code, which are an example.

use std::ops::Range;
use std::sync::Arc;

use memchr::memmem;

use crate::diagnostic::rules::body::pb243_merge_marker;
use crate::diagnostic::{Diagnostic, Place};

/// How often a marker repeats its sign.
const LENGTH: usize = 7;

/// A text without the markers, and the message about them; None of a text that
/// has none.
pub(super) fn unmarked(path: &Arc<str>, text: &str) -> Option<(Arc<str>, Diagnostic)> {
    let bytes = text.as_bytes();
    // Nearly every file ends here.
    memmem::find(bytes, b"<<<<<<<").or_else(|| memmem::find(bytes, b">>>>>>>"))?;
    let markers = markers(text);
    let first = markers.first()?;
    let place = Place::bytes(path, first.range.clone());
    let lines: Vec<usize> = markers.iter().map(|marker| marker.line).collect();
    let front = front_matter_end(text);
    let in_front = first.range.start < front;
    let mut bytes = bytes.to_vec();
    for (at, marker) in markers.iter().enumerate() {
        blank(&mut bytes, marker.range.clone());
        let other_version = matches!(marker.sign, '|' | '=') && marker.range.start < front;
        if let Some(next) = markers.get(at + 1).filter(|_| other_version) {
            blank(&mut bytes, marker.range.end..next.range.start);
        }
    }
    let text = String::from_utf8(bytes).ok()?;
    Some((Arc::from(text), pb243_merge_marker::found(place, &lines, in_front)))
}

struct Marker {
    sign: char,
    range: Range<usize>,
    line: usize,
}

fn markers(text: &str) -> Vec<Marker> {
    let mut found: Vec<Marker> = Vec::new();
    let mut code = CodeLines::default();
    let mut at = 0;
    for (line, written) in (1..).zip(text.split_inclusive('\n')) {
        let range = at..at + written.trim_end_matches('\n').len();
        at += written.len();
        if !code.follow(written) {
            found.extend(sign(written).map(|sign| Marker { sign, range, line }));
        }
    }
    // A row of `=` is a heading's line as well: it counts between the others only.
    let is_outer = |marker: &Marker| matches!(marker.sign, '<' | '>');
    let counts = |at: usize| {
        let before = found.get(..at).unwrap_or_default().iter().rev().find(|it| is_outer(it));
        let after = found.get(at + 1..).unwrap_or_default().iter().find(|it| is_outer(it));
        before.is_some_and(|it| it.sign == '<') || after.is_some_and(|it| it.sign == '>')
    };
    let counted: Vec<bool> =
        found.iter().enumerate().map(|(at, it)| is_outer(it) || counts(at)).collect();
    found.into_iter().zip(counted).filter_map(|(it, counts)| counts.then_some(it)).collect()
}

/// The sign of a line that is a marker.
fn sign(line: &str) -> Option<char> {
    let sign = line.chars().next().filter(|c| matches!(c, '<' | '=' | '>' | '|'))?;
    let label = line.trim_start_matches(sign);
    let label_is_apart = label.trim().is_empty() || label.starts_with(' ');
    let bare = label.trim().is_empty();
    let fits = match sign {
        '=' => bare,
        // Seven quotations in one another begin so too, and have no words of a branch.
        '>' => !bare,
        _ => true,
    };
    (line.len() - label.len() == LENGTH && label_is_apart && fits).then_some(sign)
}

/// Follows the lines of a text: which of them lie in a plain block of code.
#[derive(Default)]
struct CodeLines {
    /// The sign and length of the fence that is open, and whether its block is plain.
    open: Option<(char, usize, bool)>,
}

impl CodeLines {
    /// Whether this line, the next one, is one of plain code.
    fn follow(&mut self, line: &str) -> bool {
        let text = line.trim();
        let sign = text.chars().next().filter(|c| matches!(c, '`' | '~'));
        let info = sign.map_or(text, |sign| text.trim_start_matches(sign));
        let length = text.len() - info.len();
        match (self.open, sign) {
            (None, Some(sign)) if length >= 3 && !info.contains('`') => {
                let name = info.split_whitespace().next().unwrap_or_default().to_lowercase();
                let is_plain = !matches!(name.as_str(), "prompt" | "caught" | "drill");
                self.open = Some((sign, length, is_plain));
                false
            }
            (Some((open, least, _)), Some(sign))
                if sign == open && length >= least && info.is_empty() =>
            {
                self.open = None;
                false
            }
            (open, _) => open.is_some_and(|(.., is_plain)| is_plain),
        }
    }
}

/// Where the front matter of a text ends, as far as a line of `---` tells.
fn front_matter_end(text: &str) -> usize {
    let mut at = 0;
    let mut fences = 0;
    for line in text.split_inclusive('\n') {
        fences += usize::from(line.trim_end() == "---");
        at += line.len();
        if fences == 2 {
            return at;
        }
    }
    0
}

fn blank(bytes: &mut [u8], range: Range<usize>) {
    for byte in bytes.get_mut(range).unwrap_or_default() {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
}
