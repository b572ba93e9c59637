//! HTML from events: CommonMark and GitHub's extensions as their
//! specifications write them, with every edit carried out. Raw HTML is text
//! here. Deliberately absent: any decision about a page.

use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::edits::{Edits, Replacement};
use super::escape::escape;
use super::events::Events;
use super::{code, scripts, tables};
use crate::document::body::Piece;

/// Writes a range of events.
pub(in crate::document) fn write(
    events: &Events<'_>,
    range: Range<usize>,
    edits: &Edits,
) -> Vec<Piece> {
    // One buffer for all runs; each is copied out of it at its size.
    let mut writer = Writer { html: String::with_capacity(1024), ..Writer::default() };
    let mut at = range.start;
    while at < range.end {
        let edit = edits.at(at);
        if let Some(edit) = edit {
            writer.push(&edit.before);
        }
        let mut last = at;
        match edit.and_then(|edit| edit.instead.as_ref()) {
            Some((instead, until)) => {
                writer.instead(instead);
                last = (*until).max(at);
            }
            // Never back: an edit or an event that ends before itself would repeat for ever.
            None => last = writer.event(events, at).max(last),
        }
        if let Some(edit) = edit {
            writer.html.push_str(&edit.after);
        }
        at = last + 1;
    }
    writer.finish()
}

#[derive(Default)]
struct Writer {
    pieces: Vec<Piece>,
    html: String,
    alignments: Vec<Alignment>,
    cell: usize,
    in_head: bool,
    in_body: bool,
}

impl Writer {
    fn finish(mut self) -> Vec<Piece> {
        self.flush();
        self.pieces.shrink_to_fit();
        self.pieces
    }

    fn flush(&mut self) {
        if !self.html.is_empty() {
            // A copy takes only what it needs.
            self.pieces.push(Piece::Html(self.html.clone()));
            self.html.clear();
        }
    }

    /// Adds HTML; a block of it starts a line, but leaves no blank one.
    fn push(&mut self, html: &str) {
        match html.strip_prefix('\n') {
            Some(block) => {
                self.new_line();
                self.html.push_str(block);
            }
            None => self.html.push_str(html),
        }
    }

    fn instead(&mut self, instead: &Replacement) {
        match instead {
            Replacement::Nothing => {}
            Replacement::Html(html) => self.push(html),
            Replacement::Text(text) => escape(text, &mut self.html),
            Replacement::Piece(piece) => {
                // A block starts a line, as a plain one does; links and images stand within one.
                if matches!(piece, Piece::Code(_)) {
                    self.new_line();
                }
                self.flush();
                self.pieces.push(piece.clone());
            }
        }
    }

    /// Writes one event and gives the last one that it took.
    fn event(&mut self, events: &Events<'_>, at: usize) -> usize {
        match events.get(at) {
            Some(Event::Start(tag)) => return self.start(events, at, tag),
            Some(Event::End(tag)) => self.end(*tag),
            Some(Event::Text(text)) => escape(text, &mut self.html),
            Some(Event::Code(text)) => {
                self.html.push_str("<code>");
                escape(text, &mut self.html);
                self.html.push_str("</code>");
            }
            Some(Event::Html(text) | Event::InlineHtml(text)) => escape(text, &mut self.html),
            Some(Event::SoftBreak) => self.html.push('\n'),
            Some(Event::HardBreak) => self.html.push_str("<br>\n"),
            Some(Event::Rule) => {
                self.new_line();
                self.html.push_str("<hr>\n");
            }
            Some(Event::FootnoteReference(label)) => {
                self.html.push_str("[^");
                escape(label, &mut self.html);
                self.html.push(']');
            }
            Some(Event::TaskListMarker(done)) => {
                let checked = if *done { " checked" } else { "" };
                let _ = write!(self.html, "<input type=\"checkbox\" disabled{checked}> ");
            }
            Some(Event::InlineMath(_) | Event::DisplayMath(_)) | None => {}
        }
        at
    }

    fn new_line(&mut self) {
        if !self.html.is_empty() && !self.html.ends_with('\n') {
            self.html.push('\n');
        }
    }

