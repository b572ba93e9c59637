//! What a page understands beyond the specification, put into its events: bare
//! addresses, `[[names]]`, the id at a heading's end, `<br>`. Later passes see
//! links, ids and breaks and need not know how they were written.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag, TagEnd};

use super::bare_links::{self, BareLink};
use super::named_links::NamedLink;

/// How far an address may go on behind a text that the parser has cut. Longer ones
/// end with the text.
const MAX_REACH: usize = 1000;

type Placed<'a> = (Event<'a>, Range<usize>);

/// Rewrites the events of a page.
pub(super) fn understood<'a>(source: &'a str, list: Vec<Placed<'a>>) -> Vec<Placed<'a>> {
    // Most pages have nothing of it, and keep their list.
    if !list.iter().any(|(event, range)| may_change(source, event, range)) {
        return list;
    }
    let mut rewriter = Rewriter { source, list: &list, out: Vec::with_capacity(list.len() + 16) };
    rewriter.rewrite();
    rewriter.out
}

/// Whether raw HTML is a break of the line, which does no harm.
pub(super) fn is_break(html: &str) -> bool {
    let inner = html.strip_prefix('<').and_then(|html| html.strip_suffix('>'));
    let name = inner.map(|inner| inner.trim_end_matches('/').trim());
    name.is_some_and(|name| name.eq_ignore_ascii_case("br"))
}

fn may_change(source: &str, event: &Event<'_>, range: &Range<usize>) -> bool {
    match event {
        Event::Text(_) => has_link(source.get(range.clone()).unwrap_or_default()),
        Event::InlineHtml(html) => is_break(html),
        Event::Start(Tag::Heading { .. }) => {
            source.get(range.clone()).is_some_and(|heading| heading.contains("{#"))
        }
        _ => false,
    }
}

fn has_link(written: &str) -> bool {
    bare_links::may_have(written) || written.contains("[[")
}

struct Rewriter<'a, 'b> {
    source: &'a str,
    list: &'b [Placed<'a>],
    out: Vec<Placed<'a>>,
}

impl<'a> Rewriter<'a, '_> {
    fn rewrite(&mut self) {
        let (mut links, mut in_code) = (0_usize, false);
        let mut at = 0;
        while let Some((event, range)) = self.list.get(at) {
            match event {
                Event::Start(Tag::Link { .. } | Tag::Image { .. }) => links += 1,
                Event::End(TagEnd::Link | TagEnd::Image) => links = links.saturating_sub(1),
                Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => in_code = true,
                Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => in_code = false,
                Event::End(TagEnd::Heading(_)) => self.take_id(),
                _ => {}
            }
            at = match event {
                Event::InlineHtml(html) if is_break(html) => {
                    self.out.push((Event::HardBreak, range.clone()));
                    at + 1
                }
                Event::Text(text) if links == 0 && !in_code => self.text(text, range, at),
                _ => {
                    self.out.push((event.clone(), range.clone()));
                    at + 1
                }
            };
        }
    }

    /// Cuts a text at its links, and gives the event to go on with.
    fn text(&mut self, text: &CowStr<'a>, range: &Range<usize>, at: usize) -> usize {
        let written = self.written(range.clone());
        if !has_link(written) {
            self.out.push((Event::Text(text.clone()), range.clone()));
            return at + 1;
        }
        let plain = written == &**text;
        let line = self.line(range);
        let mut found = Links::default();
        let (mut from, mut next) = (0, at + 1);
        while let Some((start, length, link)) = found.next(line, from) {
            if start >= written.len() {
                break;
            }
            let mut end = start + length;
            if end > written.len() {
                // The parser saw emphasis in it, as in `https://example.com/_a_/`.
                match self.covered(at, range.start + end) {
                    Some(covered) => next = covered,
                    None => end = written.len(),
                }
            }
            self.push_text(range.start + from..range.start + start, plain);
            self.push_link(range.start + start..range.start + end, link);
            from = end;
        }
        if from < written.len() {
            self.push_text(range.start + from..range.end, plain);
        } else if let Some((Event::Text(_), last)) = self.list.get(next)
            && last.start < range.start + from
        {
            self.push_text(range.start + from..last.end, false);
            next += 1;
        }
        next
    }

    /// What is written from a text on, to the end of the line or as far beyond the text
    /// as an address may reach.
    fn line(&self, text: &Range<usize>) -> &'a str {
        let end = self.source.floor_char_boundary(text.end + MAX_REACH);
        let rest = self.written(text.end..end);
        let length = rest.find('\n').unwrap_or(rest.len());
        self.written(text.start..text.end + length)
    }

    /// The event that an address ends in or before, if whole elements lie between.
    fn covered(&self, at: usize, end: usize) -> Option<usize> {
        let mut depth = 0_i32;
        for (next, (event, range)) in self.list.iter().enumerate().skip(at + 1) {
            if depth == 0 && (range.start >= end || range.end > end) {
                let is_text = matches!(event, Event::Text(_));
                return (range.start >= end || is_text).then_some(next);
            }
            match event {
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => depth += 1,
                Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => depth -= 1,
                Event::Text(_) => {}
                _ => return None,
            }
            if depth < 0 {
                return None;
            }
        }
        None
    }

    fn written(&self, range: Range<usize>) -> &'a str {
        self.source.get(range).unwrap_or_default()
    }

    fn push_text(&mut self, range: Range<usize>, plain: bool) {
        let written = self.written(range.clone());
        if !written.is_empty() {
            self.out.push((Event::Text(as_read(written, plain)), range));
        }
    }

    fn push_link(&mut self, range: Range<usize>, link: FoundLink) {
        let written = self.written(range.clone());
        let (tag, text) = match link {
            FoundLink::Bare(scheme) => {
                let text = as_read(written, !written.contains(['\\', '&']));
                let dest_url = CowStr::from(format!("{scheme}{text}"));
                (link_tag(LinkType::Autolink, dest_url), text)
            }
            FoundLink::Named(NamedLink { target, text, is_image }) => {
                let link_type = LinkType::WikiLink { has_pothole: false };
                let tag = match link_tag(link_type, CowStr::from(target)) {
                    Tag::Link { link_type, dest_url, title, id } if is_image => {
                        Tag::Image { link_type, dest_url, title, id }
                    }
                    tag => tag,
                };
                (tag, CowStr::from(text))
            }
        };
        let end = tag.to_end();
        self.out.push((Event::Start(tag), range.clone()));
        self.out.push((Event::Text(text), range.clone()));
        self.out.push((Event::End(end), range));
    }

    /// Takes `{#id}` off the end of the heading that ends here.
    fn take_id(&mut self) {
        let Some((Event::Text(_), range)) = self.out.last() else { return };
        let range = range.clone();
        let written = self.written(range.clone()).trim_end();
        let Some((before, braces)) = written.rsplit_once("{#") else { return };
        let Some(id) = braces.strip_suffix('}') else { return };
        let is_id = id.starts_with(char::is_alphanumeric)
            && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'));
        if !is_id {
            return;
        }
        self.out.pop();
        self.push_text(range.start..range.start + before.trim_end().len(), false);
        let is_heading = |it: &&mut Placed<'a>| matches!(it.0, Event::Start(Tag::Heading { .. }));
        if let Some((Event::Start(Tag::Heading { id: given, .. }), _)) =
            self.out.iter_mut().rev().find(is_heading)
        {
            *given = Some(CowStr::Borrowed(id));
        }
    }
}

