//! Blocks between fences that do not end where their writer meant them to: one
//! that holds the fence of another, one that never closes, one whose last fence
//! stands left of its list.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Tag};

use super::context::MendContext;
use super::text::{Mend, Round};
use crate::diagnostic::rules::body::{pb242_unclosed_fence, pb244_fence_in_block};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::blocks::prompt;
use crate::document::markdown::events::Events;
use crate::document::markdown::headings::is_heading_line;
use crate::document::outline::SectionNames;

/// A fence as a line has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct FenceLine<'a> {
    marker: char,
    length: usize,
    info: &'a str,
}

impl<'a> FenceLine<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let line = line.trim();
        let marker = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let info = line.trim_start_matches(marker);
        let length = line.len() - info.len();
        let info = info.trim();
        // Three backticks around words in a line are code in a text.
        let is_fence = length >= 3 && !(marker == '`' && info.contains('`'));
        is_fence.then_some(Self { marker, length, info })
    }

    /// Whether it ends a block that `self` opens.
    fn is_closed_by(self, other: Self) -> bool {
        other.marker == self.marker && other.length >= self.length && other.info.is_empty()
    }

    /// Whether it opens a block that cannot stand within one of `self`.
    fn holds(self, other: Self) -> bool {
        other.marker == self.marker && other.length >= self.length && !other.info.is_empty()
    }

    fn written(self, length: usize) -> String {
        std::iter::repeat_n(self.marker, length).chain(self.info.chars()).collect()
    }
}

/// More faults of one page are told after the first have been mended.
const MAX_FAULTS: usize = 50;

/// How often the end of a block is looked for that holds others: each time the rest
/// of the page is read.
const MAX_SEARCHES: usize = 32;

/// Finds the faults of all blocks, in the order of the text, as they are asked for.
pub(super) fn find<'a>(
    events: &'a Events<'_>,
    context: &'a MendContext<'_>,
    round: &'a Round<'_>,
) -> impl Iterator<Item = (Vec<Mend>, Diagnostic)> + 'a {
    let blocks = Block::all(events);
    // The last fence of one that holds others opens a block that takes in the rest of the page.
    let swallows = blocks.iter().any(|block| block.on_top && !block.closed);
    let finder = Finder { events, context, round };
    let mut searches = 0;
    let faults = blocks.into_iter().filter_map(move |block| {
        let may_hold = (block.is_special() || swallows) && searches < MAX_SEARCHES;
        let inner = finder.inner(&block).filter(|_| may_hold);
        searches += usize::from(inner.is_some());
        let held = inner.and_then(|inner| finder.held(&block, inner));
        held.or_else(|| finder.unended(&block))
    });
    faults.take(MAX_FAULTS)
}

/// A block between fences.
struct Block<'a> {
    range: Range<usize>,
    opening: FenceLine<'a>,
    /// In no list or quotation.
    on_top: bool,
    closed: bool,
}

impl<'a> Block<'a> {
    fn all(events: &Events<'a>) -> Vec<Self> {
        let is_block = |at: usize| matches!(events.tag(at), Some(Tag::CodeBlock(_)));
        if !events.all().any(is_block) {
            return Vec::new();
        }
        let top: BTreeSet<usize> = events.children(events.all()).collect();
        let block = |at: usize| {
            let Some(Tag::CodeBlock(CodeBlockKind::Fenced(_))) = events.tag(at) else {
                return None;
            };
            let range = events.range(at);
            let text = events.source_of(range.clone());
            let opening = FenceLine::read(text.lines().next()?)?;
            let on_top = top.contains(&at);
            let last = text.lines().skip(1).last().unwrap_or_default();
            let last = if on_top { last } else { last.trim_start_matches([' ', '\t', '>']) };
            let closed = FenceLine::read(last).is_some_and(|last| opening.is_closed_by(last));
            Some(Self { range, opening, on_top, closed })
        };
        events.all().filter_map(block).collect()
    }

    /// A block that becomes more than code.
    fn is_special(&self) -> bool {
        let name = self.opening.info.split_whitespace().next().unwrap_or_default();
        ["prompt", "caught", "drill"].iter().any(|known| name.eq_ignore_ascii_case(known))
    }
}

struct Finder<'a> {
    events: &'a Events<'a>,
    context: &'a MendContext<'a>,
    round: &'a Round<'a>,
}

