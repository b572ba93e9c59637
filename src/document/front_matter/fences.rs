//! Finds the front matter at the head of a file: between two lines `---`. A
//! missing one of the two is assumed where the lines leave no doubt.
//! Deliberately absent: what is between the lines.

use std::ops::Range;

use super::report::Report;
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
pub(super) fn find(text: &str, report: &mut Report<'_>) -> Option<Fences> {
    let lines = lines_of(text);
    let first = lines.iter().position(|line| !line.text.trim().is_empty())?;
    let opening = lines.get(first)?;
    if !is_fence(opening.text) {
        return without_opening(&lines, first, report);
    }
    let inner = opening.next;
    let closing = lines.iter().skip(first + 1).find(|line| is_fence(line.text));
    let Some(closing) = closing else {
        return without_closing(&lines, first, report);
    };
    let body = second_document(&lines, closing.next, report).unwrap_or(closing.next);
    let front = opening.start..closing.start + 3;
    Some(Fences { front, inner: inner..closing.start, body })
}

/// A line without its line feed.
struct Line<'t> {
    text: &'t str,
    start: usize,
    /// Where the next line starts.
    next: usize,
}

fn lines_of(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let line_start = start;
            start += line.len();
            Line { text: line.trim_end_matches('\n'), start: line_start, next: start }
        })
        .collect()
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

fn without_opening(lines: &[Line<'_>], first: usize, report: &mut Report<'_>) -> Option<Fences> {
    let opening = lines.get(first)?;
    if !is_key(opening.text) {
        return None;
    }
    let rest = lines.iter().skip(first);
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

fn without_closing(lines: &[Line<'_>], first: usize, report: &mut Report<'_>) -> Option<Fences> {
    let opening = lines.get(first)?;
    let mut end = opening.next;
    let mut last = opening;
    let mut after_blank = true;
    for line in lines.iter().skip(first + 1) {
        let blank = line.text.trim().is_empty();
        let belongs = is_key(line.text) || (!after_blank && is_continuation(line.text));
        if !blank && !belongs {
            break;
        }
        if belongs && !blank {
            end = line.next;
            last = line;
        }
        after_blank = blank;
    }
    if end == opening.next {
        // A rule at the top of a text, and no front matter.
        return None;
    }
    let place = report.bytes(&(last.start..last.start + last.text.len()));
    report.add(pb105_fence::no_closing(place, last.text));
    Some(Fences { front: opening.start..end, inner: opening.next..end, body: end })
}

/// More keys and another `---` right below the front matter: where they end.
fn second_document(lines: &[Line<'_>], start: usize, report: &mut Report<'_>) -> Option<usize> {
    let rest = lines.iter().filter(|line| line.start >= start);
    let mut within = rest.clone().take_while(|line| !is_fence(line.text)).peekable();
    if !within.peek().is_some_and(|line| is_key(line.text)) {
        return None;
    }
    let closing = rest.clone().find(|line| is_fence(line.text))?;
    if !within.all(|line| is_key(line.text) || is_continuation(line.text)) {
        return None;
    }
    report.add(pb106_limit::two_documents(report.bytes(&(start..closing.start + 3))));
    Some(closing.next)
}
