//! The allowlist: a few elements without power, written anew with at most
//! `title` and `open`. A tag is kept only as one of a pair that nests properly
//! in one paragraph, or as `details` around whole blocks; any other is text.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::Event;

use super::tags::{Tag, Token, scan};
use crate::document::markdown::edits::{Edits, Replacement};
use crate::document::markdown::escape::{escape, escape_attribute};
use crate::document::markdown::events::{Events, is_inline};

/// Elements inside a line.
const INLINE: [&str; 13] =
    ["abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "small", "strong", "sub", "sup"];

/// What is opened within so many open elements is text.
// Each closing tag is looked for among those that are open, so this bounds the work.
const MAX_DEPTH: usize = 16;

/// Keeps what is allowed. `blocks` are the blocks of raw HTML by their event,
/// without comments.
pub(super) fn keep(
    events: &Events<'_>,
    blocks: &BTreeMap<usize, String>,
    borders: &BTreeSet<usize>,
    edits: &mut Edits,
) {
    let tokens: BTreeMap<usize, Vec<Token<'_>>> =
        blocks.iter().map(|(at, html)| (*at, scan(html))).collect();
    // Level by level, so that a pair never reaches out of the list or quote that it begins in.
    keep_level(events, events.all(), &tokens, borders, edits);
    for at in events.all() {
        if events.tag(at).is_some() {
            keep_level(events, events.inside(at), &tokens, borders, edits);
        }
    }
}

/// Keeps pairs of tags among the direct children of one element.
fn keep_level(
    events: &Events<'_>,
    level: std::ops::Range<usize>,
    blocks: &BTreeMap<usize, Vec<Token<'_>>>,
    borders: &BTreeSet<usize>,
    edits: &mut Edits,
) {
    let mut inline: Vec<(String, usize, String)> = Vec::new();
    let mut details = Details::default();
    let mut seen = Vec::new();
    for child in events.children(level) {
        match events.get(child) {
            Some(Event::InlineHtml(html)) => keep_inline(html, child, &mut inline, edits),
            // A tag in a line must not stay open across a block:
            // browsers would repeat it in each paragraph.
            Some(Event::Start(tag)) if !is_inline(&tag.to_end()) => inline.clear(),
            _ => {}
        }
        if borders.contains(&child) {
            // Sections are shown apart: one that opens in one of them would never be closed there.
            details.open.clear();
        }
        if let Some(tokens) = blocks.get(&child) {
            seen.push(child);
            details.block(child, tokens);
        }
    }
    for child in seen {
        if let Some(tokens) = blocks.get(&child) {
            let html = write_block(child, tokens, &details.kept);
            if let Some(html) = html {
                edits.replace_all(child..=events.end(child), Replacement::Html(html));
            }
        }
    }
}

fn keep_inline(html: &str, at: usize, open: &mut Vec<(String, usize, String)>, edits: &mut Edits) {
    let tokens = scan(html);
    let [Token::Tag(tag)] = tokens.as_slice() else { return };
    if tag.name == "br" {
        edits.replace(at, Replacement::Html("<br>".to_owned()));
    } else if !INLINE.contains(&tag.name.as_str()) {
    } else if !tag.closing && open.len() < MAX_DEPTH {
        open.push((tag.name.clone(), at, opening(tag)));
    } else if tag.closing
        && let Some(pair) = open.iter().rposition(|(name, ..)| *name == tag.name)
    {
        // What was opened in between and never closed stays text.
        open.truncate(pair + 1);
        if let Some((name, start, html)) = open.pop() {
            edits.replace(start, Replacement::Html(html));
            edits.replace(at, Replacement::Html(format!("</{name}>")));
        }
    }
}

/// A tag by its block and its place among the block's tokens.
type TagPlace = (usize, usize);

#[derive(Default)]
struct Details {
    open: Vec<TagPlace>,
    kept: BTreeSet<TagPlace>,
}

impl Details {
    /// Pairs `details` with its end, which may be in a later block.
    fn block(&mut self, at: usize, tokens: &[Token<'_>]) {
        for (index, token) in tokens.iter().enumerate() {
            let Token::Tag(tag) = token else { continue };
            if tag.name != "details" {
                continue;
            }
            // Without a summary browsers write "Details" in their own language.
            if !tag.closing && self.open.len() < MAX_DEPTH && summary(tokens, index).is_some() {
                self.open.push((at, index));
            } else if tag.closing
                && let Some(start) = self.open.pop()
            {
                self.kept.extend([start, (at, index)]);
            }
        }
    }
}

/// The `summary` right after a `details`: its two tags.
fn summary(tokens: &[Token<'_>], details: usize) -> Option<(usize, usize)> {
    let is = |index: usize, closing: bool| {
        matches!(tokens.get(index), Some(Token::Tag(tag))
            if tag.name == "summary" && tag.closing == closing)
    };
    let ends = |index: &usize| {
        matches!(tokens.get(*index), Some(Token::Tag(tag))
            if matches!(tag.name.as_str(), "details" | "summary"))
    };
    let blank =
        matches!(tokens.get(details + 1), Some(Token::Text(text)) if text.trim().is_empty());
    let open = details + 1 + usize::from(blank);
    if !is(open, false) {
        return None;
    }
    // No further than the next of either, so that no token is looked at for each.
    let close = (open + 1..tokens.len()).find(ends)?;
    is(close, true).then_some((open, close))
}

/// The HTML of a block; None when nothing in it is kept.
fn write_block(at: usize, tokens: &[Token<'_>], kept: &BTreeSet<TagPlace>) -> Option<String> {
    let mut html = String::from("\n");
    let mut from = 0;
    let mut keeps = false;
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        let Token::Tag(tag) = token else {
            index += 1;
            continue;
        };
        if kept.contains(&(at, index)) {
            keeps = true;
            paragraph(tokens.get(from..index).unwrap_or_default(), &mut html);
            html.push_str(&if tag.closing { "</details>\n".to_owned() } else { opening(tag) });
            if let Some((open, close)) = (!tag.closing).then(|| summary(tokens, index)).flatten() {
                html.push_str("<summary>");
                run(tokens.get(open + 1..close).unwrap_or_default(), &mut html);
                html.push_str("</summary>\n");
                index = close;
            }
            from = index + 1;
        }
        index += 1;
    }
    let rest = tokens.get(from..).unwrap_or_default();
    keeps |= paragraph(rest, &mut html);
    keeps.then_some(html)
}

/// Writes tokens as a paragraph, unless they are blank. True when a tag of
/// them is kept.
fn paragraph(tokens: &[Token<'_>], html: &mut String) -> bool {
    let blank = |token: &Token<'_>| matches!(token, Token::Text(text) if text.trim().is_empty());
    if tokens.iter().all(blank) {
        return false;
    }
    html.push_str("<p>");
    let keeps = run(tokens, html);
    html.push_str("</p>\n");
    keeps
}

fn run(tokens: &[Token<'_>], html: &mut String) -> bool {
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut kept = BTreeSet::new();
    for (index, token) in tokens.iter().enumerate() {
        let Token::Tag(tag) = token else { continue };
        if tag.name == "br" {
            kept.insert(index);
        } else if !INLINE.contains(&tag.name.as_str()) {
        } else if !tag.closing && open.len() < MAX_DEPTH {
            open.push((&tag.name, index));
        } else if tag.closing
            && let Some(pair) = open.iter().rposition(|(name, _)| *name == tag.name)
        {
            open.truncate(pair + 1);
            kept.extend(open.pop().map(|(_, start)| start));
            kept.insert(index);
        }
    }
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Tag(tag) if kept.contains(&index) && tag.name == "br" => html.push_str("<br>"),
            Token::Tag(tag) if kept.contains(&index) && tag.closing => {
                html.push_str(&format!("</{}>", tag.name));
            }
            Token::Tag(tag) if kept.contains(&index) => html.push_str(&opening(tag)),
            Token::Tag(tag) => escape(tag.raw, html),
            Token::Text(text) => escape(text, html),
        }
    }
    !kept.is_empty()
}

/// A tag written anew: its name, and the attributes that are allowed.
fn opening(tag: &Tag<'_>) -> String {
    // Written anew and never copied: what is not on the list cannot come along.
    let mut html = format!("<{}", tag.name);
    let title = tag.attributes.iter().find(|(name, _)| name == "title");
    if let Some((_, title)) = title {
        html.push_str(" title=\"");
        escape_attribute(title, &mut html);
        html.push('"');
    }
    if tag.name == "details" && tag.attributes.iter().any(|(name, _)| name == "open") {
        html.push_str(" open");
    }
    html.push('>');
    html
}
