//! Markup of other tools that the specification leaves as text: a table of
//! shapes, each a pattern and what to write instead. Code is never looked at.
//! Deliberately absent: what is understood, which is a link or a box by now.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;
use pulldown_cmark::{CodeBlockKind, Event, Tag};
use regex::{Captures, Regex};

use super::boxes::box_kind;
use super::emoji::emoji;
use super::events::Events;
use crate::diagnostic::rules::body::pb241_leftover_markup::Shape;

/// A shape that was found.
#[derive(Debug)]
pub(in crate::document) struct Leftover {
    /// In the file.
    pub(in crate::document) range: Range<usize>,
    pub(in crate::document) shape: Shape,
    /// What to write in its place, where that can be told.
    pub(in crate::document) instead: Option<String>,
}

/// A shape that a page is full of is told so often.
const MAX_OF_ONE: usize = 20;

/// How a shape is recognised.
struct Recognised {
    shape: Shape,
    /// Signs without one of which there is none: looking for them is a hundred times
    /// faster than the pattern.
    signs: &'static [&'static str],
    /// What stands in the text; the group `it`, if there is one, is what is told.
    /// `\x01` stands for whatever is no plain text, such as a link's address.
    pattern: &'static str,
    instead: fn(&Captures<'_>) -> Option<String>,
}

const fn row(
    shape: Shape,
    signs: &'static [&'static str],
    pattern: &'static str,
    instead: fn(&Captures<'_>) -> Option<String>,
) -> Recognised {
    Recognised { shape, signs, pattern, instead }
}

const SHAPES: [Recognised; 17] = [
    row(Shape::Percent, &["%%"], r"%%[^%\n]+%%|(?m:^\s*(?<it>%%)\s*$)", nothing),
    row(
        Shape::Container,
        &[":::"],
        r#"(?m)^[ \t]*(?<it>:{3,}[ \t]*\{?\.?(?<kind>[A-Za-z][\w-]*)[}]?[ \t]*(?:\[(?<title>[^\]\n]*)\])?.*)$"#,
        as_box,
    ),
    row(Shape::Container, &["::"], r"(?m)^[ \t]*(?<it>\.\. [a-z-]+::.*)$", nothing),
    row(
        Shape::Admonition,
        &["!!!", "???"],
        r#"(?m)^[ \t]*(?<it>(?:!!!|\?\?\?\+?)[ \t]+(?<kind>[a-z][a-z-]*)(?:[ \t]+"(?<title>[^"\n]*)")?)[ \t]*$"#,
        as_box,
    ),
    row(
        Shape::Shortcode,
        &["{{<", "{{%"],
        r#"\{\{[<%]\s*(?:(?<kind>alert|note|tip|hint|warning|notice|callout|admonition|info|danger)\b|[^/\s])(?:[^\n}]*?title="(?<title>[^"\n]*)")?[^\n}]*?[>%]\}\}"#,
        as_box,
    ),
    row(Shape::Template, &["{%", "{#"], r"(?:^|[^{])(?<it>\{%.*?%\}|\{#\s.*?#\})", nothing),
    row(
        Shape::Attributes,
        &[
            "{.", "{#", "{:", "{ .", "{ #", "width", "height", "align", "style", "class", "target",
            "rel",
        ],
        r"\{:?\s?[.#][A-Za-z][\w-]*[^{}\n]*\}|\{\s*(?:width|height|align|style|class|target|rel)\s*=[^{}\n]*\}",
        nothing,
    ),
    row(
        Shape::SpacedAddress,
        &["]("],
        r"(?<it>(?<text>!?\[[^\[\]\n]*\])\((?<to>[^()<>\n]*[^()<>\s] +[^()<>\n]*\.[A-Za-z][A-Za-z0-9]{1,4}(?:#[^()\n]*)?)\))",
        in_brackets,
    ),
    row(
        Shape::PartedAddress,
        &["] ("],
        r"(?<it>(?<text>!?\[[^\[\]\n]*[A-Za-z][^\[\]\n]*\]) +\((?<to>https?://[^()\s]+|[^()\s]+\.(?:md|html?|pdf|png|jpe?g|gif|webp|csv|docx|xlsx|pptx)(?:#[^()\s]*)?)\))",
        together,
    ),
    row(
        Shape::UndefinedLabel,
        &["]["],
        r"(?:^|[^\w\]\\])(?<it>(?<text>\[[^\[\]\n]+\])\[[^\[\]\n^]{2,}\])(?:$|[^\[(\w])",
        with_address,
    ),
    row(
        Shape::Emoji,
        &[":"],
        r"(?m)(?:^|[\s(\x01])(?<it>:(?<name>[a-z][a-z0-9_+-]*|[+-]1):)(?:$|[\s\x01.,;!?)])",
        sign,
    ),
    row(Shape::Formula, &["$$"], r"(?s)\$\$[^$]{1,1000}\$\$", nothing),
    row(
        Shape::Import,
        &["import ", "export "],
        r#"(?m)^(?<it>import\s[\w{}*, ]+\sfrom\s+['"][^'"\n]+['"];?|import\s+['"][^'"\n]+['"];?|export\s+(?:const|default|function)\s.*)$"#,
        nothing,
    ),
    row(
        Shape::TightHeading,
        &["##"],
        r"(?m)^(?<it>(?<marks>#{2,6})\u{a0}*(?<text>[^#\s\x01][^\n]*))$",
        with_blank,
    ),
    row(
        Shape::Highlight,
        &["=="],
        r"(?:^|[\s(\x01])(?<it>==(?<text>[^=\s](?:[^=\n]*[^=\s])?)==)",
        bold,
    ),
    row(
        Shape::Contents,
        &["[TOC]", "[toc]", "[[toc]]", "[[_TOC_]]", "[[TOC]]"],
        r"(?im)^(?<it>\[toc\]|\[\[_?toc_?\]\])\s*$",
        nothing,
    ),
    row(Shape::OpenComment, &["<!--"], "<!--", nothing),
];

