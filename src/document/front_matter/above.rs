//! What stands above front matter, or in place of its first line: a comment, a
//! heading, a sentence of whoever made the file, a fence of code, JSON. Where front
//! matter starts leaves. Deliberately absent: where it ends.

use super::notation::Notation;
use super::report::FrontMatterReport;
use super::scalar;
use super::text_line::{
    Fence, TextLine, code_fence, fence, is_continuation, is_key, is_known_key, known_key, lines,
};
use super::wrapper::Code;
use crate::diagnostic::rules::front::pb145_text_above;
use crate::domain::{Kind, title_key};

/// Lines of text above front matter that are still no text of a page.
// Whoever greets does so in a few lines; below a longer text, keys are an example of its own.
const MAX_LINES_ABOVE: usize = 12;

/// Where front matter starts.
pub(super) struct Start<'t> {
    /// Its first line: a fence, or a key where there is none.
    pub(super) first: TextLine<'t>,
    pub(super) notation: Notation,
    /// The fence of code around it.
    pub(super) code: Option<Code<'t>>,
    /// Where JSON ends.
    pub(super) json_end: usize,
}

impl<'t> Start<'t> {
    /// At a line `---` with nothing above it.
    pub(super) fn plain(first: TextLine<'t>) -> Self {
        Self { first, notation: Notation::Yaml, code: None, json_end: 0 }
    }
}

/// Looks for the start below `first`, the first line that is not blank.
pub(super) fn find<'t>(
    kind: Kind,
    text: &'t str,
    first: TextLine<'t>,
    report: &mut FrontMatterReport<'_>,
) -> Option<Start<'t>> {
    let mut above: Option<(usize, usize)> = None;
    let mut count = 0;
    let mut code: Option<Code<'t>> = None;
    let mut comment_end = 0;
    for line in lines(text, first.start) {
        if line.is_blank() {
            continue;
        }
        if line.start < comment_end {
            above = above.map(|(start, _)| (start, line.range().end));
            continue;
        }
        let is_first = line.start == first.start;
        if let Some(mut start) = starts(kind, text, line, is_first) {
            start.code = code;
            if let Some((from, to)) = above {
                let range = from..to;
                report.add(pb145_text_above::passed_over(report.bytes(&range)));
            }
            return Some(start);
        }
        // What was opened and is not followed by front matter is code of the text.
        if code.is_some() {
            return None;
        }
        if let Some((sign, count, _)) = code_fence(line.text) {
            code = Some(Code { sign, count, line });
            continue;
        }
        count += 1;
        // A section is of the text, and what stands in it is too.
        if count > MAX_LINES_ABOVE || line.text.starts_with("##") {
            return None;
        }
        if line.text.trim_start().starts_with("<!--") {
            let end = text.get(line.start..).and_then(|rest| rest.find("-->"))?;
            comment_end = line.start + end;
        }
        above = Some((above.map_or(line.start, |(start, _)| start), line.range().end));
    }
    None
}

/// The start of front matter at a line, if it is one.
fn starts<'t>(kind: Kind, text: &'t str, line: TextLine<'t>, is_first: bool) -> Option<Start<'t>> {
    let mut below = lines(text, line.next).filter(|line| !line.is_blank());
    if fence(line.text).is_some() {
        let is_start = below.next().is_some_and(|it| is_known_key(kind, it.text));
        return is_start.then(|| Start::plain(line));
    }
    if line.text.starts_with('{') {
        return json(kind, text, line);
    }
    let is_any_key = is_key(line.text) || is_known_key(kind, line.text);
    (is_any_key && is_run_of_keys(kind, text, line, is_first)).then(|| Start::plain(line))
}

/// Whether keys without a fence above them are front matter and no text.
fn is_run_of_keys(kind: Kind, text: &str, line: TextLine<'_>, is_first: bool) -> bool {
    let belongs = |line: &TextLine<'_>| {
        is_key(line.text)
            || is_known_key(kind, line.text)
            || is_continuation(line.text)
            || line.text.starts_with("# ")
    };
    let run: Vec<TextLine<'_>> = lines(text, line.start).take_while(belongs).collect();
    let Some(last) = run.last() else { return false };
    let below = lines(text, last.next).next();
    // With a fence below them and nothing but keys above it there is no doubt.
    if is_first && below.is_some_and(|line| fence(line.text) == Some(Fence::Plain)) {
        return true;
    }
    let known: Vec<&str> = run.iter().filter_map(|line| known_key(kind, line.text)).collect();
    // "Note: ..." and "Summary: ..." are ways to begin a text; two known keys are none.
    known.len() >= 2 || known.contains(&title_key(kind)) && below.is_none_or(|it| !it.is_blank())
}

/// JSON with a key that is known.
fn json<'t>(kind: Kind, text: &'t str, line: TextLine<'t>) -> Option<Start<'t>> {
    let rest = text.get(line.start..)?;
    let key = rest.get(1..)?.trim_start().strip_prefix('"')?.split('"').next()?;
    if !super::keys::is_known(kind, key) {
        return None;
    }
    let json_end = line.start + scalar::bracket_end(rest)?;
    Some(Start { first: line, notation: Notation::Json, code: None, json_end })
}
