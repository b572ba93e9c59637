//! Cuts out of a file what a message shows: whole lines, or a window of a long
//! one, with every character visible. Each character stands for one, so that
//! columns are those of the file.

use std::ops::Range;

use crate::diagnostic::Location;

/// Characters that are kept on each side of the place in a long line: more than
/// a terminal shows, so that the renderer trims again and marks that it did.
const WINDOW: usize = 300;

/// Lines that one excerpt may span.
const SPAN: usize = 100;

/// Lines of a file, or a window of one, with the places in them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// Number of the first line, from 1.
    pub line: usize,
    /// The lines of the file.
    pub text: String,
    /// The places in `text`, in bytes, in the order given.
    pub spans: Vec<Range<usize>>,
    /// Column that the first place seems to have in a window.
    pub column: usize,
}

/// Whether one excerpt can show both.
pub(super) fn fit_together(text: &str, a: &Location, b: &Location) -> bool {
    let short = |place: &Location| {
        let (before, after) = around(text, place.range.start);
        before.len() + after.len() <= WINDOW
    };
    // In one excerpt columns are those of the file; a window of a long line would shift the other.
    a.line.abs_diff(b.line) <= SPAN && short(a) && short(b)
}

/// The first line of one place, or a window of it. A place of several lines
/// ends with its first.
pub(super) fn window(text: &str, place: &Location) -> Excerpt {
    let marked = on_its_line(text, place);
    let (before, _) = around(text, place.range.start);
    let (_, rest) = around(text, place.range.start + marked.len());
    let left = visible(last_chars(before, WINDOW));
    let middle = visible(first_chars(marked, WINDOW));
    let right = visible(first_chars(rest, WINDOW));
    Excerpt {
        line: place.line,
        spans: std::iter::once(left.len()..left.len() + middle.len()).collect(),
        column: left.chars().count() + 1,
        text: left + &middle + &right,
    }
}

/// All lines from the first place to the last.
pub(super) fn lines(text: &str, places: &[&Location]) -> Excerpt {
    let first = places.iter().map(|place| place.line).min().unwrap_or(1);
    let last = places.iter().map(|place| place.line).max().unwrap_or(1);
    let mut shown = String::new();
    let mut starts = Vec::new();
    // Both lines are short where they fit together.
    let start = places.iter().map(|place| place.range.start).min().unwrap_or_default();
    let start = start - around(text, start).0.len();
    let below = text.get(start..).unwrap_or_default();
    for line in below.split('\n').take(last - first + 1) {
        starts.push(shown.len());
        // Lines between the two places may be of any length: nobody looks at their ends.
        shown.push_str(&visible(first_chars(line, 2 * WINDOW)));
        shown.push('\n');
    }
    let span = |place: &&Location| {
        let start = starts.get(place.line - first).copied().unwrap_or_default();
        let (before, _) = around(text, place.range.start);
        let start = start + visible(before).len();
        start..start + visible(on_its_line(text, place)).len()
    };
    let spans = places.iter().map(span).collect();
    let column = places.first().map_or(1, |place| place.column);
    Excerpt { line: first, text: shown, spans, column }
}

/// The text with a visible character for each one that a terminal would obey
/// or hide.
pub fn visible(text: &str) -> String {
    text.chars().map(shown).collect()
}

fn shown(found: char) -> char {
    match found {
        // The renderer gives a tab its width.
        '\t' => found,
        // Unicode has a picture of each control, in the same order.
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(found)).unwrap_or('\u{FFFD}'),
        '\u{7F}' => '\u{2421}',
        // Eight-bit controls, direction marks and tags: they could
        // rewrite a line of the terminal, or show another path than the
        // one that is meant. U+200D stays, since emoji are made with it.
        '\u{80}'..='\u{9F}'
        | '\u{AD}'
        | '\u{200B}'..='\u{200C}'
        | '\u{200E}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}' => '\u{FFFD}',
        _ => found,
    }
}

/// What stands on the line of `at` before and after it, as far as any excerpt
/// reaches: a line may be the whole file, and have a message for every word.
fn around(text: &str, at: usize) -> (&str, &str) {
    // A character has four bytes at most: what is cut here no window shows.
    const REACH: usize = 4 * (2 * WINDOW + 1);
    let (from, to) = (at.saturating_sub(REACH), at.saturating_add(REACH).min(text.len()));
    let before = text.get(text.ceil_char_boundary(from)..at).unwrap_or_default();
    let after = text.get(at..text.floor_char_boundary(to)).unwrap_or_default();
    (before.rsplit('\n').next().unwrap_or_default(), after.split('\n').next().unwrap_or_default())
}

fn on_its_line<'a>(text: &'a str, place: &Location) -> &'a str {
    let marked = text.get(place.range.clone()).unwrap_or_default();
    marked.split('\n').next().unwrap_or_default()
}

fn first_chars(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

fn last_chars(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().nth(count.saturating_sub(1));
    start.and_then(|(start, _)| text.get(start..)).unwrap_or(text)
}
