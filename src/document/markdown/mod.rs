//! CommonMark with GitHub's extensions. Text enters; events with their places
//! leave, and [`html::write`] makes HTML of them. What a page wants beyond the
//! specification is said by [`Edits`], which passes over the events collect.
//! Deliberately absent: what any of it means for a write-up.

mod bare_links;
pub(super) mod boxes;
pub(super) mod code;
pub(super) mod edits;
mod emoji;
pub(super) mod escape;
pub(super) mod events;
pub(super) mod extras;
pub(super) mod fence;
pub(super) mod footnotes;
pub(super) mod headings;
pub(super) mod highlight;
pub(super) mod html;
pub(super) mod leftovers;
pub(super) mod links;
pub(super) mod lost_cells;
mod named_links;
mod page_events;
pub(super) mod raw_html;
mod scripts;
pub(super) mod tables;

pub(super) use edits::Edits;
pub(super) use events::Events;
pub use headings::anchor_of;
pub use highlight::Highlighter;
pub use named_links::NamedLink;

use super::body::Piece;
use super::card::Link;

/// A text as the specification has it, with link slots: no sections, heading
/// ids, highlighting or blocks. Raw HTML is text, and an unsafe address is no
/// link. None when it nests deeper than `nesting`.
pub fn commonmark(text: &str, nesting: u32) -> Option<(Vec<Piece>, Vec<Link>)> {
    let events = Events::read(text, 0, nesting, events::Dialect::Specification).ok()?;
    let mut edits = Edits::default();
    let slots = links::number(&events, &mut edits);
    raw_html::read(&events, false, &std::collections::BTreeSet::new(), &mut edits);
    let pieces = html::write(&events, events.all(), &edits);
    Some((pieces, slots.links))
}
