//! Links and images become numbered slots: where they lead is decided by
//! whoever knows the other pages. An address that no page may open is no link.

use std::ops::Range;

use pulldown_cmark::{LinkType, Tag};

use super::edits::{Edits, Replacement};
use super::events::Events;
use crate::document::body::Piece;
use crate::document::card::Link;
use crate::document::url::{self, UrlKind};

/// The links and images of a body.
#[derive(Debug, Default)]
pub(in crate::document) struct Slots {
    /// By number.
    pub(in crate::document) links: Vec<Link>,
    /// Where each is used, by number.
    pub(in crate::document) ranges: Vec<Range<usize>>,
    /// The written address of each, where the file has one.
    pub(in crate::document) addresses: Vec<Option<Range<usize>>>,
    /// Brackets, titles and labels around text and address: the number and where.
    pub(in crate::document) marks: Vec<(usize, Range<usize>)>,
    /// Addresses that no page may open.
    pub(in crate::document) refused: Vec<Refused>,
    /// Links to mailboxes that bring parameters: the number, and the address as it
    /// is written. The parameters are gone from the link.
    pub(in crate::document) mailed: Vec<(usize, String)>,
}

/// A link or image that is shown as its text.
#[derive(Debug)]
pub(in crate::document) struct Refused {
    /// Where it points, as written.
    pub(in crate::document) href: String,
    /// What is wrong with it: its scheme, or `//`.
    pub(in crate::document) scheme: String,
    /// Link or image.
    pub(in crate::document) is_image: bool,
    /// Where it is used.
    pub(in crate::document) range: Range<usize>,
    /// All that is written of it besides its text.
    pub(in crate::document) marks: Vec<Range<usize>>,
}

/// Gives every link and image its number, in the order of the text.
pub(in crate::document) fn number(events: &Events<'_>, edits: &mut Edits) -> Slots {
    let mut slots = Slots::default();
    for at in events.all() {
        let (link_type, href, title, is_image) = match events.tag(at) {
            Some(Tag::Link { link_type, dest_url, title, .. }) => {
                (*link_type, dest_url, title, false)
            }
            Some(Tag::Image { link_type, dest_url, title, .. }) => {
                (*link_type, dest_url, title, true)
            }
            _ => continue,
        };
        let text = events.plain(events.inside(at));
        let href = match link_type {
            // The parser gives only what stands between the brackets.
            LinkType::Email => format!("mailto:{href}"),
            _ => href.to_string(),
        };
        let by_name = matches!(link_type, LinkType::WikiLink { .. });
        let Written { mut address, marks } =
            written(events, at, link_type, &href, is_image).unwrap_or_default();
        // Refused here and not when slots are filled, so that no later mistake can bring it back.
        // A name is looked up and never opened.
        if let Some(scheme) = refusal(&href, is_image).filter(|_| !by_name) {
            let range = events.range(at);
            let marks = marks.into_iter().chain(address).collect();
            slots.refused.push(Refused { href, scheme, is_image, range, marks });
            refuse(events, at, is_image.then_some(text), edits);
            continue;
        }
        let n = u32::try_from(slots.links.len()).unwrap_or(u32::MAX);
        let end = events.end(at);
        if is_image {
            edits.replace_all(at..=end, Replacement::Piece(Piece::Image(n)));
        } else {
            // Two slots, since what is inside a link is markup that is written like any other.
            edits.replace(at, Replacement::Piece(Piece::LinkOpen(n)));
            edits.replace(end, Replacement::Piece(Piece::LinkClose(n)));
        }
        let title = (!title.is_empty()).then(|| title.to_string());
        let href = match url::bare_mailbox(&href).map(str::to_owned) {
            Some(mailbox) => {
                slots.mailed.push((slots.links.len(), href));
                // Between `<` and `>` it is the text of the link too.
                if matches!(link_type, LinkType::Autolink | LinkType::Email) {
                    let Range { start, end } = events.range(at);
                    address = Some(start + 1..end.saturating_sub(1));
                }
                mailbox
            }
            None => href,
        };
        slots.marks.extend(marks.into_iter().map(|marks| (slots.links.len(), marks)));
        slots.links.push(Link { href, is_image, by_name, text, title });
        slots.ranges.push(events.range(at));
        slots.addresses.push(address);
    }
    slots
}

