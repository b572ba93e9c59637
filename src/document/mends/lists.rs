//! Lines that a word processor wrote as a list and that are none here: a bullet and a
//! tab, a number and a hard blank. They are read as a list, each list with a message that
//! shows it as it is read. Deliberately absent: boxes and bullets under *Check before you
//! use it*, which are checks as they stand.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, HeadingLevel, Tag};

use super::context::MendContext;
use super::text::Mend;
use crate::diagnostic::rules::body::pb251_assumed_list;
use crate::diagnostic::{Diagnostic, Place};
use crate::document::markdown::events::Events;
use crate::domain::SectionName;

/// Lists of one page that are told by themselves; the others are read all the same.
const MAX_TOLD: usize = 20;

/// Of a longer list only the first line is shown as it is read.
const MAX_BYTES: usize = 4000;

/// Bullets that nobody takes for a word.
const BULLETS: [char; 10] = [
    '\u{2022}', '\u{25CF}', '\u{25AA}', '\u{25E6}', '\u{2023}', '\u{2043}', '\u{25A0}', '\u{F0B7}',
    '\u{F0A7}', '\u{F0D8}',
];

/// Signs that are bullets only before a tab or a hard blank.
const SIGNS: [char; 6] = ['\u{B7}', 'o', '\u{A7}', '\u{2013}', '\u{2014}', '\u{25CB}'];

pub(super) fn find(events: &Events<'_>, context: &MendContext<'_>) -> (Vec<Mend>, Vec<Diagnostic>) {
    let (mut mends, mut told) = (Vec::new(), Vec::new());
    let mut in_checks = false;
    let mut lists = Vec::new();
    for at in events.children(events.all()) {
        if let Some(Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, .. }) =
            events.tag(at)
        {
            let name = context.names.section(&events.plain(events.inside(at)));
            in_checks = name == Some(SectionName::Check);
        }
        let block = lines_of(events, at).map(|lines| PastedList::read(events.source, &lines));
        let block = block.filter(|list| !(in_checks && list.begins_with_mark(events.source)));
        match (block, lists.last_mut()) {
            // Blank lines between its items do not end a list.
            (Some(next), Some(Some(list))) if next.begins => PastedList::go_on(list, next),
            (next, _) => lists.push(next),
        }
    }
    for list in lists.into_iter().flatten().filter(|list| !list.mends.is_empty()) {
        if let Some(message) = list.told(events.source, context).filter(|_| told.len() < MAX_TOLD) {
            told.push(message);
        }
        mends.extend(list.mends);
    }
    (mends, told)
}

/// The lines of a block in which a list may be meant: those of its code left out.
fn lines_of(events: &Events<'_>, at: usize) -> Option<Vec<Range<usize>>> {
    let is_code = |at: usize| {
        matches!(events.tag(at), Some(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Table(_)))
    };
    let block = events.range(at);
    let hidden: Vec<Range<usize>> = match events.tag(at) {
        Some(Tag::Paragraph) => Vec::new(),
        Some(Tag::List(_)) => {
            events.inside(at).filter(|at| is_code(*at)).map(|at| events.range(at)).collect()
        }
        // A list that a word processor has indented is no code.
        Some(Tag::CodeBlock(CodeBlockKind::Indented)) => {
            let mut lines = events.source_of(block.clone()).lines();
            if !lines.all(|line| line.trim().is_empty() || Marked::read(line).is_some()) {
                return None;
            }
            Vec::new()
        }
        _ => return None,
    };
    let mut start = events.source.get(..block.start)?.rfind('\n').map_or(0, |end| end + 1);
    let mut lines = Vec::new();
    for line in events.source.get(start..block.end)?.split_inclusive('\n') {
        let range = start..start + line.trim_end_matches('\n').len();
        start += line.len();
        // In order, and none within another.
        let next = hidden.partition_point(|code| code.end <= range.start);
        if hidden.get(next).is_none_or(|code| code.start >= range.end) {
            lines.push(range);
        }
    }
    Some(lines)
}

/// What a line begins with.
struct Marked<'a> {
    /// One sign for all marks of one kind.
    sign: char,
    /// Its number, where it has one.
    number: Option<u32>,
    text: &'a str,
    /// A list as it stands.
    is_list: bool,
}

