//! Finds the front matter at the head of a file: between two lines `---`, or in
//! what people and programs put in their place. What leaves no doubt is taken for
//! it, with a message that says what stood there. Deliberately absent: what is
//! between the lines.

use std::ops::Range;

use super::notation::Notation;
use super::report::FrontMatterReport;
use super::text_line::{Fence, TextLine, fence, is_continuation, is_key, is_known_key, lines};
use super::{above, wrapper};
use crate::diagnostic::rules::front::{pb105_fence, pb106_limit};
use crate::domain::Kind;

/// Where front matter and body are, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// With its fences.
    pub(super) front: Range<usize>,
    /// Between its fences.
    pub(super) inner: Range<usize>,
    /// In which notation.
    pub(super) notation: Notation,
    pub(super) body: Range<usize>,
}

/// The front matter of `text`, if there is any.
pub(super) fn find(kind: Kind, text: &str, report: &mut FrontMatterReport<'_>) -> Option<Head> {
    // Blank lines above are forgiven; other tools put them there.
    let first = lines(text, 0).find(|line| !line.is_blank())?;
    let start = match fence(first.text) {
        Some(Fence::Plain) => above::Start::plain(first),
        _ => above::find(kind, text, first, report)?,
    };
    let mut head = match start.notation {
        Notation::Json => json(text, &start),
        Notation::Yaml | Notation::Toml => fenced(kind, text, &start, report)?,
    };
    if let Some(second) = second_front_matter(kind, text, head.body.start) {
        report.add(pb106_limit::two_documents(report.bytes(&second.0)));
        // The first one counts. The second is taken out of the body, where it would be shown.
        head.body.start = second.1;
    }
    if let Some(code) = &start.code {
        let is_fence = start.notation == Notation::Yaml && fence(start.first.text).is_none();
        head.body = wrapper::unwrap(text, code, is_fence, head.body, report);
    }
    Some(head)
}

/// Front matter of JSON ends with its brace, and needs no fence.
fn json(text: &str, start: &above::Start<'_>) -> Head {
    let front = start.first.start..start.json_end;
    let body = lines(text, start.json_end).next().map_or(text.len(), |line| line.next);
    Head { inner: front.clone(), front, notation: Notation::Json, body: body..text.len() }
}

fn fenced(
    kind: Kind,
    text: &str,
    start: &above::Start<'_>,
    report: &mut FrontMatterReport<'_>,
) -> Option<Head> {
    let opening = fence(start.first.text);
    let inner = if opening.is_some() { start.first.next } else { start.first.start };
    // Front matter that is shown as code may end with the code.
    let ends_code = |line: &TextLine<'_>| {
        start.code.as_ref().is_some_and(|code| wrapper::closes(code, line.text))
    };
    let mut within = lines(text, inner);
    let closing = within.find(|line| fence(line.text).is_some() || ends_code(line));
    let closing = closing.filter(|closing| {
        // Above a fence without a first one nothing but keys may stand.
        let mut rest = lines(text, inner).take_while(|line| line.start < closing.start);
        opening.is_some() || rest.all(|line| belongs(kind, line.text) || line.is_blank())
    });
    let Some(closing) = closing else { return unclosed(kind, text, start, report) };
    told_fences(start, Some(&closing), report);
    let is_toml = [opening, fence(closing.text)].contains(&Some(Fence::Toml));
    Some(Head {
        front: start.first.start..closing.range().end,
        inner: inner..closing.start,
        notation: if is_toml { Notation::Toml } else { Notation::Yaml },
        // The end of the code is the wrapper's to pass over.
        body: if ends_code(&closing) { closing.start } else { closing.next }..text.len(),
    })
}

/// Whether a line is one of front matter.
fn belongs(kind: Kind, line: &str) -> bool {
    is_key(line) || is_continuation(line) || is_known_key(kind, line) || line.starts_with('#')
}

/// Front matter that ends with its last key.
fn unclosed(
    kind: Kind,
    text: &str,
    start: &above::Start<'_>,
    report: &mut FrontMatterReport<'_>,
) -> Option<Head> {
    let opening = fence(start.first.text);
    let inner = if opening.is_some() { start.first.next } else { start.first.start };
    let mut last: Option<TextLine<'_>> = None;
    // An indented line right after a key belongs to it;
    // after a blank one it is a list or code of the body.
    let mut after_blank = opening.is_some();
    for line in lines(text, inner) {
        let blank = line.is_blank();
        let is_key_line = is_key(line.text) || is_known_key(kind, line.text);
        let belongs = is_key_line || (!after_blank && is_continuation(line.text));
        // Without a first fence too, a blank line ends the keys, or the text's own would be taken.
        let ends = blank && opening.is_none();
        if ends || (!blank && !belongs) {
            break;
        }
        if belongs && !blank {
            last = Some(line);
        }
        after_blank = blank;
    }
    // A rule at the top of a text is no front matter.
    let last = last?;
    told_fences(start, None, report);
    report.add(
        pb105_fence::no_closing(report.bytes(&last.range()), last.text)
            .fixed(last.next..last.next, "---\n".to_owned()),
    );
    Some(Head {
        front: start.first.start..last.next,
        inner: inner..last.next,
        notation: Notation::Yaml,
        body: last.next..text.len(),
    })
}

/// Says which fences are missing or are written with other signs.
fn told_fences(
    start: &above::Start<'_>,
    closing: Option<&TextLine<'_>>,
    report: &mut FrontMatterReport<'_>,
) {
    let first = &start.first;
    for line in [Some(first), closing].into_iter().flatten() {
        if fence(line.text) == Some(Fence::OtherSign) {
            let message = pb105_fence::other_sign(report.bytes(&line.range()), line.text.trim());
            report.mend(message, line.range(), "---");
        }
    }
    // Around keys in a fence of code, its own two lines are what stands there.
    if fence(first.text).is_none() && start.code.is_none() {
        let place = report.bytes(&first.range());
        let insert = first.start..first.start;
        report.add(pb105_fence::no_opening(place).fixed(insert, "---\n".to_owned()));
    }
    let Some(closing) = closing.filter(|line| fence(line.text).is_none()) else { return };
    if fence(first.text).is_some() {
        let insert = closing.start..closing.start;
        let last = lines(report.text, first.next).take_while(|line| line.start < closing.start);
        let last = last.filter(|line| !line.is_blank()).last().unwrap_or(*first);
        let message = pb105_fence::no_closing(report.bytes(&last.range()), last.text);
        report.add(message.fixed(insert, "---\n".to_owned()));
    }
}

/// More front matter right below the first one: its bytes, and where they end.
fn second_front_matter(kind: Kind, text: &str, start: usize) -> Option<(Range<usize>, usize)> {
    let mut rest = lines(text, start).skip_while(TextLine::is_blank).peekable();
    let first = *rest.peek()?;
    match fence(first.text) {
        Some(_) => drop(rest.next()),
        // Without a fence of its own it stands right below the first one, or it is text.
        None if first.start != start => return None,
        None => {}
    }
    let within: Vec<TextLine<'_>> = lines(text, rest.peek()?.start)
        .take_while(|line| fence(line.text).is_none())
        .take_while(|line| belongs(kind, line.text))
        .collect();
    // A line of the text may look like a key, and two rules may stand around it.
    let is_sure = |line: &TextLine<'_>| {
        is_known_key(kind, line.text) || fence(first.text).is_none() && is_key(line.text)
    };
    let last = within.last().filter(|_| within.iter().any(is_sure))?;
    let closing = lines(text, last.next).next().filter(|line| fence(line.text).is_some())?;
    Some((first.start..closing.range().end, closing.next))
}