/// What is wrong with an address, if anything.
fn refusal(href: &str, is_image: bool) -> Option<String> {
    match url::classify(href) {
        UrlKind::Unsafe(scheme) => Some(scheme),
        UrlKind::Mail if is_image => Some("mailto".to_owned()),
        _ => None,
    }
}

fn refuse(events: &Events<'_>, at: usize, image_text: Option<String>, edits: &mut Edits) {
    match image_text {
        Some(text) => edits.replace_all(at..=events.end(at), Replacement::Text(text)),
        None => {
            edits.replace(at, Replacement::Nothing);
            edits.replace(events.end(at), Replacement::Nothing);
        }
    }
}

/// How a link is written: its address, and what stands around text and address.
#[derive(Default)]
struct Written {
    address: Option<Range<usize>>,
    marks: Vec<Range<usize>>,
}

/// Finds the address beside the text, or in the definition.
fn written(
    events: &Events<'_>,
    at: usize,
    link_type: LinkType,
    href: &str,
    is_image: bool,
) -> Option<Written> {
    let range = events.range(at);
    let text_end = events.inside(at).map(|event| events.range(event).end).max();
    let from = text_end.unwrap_or(range.start + 1).clamp(range.start, range.end);
    let after_text = events.source_of(from..range.end);
    let opening = range.start..range.start + if is_image { "![".len() } else { "[".len() };
    // The parser tells where a link is, and not where its address is: the twin needs that.
    let (address, marks) = match link_type {
        LinkType::Inline => {
            let bracket = from + after_text.find("](")?;
            let address = destination(events.source, bracket + 2..range.end)?;
            let marks = vec![opening, bracket..address.start, address.end..range.end];
            (address, marks)
        }
        LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut => {
            let bracket = from + after_text.find(']')?;
            let definition = events.definition(at)?;
            let text = events.source_of(definition.clone());
            let after = definition.start + label_end(text)? + 2;
            let address = destination(events.source, after..definition.end)?;
            let around = [definition.start..address.start, address.end..definition.end];
            let marks = [opening, bracket..range.end].into_iter().chain(around).collect();
            (address, marks)
        }
        _ => return None,
    };
    let written = events.source_of(address.clone());
    let bare = written.trim_start_matches('<').trim_end_matches('>');
    // Better no place than a wrong one: the twin would replace something else. Escapes and entities
    // are let pass, since what is read differs from what is written then.
    let as_read = bare == href || bare.contains(['\\', '&']);
    let found = Written { address: Some(address), marks };
    (as_read && !written.is_empty()).then_some(found)
}

/// The `]:` after a definition's label.
fn label_end(definition: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in definition.char_indices() {
        if c == ']' && !escaped && definition.get(at..).is_some_and(|r| r.starts_with("]:")) {
            return Some(at);
        }
        escaped = c == '\\' && !escaped;
    }
    None
}

/// A link destination at the start of a range, white space skipped: `<...>`,
/// or up to white space or an unbalanced `)`.
fn destination(source: &str, range: Range<usize>) -> Option<Range<usize>> {
    let text = source.get(range.clone())?;
    let trimmed = text.trim_start();
    let start = range.start + text.len() - trimmed.len();
    let in_brackets = trimmed.starts_with('<');
    let mut depth = 0usize;
    let mut escaped = false;
    let mut end = trimmed.len();
    for (at, c) in trimmed.char_indices() {
        let closes = match c {
            _ if std::mem::take(&mut escaped) => false,
            '\\' => {
                escaped = true;
                false
            }
            '>' if in_brackets => {
                end = at + 1;
                break;
            }
            _ if in_brackets => false,
            '(' => {
                depth += 1;
                false
            }
            ')' if depth > 0 => {
                depth -= 1;
                false
            }
            ')' => true,
            _ => c.is_whitespace(),
        };
        if closes {
            end = at;
            break;
        }
    }
    Some(start..start + end)
}
