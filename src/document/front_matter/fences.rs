//! Finds the front matter at the head of a file: between two lines `---`. A
//! missing one of the two is assumed where the lines leave no doubt.
//! Deliberately absent: what is between the lines.

use std::ops::Range;

use super::report::FrontMatterReport;
use crate::diagnostic::rules::front::{pb105_fence, pb106_limit};

/// Where front matter and body are, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fences {
    /// With its fences.
    pub(super) front: Range<usize>,
    /// Between its fences.
    pub(super) inner: Range<usize>,
    /// Where the body starts.
    pub(super) body: usize,
}

/// The front matter of `text`, if there is any.
pub(super) fn find(text: &str, report: &mut FrontMatterReport<'_>) -> Option<Fences> {
    // Blank lines above are forgiven; other tools put them there.
    let opening = lines(text, 0).find(|line| !line.text.trim().is_empty())?;
    if !is_fence(opening.text) {
        return without_opening(text, &opening, report);
    }
    let inner = opening.next;
    let closing = lines(text, inner).find(|line| is_fence(line.text));
    let Some(closing) = closing else {
        return without_closing(text, &opening, report);
    };
    let body = second_document(text, closing.next, report).unwrap_or(closing.next);
    let front = opening.start..closing.start + 3;
    Some(Fences { front, inner: inner..closing.start, body })
}

/// A line without its line feed.
struct TextLine<'t> {
    text: &'t str,
    start: usize,
    /// Where the next line starts.
    next: usize,
}

/// The lines from a place on; it is the start of one.
fn lines(text: &str, from: usize) -> impl Iterator<Item = TextLine<'_>> + Clone {
    let mut start = from;
    text.get(from..).unwrap_or_default().split_inclusive('\n').map(move |line| {
        let line_start = start;
        start += line.len();
        TextLine { text: line.trim_end_matches('\n'), start: line_start, next: start }
    })
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

/// `word:` at the line's start.
fn is_key(line: &str) -> bool {
    let Some((key, value)) = line.split_once(':') else { return false };
    !key.is_empty()
        && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        && (value.is_empty() || value.starts_with([' ', '\t']))
}

/// A line that can only belong to a key above it.
fn is_continuation(line: &str) -> bool {
    line == "-" || line.starts_with("- ") || line.starts_with([' ', '\t'])
}

fn without_opening(
    text: &str,
    opening: &TextLine<'_>,
    report: &mut FrontMatterReport<'_>,
) -> Option<Fences> {
    if !is_key(opening.text) {
        return None;
    }
    let rest = lines(text, opening.start);
    // With a closing fence and nothing but keys above it there is no doubt. Without one, a text
    // that begins with "note: ..." would be taken for front matter.
    let closing = rest.clone().find(|line| is_fence(line.text))?;
    let mut within = rest.take_while(|line| line.start < closing.start);
    if !within.all(|line| is_key(line.text) || is_continuation(line.text)) {
        return None;
    }
    report.add(pb105_fence::no_opening(
        report.bytes(&(opening.start..opening.start + opening.text.len())),
    ));
    let front = opening.start..closing.start + 3;
    Some(Fences { front, inner: opening.start..closing.start, body: closing.next })
}

fn without_closing(
    text: &str,
    opening: &TextLine<'_>,
    report: &mut FrontMatterReport<'_>,
) -> Option<Fences> {
    let mut end = opening.next;
    let mut last = opening.start..opening.start;
    let mut last_text = "";
    // An indented line right after a key belongs to it;
    // after a blank one it is a list or code of the body.
    let mut after_blank = true;
    for line in lines(text, opening.next) {
        let blank = line.text.trim().is_empty();
        let belongs = is_key(line.text) || (!after_blank && is_continuation(line.text));
        if !blank && !belongs {
            break;
        }
        if belongs && !blank {
            end = line.next;
            last = line.start..line.start + line.text.len();
            last_text = line.text;
        }
        after_blank = blank;
    }
    if end == opening.next {
        // A rule at the top of a text, and no front matter.
        return None;
    }
    let place = report.bytes(&last);
    report.add(pb105_fence::no_closing(place, last_text));
    Some(Fences { front: opening.start..end, inner: opening.next..end, body: end })
}

/// More keys and another `---` right below the front matter: where they end.
fn second_document(text: &str, start: usize, report: &mut FrontMatterReport<'_>) -> Option<usize> {
    let rest = lines(text, start);
    let mut within = rest.clone().take_while(|line| !is_fence(line.text)).peekable();
    if !within.peek().is_some_and(|line| is_key(line.text)) {
        return None;
    }
    let closing = rest.clone().find(|line| is_fence(line.text))?;
    if !within.all(|line| is_key(line.text) || is_continuation(line.text)) {
        return None;
    }
    // The first one counts. The second is taken out of the body, where it would be shown as text.
    report.add(pb106_limit::two_documents(report.bytes(&(start..closing.start + 3))));
    Some(closing.next)
}
