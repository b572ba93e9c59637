//! A fence of code around a whole page, or around its front matter: what assistants
//! make of "give me the file". The body without it leaves.

use std::ops::Range;

use super::report::FrontMatterReport;
use super::text_line::{TextLine, code_fence, lines};
use crate::diagnostic::rules::front::pb146_page_in_code;

/// The line that opens the code.
pub(super) struct Code<'t> {
    /// A backtick or a tilde.
    pub(super) sign: char,
    /// How many of them.
    pub(super) count: usize,
    pub(super) line: TextLine<'t>,
}

/// Whether a line ends the code.
pub(super) fn closes(code: &Code<'_>, line: &str) -> bool {
    let fence = code_fence(line);
    fence.is_some_and(|(sign, count, info)| {
        sign == code.sign && count >= code.count && info.is_empty()
    })
}

/// The body without the line that ends the code, and without what stands below it.
/// `is_fence`: the code stands where `---` belongs.
pub(super) fn unwrap(
    text: &str,
    code: &Code<'_>,
    is_fence: bool,
    body: Range<usize>,
    report: &mut FrontMatterReport<'_>,
) -> Range<usize> {
    let opening = report.bytes(&code.line.range());
    let first = lines(text, body.start).find(|line| !line.is_blank());
    if let Some(end) = first.filter(|line| closes(code, line.text)) {
        let end_place = report.bytes(&end.range());
        report.add(pb146_page_in_code::front_matter(opening, end_place, is_fence));
        return end.next..body.end;
    }
    let end = last_closing(text, code, &body);
    let place = end.as_ref().map(|end| report.bytes(&end.range()));
    report.add(pb146_page_in_code::page(opening, place));
    let Some(end) = end else { return body };
    let below = text.get(end.next..).unwrap_or_default();
    if !below.trim().is_empty() {
        let from = end.next + below.len() - below.trim_start().len();
        let range = from..from + below.trim().len();
        report.add(pb146_page_in_code::text_below(report.bytes(&range)));
    }
    body.start..end.start
}

/// The line that ends the code: the one that opens some of its own and never closes
/// it, since code in the body comes in pairs.
fn last_closing<'t>(text: &'t str, code: &Code<'_>, body: &Range<usize>) -> Option<TextLine<'t>> {
    let mut open: Option<(char, usize, bool, TextLine<'t>)> = None;
    for line in lines(text, body.start) {
        let Some((sign, count, info)) = code_fence(line.text) else { continue };
        match &open {
            Some((of, least, ..)) if sign == *of && count >= *least && info.is_empty() => {
                open = None
            }
            Some(_) => {}
            None => open = Some((sign, count, closes(code, line.text), line)),
        }
    }
    open.filter(|(_, _, is_closing, _)| *is_closing).map(|(.., line)| line)
}