impl<'a> Marked<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let line = line.trim_start_matches([' ', '\t', '\u{a0}']);
        let mark = line.find([' ', '\t', '\u{a0}']).unwrap_or(line.len());
        let sign = line.chars().next()?;
        if BULLETS.contains(&sign) {
            let text = after(line.get(sign.len_utf8()..)?)?;
            return Some(Self { sign, number: None, text, is_list: false });
        }
        let (mark, rest) = line.split_at_checked(mark)?;
        let text = after(rest)?;
        let is_hard = rest.starts_with(['\t', '\u{a0}']);
        let bare = mark.trim_start_matches('(');
        let inner = bare.strip_suffix(['.', ')']).filter(|it| !it.is_empty());
        let number = inner.and_then(|it| it.parse::<u32>().ok()).filter(|it| *it < 1000);
        if mark.len() == sign.len_utf8() {
            let is_list = matches!(sign, '-' | '*' | '+') && !rest.starts_with('\u{a0}');
            let is_bullet = (SIGNS.contains(&sign) || matches!(sign, '-' | '*' | '+')) && is_hard;
            return (is_list || is_bullet).then_some(Self { sign, number: None, text, is_list });
        }
        if number.is_some() {
            let is_list = bare.len() == mark.len() && !rest.starts_with('\u{a0}');
            let is_meant = is_list || is_hard;
            return is_meant.then_some(Self { sign: '1', number, text, is_list });
        }
        // `a)` and a tab: letters are counted here.
        let is_letter =
            inner.is_some_and(|it| it.len() == 1 && it.bytes().all(|b| b.is_ascii_lowercase()));
        let number = inner?.bytes().next().map(|letter| u32::from(letter.saturating_sub(b'a')) + 1);
        (is_letter && rest.starts_with('\t')).then_some(Self {
            sign: 'a',
            number,
            text,
            is_list: false,
        })
    }
}

/// The text behind a mark, if there is any.
fn after(rest: &str) -> Option<&str> {
    let text = rest.trim_start_matches([' ', '\t', '\u{a0}', '\u{2002}', '\u{2003}']);
    (!text.trim().is_empty()).then_some(text)
}

/// Lines that are one list.
#[derive(Default)]
struct PastedList {
    mends: Vec<Mend>,
    /// From the first line that is mended to the end of the last.
    span: Option<Range<usize>>,
    /// The marks of its levels.
    signs: Vec<char>,
    /// Whether its first line is an item that is mended.
    begins: bool,
}

impl PastedList {
    fn read(source: &str, lines: &[Range<usize>]) -> Self {
        let mut list = Self::default();
        list.add(source, lines);
        list
    }

    fn add(&mut self, source: &str, lines: &[Range<usize>]) {
        let (mut after_text, mut announced) = (false, false);
        for (number, range) in lines.iter().enumerate() {
            let line = source.get(range.clone()).unwrap_or_default();
            // A day that begins a line of a text is no item: `1. May`.
            let may_be = |marked: &Marked<'_>| {
                marked.number.is_none() || marked.is_list || !after_text || announced
            };
            let Some(marked) = Marked::read(line).filter(may_be) else {
                after_text = !line.trim().is_empty() && self.signs.is_empty();
                announced = line.trim_end().ends_with(':');
                continue;
            };
            let level = self.signs.iter().position(|sign| *sign == marked.sign);
            let level = level.unwrap_or(self.signs.len());
            self.signs.truncate(level);
            self.signs.push(marked.sign);
            // Only a list that begins with 1 may follow a text without a blank line.
            let part = if std::mem::take(&mut after_text) { "\n" } else { "" };
            if marked.is_list {
                continue;
            }
            self.begins |= number == 0;
            let mark =
                marked.number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "));
            let indent = "    ".repeat(level);
            let end = range.start + line.len() - marked.text.len();
            self.mends
                .push(Mend { range: range.start..end, instead: format!("{part}{indent}{mark}") });
            let start = self.span.as_ref().map_or(range.start, |span| span.start);
            self.span = Some(start..range.end);
        }
    }

    /// Whether its first line is a check as it stands.
    fn begins_with_mark(&self, source: &str) -> bool {
        let first = self.span.as_ref().and_then(|span| source.get(span.start..));
        first
            .is_some_and(|line| line.trim_start().starts_with(['\u{2022}', '\u{25CF}', '\u{25AA}']))
    }

    /// Takes up the block below it.
    fn go_on(&mut self, next: Self) {
        self.mends.extend(next.mends);
        self.span = match (self.span.take(), next.span) {
            (Some(span), Some(next)) => Some(span.start..next.end),
            (span, next) => span.or(next),
        };
    }

    fn told(&self, source: &str, context: &MendContext<'_>) -> Option<Diagnostic> {
        let span = self.span.clone()?;
        let mut lines = String::new();
        let mut kept = span.start;
        for mend in &self.mends {
            lines.push_str(source.get(kept..mend.range.start).unwrap_or_default());
            lines.push_str(&mend.instead);
            kept = mend.range.end;
        }
        lines.push_str(source.get(kept..span.end).unwrap_or_default());
        let first = source.get(span.clone()).unwrap_or_default().lines().next().unwrap_or_default();
        let place = Place::bytes(context.path, span.start..span.start + first.len());
        let message = pb251_assumed_list::read(place, first, self.mends.len());
        if lines.len() > MAX_BYTES {
            let first = lines.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
            return Some(message.help(first.to_owned()));
        }
        Some(message.pasted(span, lines))
    }
}