static PATTERNS: LazyLock<Vec<Option<Regex>>> =
    LazyLock::new(|| SHAPES.iter().map(|it| Regex::new(it.pattern).ok()).collect());

/// Looks for every shape, in the order of the text.
pub(in crate::document) fn find(events: &Events<'_>) -> Vec<Leftover> {
    let mut found: Vec<Leftover> = events.all().filter_map(|at| drawing(events, at)).collect();
    let body = events.source_of(events.span());
    let signs = |it: &Recognised, text: &str| {
        it.signs.iter().any(|sign| memmem::find(text.as_bytes(), sign.as_bytes()).is_some())
    };
    // In the whole body first, so that few pages are copied.
    if SHAPES.iter().any(|it| it.shape != Shape::Emoji && signs(it, body)) || may_have_emoji(body) {
        let plain = plain_text(events);
        for (row, pattern) in SHAPES.iter().zip(PATTERNS.iter()) {
            if let Some(pattern) = pattern.as_ref().filter(|_| signs(row, &plain)) {
                found.extend(of_shape(events, &plain, row, pattern));
            }
        }
    }
    found.sort_by_key(|it| (it.range.start, std::cmp::Reverse(it.range.end)));
    let mut free_from = 0;
    // Of two in one place the longer is what was meant.
    found.retain(|it| {
        let is_free = it.range.start >= free_from;
        free_from = if is_free { it.range.end } else { free_from };
        is_free
    });
    found
}

/// A colon at the start of a word: colons alone are everywhere.
fn may_have_emoji(body: &str) -> bool {
    memmem::find(body.as_bytes(), b" :").is_some()
        || memmem::find(body.as_bytes(), b"\n:").is_some()
}

fn of_shape(events: &Events<'_>, plain: &str, row: &Recognised, pattern: &Regex) -> Vec<Leftover> {
    let start = events.span().start;
    let all = pattern.captures_iter(plain);
    let leftovers = all.filter_map(|found| {
        let it = found.name("it").or_else(|| found.get(0))?;
        let range = start + it.start()..start + it.end();
        // A backslash says that the sign is meant.
        let before = events.source_of(range.start.checked_sub(1)?..range.start);
        let instead = (row.instead)(&found).filter(|line| !line.contains('\x01'));
        (before != "\\").then_some(Leftover { range, shape: row.shape, instead })
    });
    leftovers.take(MAX_OF_ONE).collect()
}