enum FoundLink {
    /// What its address begins with besides.
    Bare(&'static str),
    Named(NamedLink),
}

/// The next link of either kind in a line; each is looked for once.
#[derive(Default)]
struct Links {
    bare: Option<Option<BareLink>>,
    named: Option<Option<(usize, usize, NamedLink)>>,
}

impl Links {
    /// The first link from a place on: where, how long, and what.
    fn next(&mut self, line: &str, from: usize) -> Option<(usize, usize, FoundLink)> {
        if self.bare.as_ref().is_none_or(|it| it.as_ref().is_some_and(|it| it.range.start < from)) {
            self.bare = Some(bare_links::next(line, from));
        }
        if self.named.as_ref().is_none_or(|it| it.as_ref().is_some_and(|it| it.0 < from)) {
            self.named = Some(named(line, from));
        }
        let bare = self.bare.as_ref().and_then(Option::as_ref);
        let named = self.named.as_ref().and_then(Option::as_ref);
        match (bare, named) {
            (Some(bare), named) if named.is_none_or(|it| bare.range.start < it.0) => {
                Some((bare.range.start, bare.range.len(), FoundLink::Bare(bare.scheme)))
            }
            (_, named) => named.cloned().map(|(at, length, it)| (at, length, FoundLink::Named(it))),
        }
    }
}

fn named(line: &str, from: usize) -> Option<(usize, usize, NamedLink)> {
    let rest = line.get(from..)?;
    rest.match_indices("[[").find_map(|(found, _)| {
        let brackets = from + found;
        let embeds = line.get(..brackets)?.ends_with('!');
        let at = brackets - usize::from(embeds);
        let before = line.get(..at)?.chars().next_back();
        // `list[[1]]` is code, and a backslash says that the brackets are meant.
        let is_apart = before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '\\' | ']'));
        let (link, length) = NamedLink::read(line.get(at..)?)?;
        (is_apart && at >= from).then_some((at, length, link))
    })
}

fn link_tag(link_type: LinkType, dest_url: CowStr<'_>) -> Tag<'_> {
    Tag::Link { link_type, dest_url, title: CowStr::Borrowed(""), id: CowStr::Borrowed("") }
}

/// A piece of a text as the specification reads it. `plain` when that is as it is
/// written.
fn as_read(written: &str, plain: bool) -> CowStr<'_> {
    if plain || !written.contains(['\\', '&']) {
        return CowStr::Borrowed(written);
    }
    // Words around it, or the parser would take the blanks at its ends for a line's own.
    let around = format!("x{written}x");
    let mut read = String::with_capacity(written.len());
    for event in Parser::new(&around) {
        if let Event::Text(text) | Event::Code(text) = event {
            read.push_str(&text);
        }
    }
    let inner = read.get(1..read.len().saturating_sub(1)).unwrap_or(written);
    CowStr::from(inner.to_owned())
}
