//! Mends of the text, each with the message that tells it: what several messages
//! want of one line becomes one corrected line, which all of them show. Deliberately
//! absent: words.

use std::ops::Range;

use crate::diagnostic::Diagnostic;

/// Mends of one group of lines that are looked at.
// A line of 64 KiB may have a fault for every few bytes, and each would show all of it.
const MAX_MENDS: usize = 32;

/// One change of the text.
#[derive(Debug)]
pub(super) struct Mend {
    /// The message that it belongs to; none where another one tells it.
    pub(super) message: Option<Diagnostic>,
    /// Bytes of the file.
    pub(super) range: Range<usize>,
    /// What belongs there.
    pub(super) text: String,
}

/// The messages of all mends, each with its lines as they should be.
pub(super) fn compose(text: &str, mends: Vec<Mend>) -> Vec<Diagnostic> {
    let mut placed: Vec<(Range<usize>, Mend)> =
        mends.into_iter().map(|mend| (lines_around(text, &mend.range), mend)).collect();
    // Stable, so that of two at one place the one that was found later stays the later one.
    placed.sort_by_key(|(lines, _)| lines.start);
    let mut messages = Vec::with_capacity(placed.len());
    let mut group: Vec<Mend> = Vec::new();
    let mut lines = 0..0;
    for (its_lines, mend) in placed {
        if !group.is_empty() && its_lines.start > lines.end {
            corrected(text, &lines, std::mem::take(&mut group), &mut messages);
        }
        lines =
            if group.is_empty() { its_lines } else { lines.start..lines.end.max(its_lines.end) };
        group.push(mend);
    }
    corrected(text, &lines, group, &mut messages);
    messages
}

/// Adds the messages of mends that share some lines.
fn corrected(text: &str, lines: &Range<usize>, mends: Vec<Mend>, messages: &mut Vec<Diagnostic>) {
    let mut applied: Vec<&Mend> = Vec::new();
    // What was found later was found in the text as it was mended before, so it has all of it.
    for mend in mends.iter().take(MAX_MENDS).rev() {
        let overlaps = |other: &&Mend| {
            other.range.start < mend.range.end && mend.range.start < other.range.end
        };
        if !applied.iter().any(overlaps) {
            applied.push(mend);
        }
    }
    applied.reverse();
    applied.sort_by_key(|mend| mend.range.start);
    let mut line = String::new();
    let mut kept = lines.start;
    for mend in applied {
        line.push_str(text.get(kept..mend.range.start).unwrap_or_default());
        line.push_str(&mend.text);
        kept = mend.range.end;
    }
    line.push_str(text.get(kept..lines.end).unwrap_or_default());
    let line = line.trim_end();
    for (number, mend) in mends.into_iter().enumerate() {
        let Some(message) = mend.message else { continue };
        messages.push(match number {
            0..MAX_MENDS => message.pasted(lines.clone(), line.to_owned()),
            _ => message,
        });
    }
}

/// The whole lines that a range is on, without the last one's line feed.
pub(super) fn lines_around(text: &str, range: &Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let after = text.get(range.end..).unwrap_or_default();
    start..range.end + after.find('\n').unwrap_or(after.len())
}