/// The body with `\x01` in place of every byte that is no plain text, so that
/// places are the same in both.
fn plain_text(events: &Events<'_>) -> String {
    let span = events.span();
    let body = events.source_of(span.clone());
    let mut plain: Vec<u8> =
        body.bytes().map(|byte| if byte == b'\n' { byte } else { 1 }).collect();
    let mut code_until = 0;
    for at in events.all() {
        if let Some(Tag::CodeBlock(_) | Tag::HtmlBlock) = events.tag(at) {
            code_until = events.end(at);
        }
        if at >= code_until && matches!(events.get(at), Some(Event::Text(_))) {
            let range = events.range(at);
            let here = range.start - span.start..range.end - span.start;
            if let (Some(to), Some(from)) = (plain.get_mut(here.clone()), body.get(here)) {
                to.copy_from_slice(from.as_bytes());
            }
        }
    }
    String::from_utf8(plain).unwrap_or_default()
}

/// A block that another program would draw.
fn drawing(events: &Events<'_>, at: usize) -> Option<Leftover> {
    let Some(Tag::CodeBlock(CodeBlockKind::Fenced(info))) = events.tag(at) else { return None };
    let name = info.split(|c: char| c.is_whitespace() || c == '{').find(|it| !it.is_empty())?;
    let name = name.trim_end_matches('}').to_lowercase();
    let shape = match name.as_str() {
        "mermaid" | "plantuml" | "puml" | "graphviz" | "dot" | "d2" | "nomnoml" | "flowchart" => {
            Shape::Diagram
        }
        "math" | "latex-math" | "katex" => Shape::Formula,
        "dataview" | "dataviewjs" | "query" | "tabs" => Shape::Template,
        "note" | "tip" | "warning" | "important" | "caution" | "admonition" | "callout" => {
            Shape::Container
        }
        _ => return None,
    };
    let range = events.range(at);
    let line = events.source_of(range.clone()).lines().next().map_or(0, str::len);
    Some(Leftover { range: range.start..range.start + line, shape, instead: None })
}

fn nothing(_: &Captures<'_>) -> Option<String> {
    None
}

fn sign(found: &Captures<'_>) -> Option<String> {
    emoji(found.name("name")?.as_str()).map(str::to_owned)
}

/// `!!! warning "Title"` as a quotation.
fn as_box(found: &Captures<'_>) -> Option<String> {
    let kind = box_kind(&found.name("kind")?.as_str().to_lowercase());
    let title = found.name("title").map(|title| title.as_str().trim());
    let title = title.filter(|title| !title.is_empty());
    let title = title.map(|title| format!("\n> **{title}**\n>")).unwrap_or_default();
    Some(format!("> [!{kind}]{title}"))
}

/// `[the start](<start here.md>)`
fn in_brackets(found: &Captures<'_>) -> Option<String> {
    Some(format!("{}(<{}>)", found.name("text")?.as_str(), found.name("to")?.as_str().trim()))
}

fn together(found: &Captures<'_>) -> Option<String> {
    Some(format!("{}({})", found.name("text")?.as_str(), found.name("to")?.as_str()))
}

fn with_address(found: &Captures<'_>) -> Option<String> {
    Some(format!("{}(page.md)", found.name("text")?.as_str()))
}

fn with_blank(found: &Captures<'_>) -> Option<String> {
    Some(format!("{} {}", found.name("marks")?.as_str(), found.name("text")?.as_str()))
}

fn bold(found: &Captures<'_>) -> Option<String> {
    Some(format!("**{}**", found.name("text")?.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{PATTERNS, SHAPES};

    #[test]
    fn every_pattern_is_one() {
        for (row, pattern) in SHAPES.iter().zip(PATTERNS.iter()) {
            assert!(pattern.is_some(), "{:?}: {}", row.shape, row.pattern);
        }
    }
}