impl Finder<'_> {
    fn unended(&self, block: &Block<'_>) -> Option<(Vec<Mend>, Diagnostic)> {
        if block.closed {
            return None;
        }
        Some(self.outdented(block).unwrap_or_else(|| self.unclosed(block)))
    }

    fn place(&self, range: Range<usize>) -> Place {
        Place::bytes(self.context.path, range)
    }

    fn opening(&self, block: &Block<'_>) -> Place {
        let text = self.events.source_of(block.range.clone());
        let length = text.lines().next().map_or(0, str::len);
        self.place(block.range.start..block.range.start + length)
    }

    /// The first fence inside a block that opens another one.
    fn inner<'e>(&'e self, block: &Block<'_>) -> Option<FenceLine<'e>> {
        let inside = self.events.source_of(block.range.clone()).lines().skip(1);
        let mut inside = inside.filter_map(FenceLine::read).filter(|_| block.on_top);
        inside.find(|line| block.opening.holds(*line))
    }

    /// A block that holds another one, and ends at the first fence that has no name.
    fn held(&self, block: &Block<'_>, inner: FenceLine<'_>) -> Option<(Vec<Mend>, Diagnostic)> {
        let opening = block.opening;
        let (closing, length) = self.balanced(block)?;
        // One mark more than any fence inside.
        let length = length + 1;
        let closing_line = FenceLine::read(self.events.source_of(closing.clone()))?;
        let more = |had: usize| opening.marker.to_string().repeat(length.saturating_sub(had));
        let indent = self.events.source_of(closing.clone());
        let indent = indent.len() - indent.trim_start().len();
        let mends = vec![
            Mend::insert(block.range.start, more(opening.length)),
            Mend::insert(closing.start + indent, more(closing_line.length)),
        ];
        let diagnostic = pb244_fence_in_block::found(
            self.opening(block),
            &inner.written(inner.length),
            &opening.written(length),
            &opening.marker.to_string().repeat(length),
            self.round.line(closing.start),
        );
        Some((mends, diagnostic))
    }

    /// The line that ends a block if the fences inside belong in pairs, and the
    /// length of the longest of them.
    fn balanced(&self, block: &Block<'_>) -> Option<(Range<usize>, usize)> {
        let source = self.events.source;
        let (mut at, mut depth, mut longest) = (block.range.start, 0_usize, 0);
        for line in source.get(at..)?.split_inclusive('\n') {
            let range = at..at + line.trim_end().len();
            at += line.len();
            let is_code = line.starts_with("    ");
            let fence = FenceLine::read(line).filter(|_| depth == 0 || !is_code);
            let Some(fence) = fence else { continue };
            if depth == 0 || block.opening.holds(fence) {
                depth += 1;
            } else if block.opening.is_closed_by(fence) {
                depth -= 1;
            } else {
                continue;
            }
            if depth == 0 {
                return Some((range, longest));
            }
            longest = longest.max(fence.length);
        }
        None
    }

    /// The last fence of a block in a list stands at the margin: it ends the list,
    /// and opens a block of its own.
    fn outdented(&self, block: &Block<'_>) -> Option<(Vec<Mend>, Diagnostic)> {
        let source = self.events.source;
        let line_start = source.get(..block.range.start)?.rfind('\n').map_or(0, |end| end + 1);
        let before = source.get(line_start..block.range.start)?;
        // In a quotation the line lacks a mark, not blanks.
        if block.on_top || before.contains('>') {
            return None;
        }
        let rest = source.get(block.range.end..)?;
        let start = block.range.end + (rest.len() - rest.trim_start_matches('\n').len());
        let line = source.get(start..)?.lines().next()?;
        FenceLine::read(line).filter(|line| block.opening.is_closed_by(*line))?;
        let column = before.chars().count();
        let mend = Mend { range: start..start + line.len(), instead: String::new() };
        let corrected = format!("{}{}", " ".repeat(column), line.trim());
        let diagnostic = pb242_unclosed_fence::outdented(
            self.place(mend.range.clone()),
            &corrected,
            self.round.line(block.range.start),
        );
        Some((vec![Mend { instead: corrected, ..mend }], diagnostic))
    }

    /// A block that ends with the page, or with the list that it stands in.
    fn unclosed(&self, block: &Block<'_>) -> (Vec<Mend>, Diagnostic) {
        let inside = self.inside(block);
        let text = self.events.source_of(block.range.start..inside).trim_end();
        let last = block.range.start + text.len();
        if !text.contains('\n') && inside == block.range.end {
            return (Vec::new(), pb242_unclosed_fence::stray(self.opening(block)));
        }
        let fence = block.opening.marker.to_string().repeat(block.opening.length);
        let mut mends = Vec::new();
        if block.on_top && inside < block.range.end {
            mends.push(Mend::insert(last, format!("\n{fence}")));
        }
        let line = self.round.line(last);
        (mends, pb242_unclosed_fence::unclosed(self.opening(block), &fence, line))
    }

    /// Where the inside of a block that never closes was probably meant to end: at
    /// the next heading of a section, or at the list that describes its blanks.
    fn inside(&self, block: &Block<'_>) -> usize {
        let text = self.events.source_of(block.range.clone());
        let blanks = if block.is_special() { prompt::blank_names(text) } else { Vec::new() };
        let names = self.context.names;
        let mut at = block.range.start;
        let mut after_blank = false;
        for (number, line) in text.split_inclusive('\n').enumerate() {
            let ends = names.of_line(line).is_some()
                || (after_blank && names == SectionNames::None && is_section_mark(line))
                || prompt::described(line).is_some_and(|name| blanks.contains(&name));
            if number > 0 && ends {
                return at;
            }
            after_blank = line.trim().is_empty();
            at += line.len();
        }
        block.range.end
    }
}

/// A heading with more than one mark: a single one begins a remark in code.
fn is_section_mark(line: &str) -> bool {
    line.starts_with("##") && is_heading_line(line)
}
