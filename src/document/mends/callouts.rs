//! Boxes as note tools write them, `> [!tip] Before you send it`: their words are
//! put into a line of their own below one of the five boxes that GitHub knows.
//! Nothing is told of it, since nothing is left to mend.

use pulldown_cmark::{Event, Tag};

use super::text::Mend;
use crate::document::markdown::boxes::box_kind;
use crate::document::markdown::events::Events;

pub(super) fn find(events: &Events<'_>) -> Vec<Mend> {
    let quotes = events.all().filter(|at| matches!(events.tag(*at), Some(Tag::BlockQuote(None))));
    quotes.filter_map(|at| mend(events, at)).collect()
}

fn mend(events: &Events<'_>, at: usize) -> Option<Mend> {
    let paragraph = events.inside(at).start;
    let Some(Tag::Paragraph) = events.tag(paragraph) else { return None };
    let Some(Event::Text(_)) = events.get(paragraph + 1) else { return None };
    let start = events.range(paragraph + 1).start;
    let line = events.source_of(start..events.range(paragraph).end).lines().next()?;
    let (word, title) = line.strip_prefix("[!")?.split_once(']')?;
    // `[!info|wide]`: how it is drawn in the other tool.
    let word = word.split('|').next()?.trim();
    let is_word =
        !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "-_ ".contains(c));
    // `[!tip]-` can be folded there.
    let title = title.trim_start_matches(['-', '+']).trim();
    if !is_word {
        return None;
    }
    let kind = box_kind(&word.to_lowercase());
    // A word of its own is the box's title where nothing else is.
    let title = if title.is_empty() && !kind.eq_ignore_ascii_case(word) { word } else { title };
    let line_start = events.source.get(..start)?.rfind('\n').map_or(0, |end| end + 1);
    // In a list the first line has the list's mark, which the next one must not repeat.
    let marks = events.source_of(line_start..start);
    let marks: String = marks.chars().map(|c| if c == '>' { '>' } else { ' ' }).collect();
    let title = match title {
        "" => String::new(),
        _ if title.contains(['*', '_']) => format!("\n{marks}{title}\n{}", marks.trim_end()),
        _ => format!("\n{marks}**{title}**\n{}", marks.trim_end()),
    };
    Some(Mend { range: start..start + line.len(), instead: format!("[!{kind}]{title}") })
}