    fn start(&mut self, events: &Events<'_>, at: usize, tag: &Tag<'_>) -> usize {
        if !super::events::is_inline(&tag.to_end()) && !matches!(tag, Tag::TableCell) {
            self.new_line();
        }
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => {
                let _ = write!(self.html, "<p{}>", direction(events, at));
            }
            Tag::Heading { level, .. } => {
                let _ = write!(self.html, "<h{}{}>", number(*level), direction(events, at));
            }
            Tag::BlockQuote(kind) => self.html.push_str(block_quote(*kind)),
            Tag::CodeBlock(info) => return self.code_block(events, at, info),
            Tag::List(None) => {
                let _ = writeln!(self.html, "<ul{}>", direction(events, at));
            }
            Tag::List(Some(1)) => {
                let _ = writeln!(self.html, "<ol{}>", direction(events, at));
            }
            Tag::List(Some(first)) => {
                let _ = writeln!(self.html, "<ol start=\"{first}\"{}>", direction(events, at));
            }
            Tag::Item => self.html.push_str("<li>"),
            Tag::Table(alignments) => {
                self.alignments.clone_from(alignments);
                self.in_body = false;
                self.html.push_str("<table>\n");
            }
            Tag::TableHead | Tag::TableRow => self.row(matches!(tag, Tag::TableHead)),
            Tag::TableCell => {
                let alignment = self.alignments.get(self.cell).copied();
                tables::open_cell(self.in_head, alignment, direction(events, at), &mut self.html);
            }
            Tag::Emphasis => self.html.push_str("<em>"),
            Tag::Strong => self.html.push_str("<strong>"),
            Tag::Strikethrough => self.html.push_str("<del>"),
            // Links and images are slots, and what is unsafe is text: both
            // come as edits. The rest is not switched on.
            _ => {}
        }
        at
    }

    fn row(&mut self, is_head: bool) {
        self.cell = 0;
        self.in_head = is_head;
        // The parser has no event for the body of a table.
        if !is_head && !self.in_body {
            self.in_body = true;
            self.html.push_str("<tbody>\n");
        }
        self.html.push_str(if is_head { "<thead>\n<tr>\n" } else { "<tr>\n" });
    }

    fn code_block(&mut self, events: &Events<'_>, at: usize, info: &CodeBlockKind<'_>) -> usize {
        let language = match info {
            CodeBlockKind::Fenced(info) => code::language(info),
            CodeBlockKind::Indented => String::new(),
        };
        code::open(&language, &mut self.html);
        for event in events.inside(at) {
            if let Some(Event::Text(text)) = events.get(event) {
                escape(text, &mut self.html);
            }
        }
        self.html.push_str(code::CLOSE);
        events.end(at)
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.html.push_str("</p>\n"),
            TagEnd::Heading(level) => {
                let _ = writeln!(self.html, "</h{}>", number(level));
            }
            TagEnd::BlockQuote(None) => self.html.push_str("</blockquote>\n"),
            TagEnd::BlockQuote(Some(_)) => self.html.push_str("</aside>\n"),
            TagEnd::List(true) => self.html.push_str("</ol>\n"),
            TagEnd::List(false) => self.html.push_str("</ul>\n"),
            TagEnd::Item => self.html.push_str("</li>\n"),
            TagEnd::Table => {
                // A table may have a head alone.
                self.html.push_str(if self.in_body { "</tbody></table>\n" } else { "</table>\n" });
            }
            TagEnd::TableHead => self.html.push_str("</tr>\n</thead>\n"),
            TagEnd::TableRow => self.html.push_str("</tr>\n"),
            TagEnd::TableCell => {
                self.html.push_str(if self.in_head { "</th>\n" } else { "</td>\n" });
                self.cell += 1;
            }
            TagEnd::Emphasis => self.html.push_str("</em>"),
            TagEnd::Strong => self.html.push_str("</strong>"),
            TagEnd::Strikethrough => self.html.push_str("</del>"),
            _ => {}
        }
    }
}

/// An attribute for the element at an event, if there is text in it that runs from
/// right to left: its own first letter decides then, and not the page's language.
pub(super) fn direction(events: &Events<'_>, at: usize) -> &'static str {
    let range = events.range(at);
    if events.runs_left && events.source_of(range).chars().any(scripts::runs_left) {
        " dir=\"auto\""
    } else {
        ""
    }
}

/// `h1` is 1.
pub(in crate::document) fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn block_quote(kind: Option<BlockQuoteKind>) -> &'static str {
    match kind {
        None => "<blockquote>\n",
        Some(BlockQuoteKind::Note) => "<aside class=\"alert alert-note\" role=\"note\">\n",
        Some(BlockQuoteKind::Tip) => "<aside class=\"alert alert-tip\" role=\"note\">\n",
        Some(BlockQuoteKind::Important) => {
            "<aside class=\"alert alert-important\" role=\"note\">\n"
        }
        Some(BlockQuoteKind::Warning) => "<aside class=\"alert alert-warning\" role=\"note\">\n",
        Some(BlockQuoteKind::Caution) => "<aside class=\"alert alert-caution\" role=\"note\">\n",
    }
}
