//! The text under *Prompt* that is no prompt block: indented, quoted, or plain. It cannot
//! be copied, and its blanks are no form. The section's events enter; a message with the
//! whole block leaves. Deliberately absent: whether the page needs a prompt.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Tag};

use super::{other_blanks, prompt};
use crate::diagnostic::rules::body::pb252_unmarked_prompt;
use crate::diagnostic::{Diagnostic, Place};
use crate::document::markdown::events::Events;
use crate::document::markdown::fence::Fence;

/// A longer prompt is not shown a second time.
const MAX_BYTES: usize = 4000;

/// Looks for it in the ranges of the section, which is called `heading` here.
pub(in crate::document) fn find(
    path: &Arc<str>,
    events: &Events<'_>,
    section: &[Range<usize>],
    heading: &str,
) -> Option<Diagnostic> {
    section.iter().find_map(|range| {
        let meant = Meant::find(events, range)?;
        let lines = meant.lines(events.source)?;
        let first = events.source.get(lines.clone())?.lines().next()?;
        let place = Place::bytes(path, lines.start..lines.start + first.len());
        let found = match meant.kind {
            MeantKind::Fence => pb252_unmarked_prompt::unmarked(place, heading),
            _ => pb252_unmarked_prompt::plain(place, heading),
        };
        Some(match meant.text.len() <= MAX_BYTES {
            true => found.pasted(lines, meant.block()),
            false => pb252_unmarked_prompt::in_brief(found, meant.kind == MeantKind::Fence),
        })
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum MeantKind {
    Fence,
    Indented,
    Quotation,
    Plain,
}

/// What was meant as the prompt.
struct Meant {
    kind: MeantKind,
    range: Range<usize>,
    text: String,
    /// A list below it may describe its blanks already.
    has_list: bool,
}

impl Meant {
    fn find(events: &Events<'_>, section: &Range<usize>) -> Option<Self> {
        let mut blocks: Vec<usize> = events.children(section.clone()).collect();
        let is_heading = |at: &usize| matches!(events.tag(*at), Some(Tag::Heading { .. }));
        if let Some(end) = blocks.iter().position(is_heading).filter(|end| *end > 0) {
            blocks.truncate(end);
        }
        let kind = |at: usize| match events.tag(at) {
            Some(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => Some(MeantKind::Fence),
            Some(Tag::CodeBlock(CodeBlockKind::Indented)) => Some(MeantKind::Indented),
            Some(Tag::BlockQuote(_)) => Some(MeantKind::Quotation),
            Some(Tag::Paragraph | Tag::List(_)) => Some(MeantKind::Plain),
            _ => None,
        };
        // Around a block of its own, a text says what it is for.
        let kinds = [MeantKind::Fence, MeantKind::Indented, MeantKind::Quotation];
        let found = kinds.into_iter().find_map(|wanted| {
            blocks.iter().position(|at| kind(*at) == Some(wanted)).map(|first| (wanted, first))
        });
        let (kind_of, first) = found.or_else(|| {
            let announces = |at: usize| events.plain(events.inside(at)).trim_end().ends_with(':');
            let is_plain = |at: &usize| kind(*at) == Some(MeantKind::Plain);
            let first = blocks.iter().position(is_plain)?;
            let is_lead = blocks.get(first).is_some_and(|at| announces(*at))
                && blocks.get(first + 1).is_some_and(is_plain);
            Some((MeantKind::Plain, first + usize::from(is_lead)))
        })?;
        let rest = blocks.get(first..)?;
        let many = matches!(kind_of, MeantKind::Quotation | MeantKind::Plain);
        let length = rest.iter().take_while(|at| kind(**at) == Some(kind_of)).count();
        let last = *rest.get(if many { length.checked_sub(1)? } else { 0 })?;
        let range = events.range(*rest.first()?).start..events.range(last).end;
        let source = events.source_of(range.clone());
        let text = match kind_of {
            MeantKind::Fence | MeantKind::Indented => Fence::read(events, last).text,
            MeantKind::Quotation => source.lines().map(unquoted).collect::<Vec<_>>().join("\n"),
            MeantKind::Plain => source.to_owned(),
        };
        let text = text.trim_matches('\n').trim_end().to_owned();
        let next = rest.iter().position(|at| *at == last).and_then(|at| rest.get(at + 1));
        let has_list = next.is_some_and(|at| matches!(events.tag(*at), Some(Tag::List(_))));
        (!text.trim().is_empty()).then_some(Self { kind: kind_of, range, text, has_list })
    }

    /// The whole lines that it is on.
    fn lines(&self, source: &str) -> Option<Range<usize>> {
        let start = source.get(..self.range.start)?.rfind('\n').map_or(0, |end| end + 1);
        Some(start..start + source.get(start..self.range.end)?.trim_end().len())
    }

    /// The same as a prompt, with its blanks as they are written here, each to be described.
    fn block(&self) -> String {
        let text = other_blanks::corrected(&self.text);
        let marks = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
        let fence = "`".repeat(marks.max(2) + 1);
        let mut block = format!("{fence}prompt\n{text}\n{fence}");
        for name in prompt::blank_names(&text).iter().filter(|_| !self.has_list) {
            block.push_str(&format!("\n- {name}: ..."));
        }
        block
    }
}

/// A line of a quotation without its mark.
fn unquoted(line: &str) -> &str {
    let inner = line.trim_start().strip_prefix('>').unwrap_or(line);
    inner.strip_prefix(' ').unwrap_or(inner)
}
