//! Tables: cells as the specification has them, and a region around each table
//! that scrolls by keyboard and has a name.

use std::ops::Range;

use pulldown_cmark::{Alignment, Tag};

use super::edits::Edits;
use super::escape::escape_attribute;
use super::events::Events;
use crate::language::Language;

/// Opens a cell. Alignment is a class: the published policy allows no styles.
pub(super) fn open_cell(
    is_head: bool,
    alignment: Option<Alignment>,
    direction: &str,
    html: &mut String,
) {
    html.push_str(if is_head { "<th scope=\"col\"" } else { "<td" });
    html.push_str(direction);
    match alignment {
        Some(Alignment::Left) => html.push_str(" class=\"align-left\""),
        Some(Alignment::Center) => html.push_str(" class=\"align-center\""),
        Some(Alignment::Right) => html.push_str(" class=\"align-right\""),
        Some(Alignment::None) | None => {}
    }
    html.push('>');
}

/// Puts each table of a range into a region of its own name.
pub(in crate::document) fn wrap(
    events: &Events<'_>,
    range: Range<usize>,
    language: &Language,
    edits: &mut Edits,
) {
    let mut count = 0;
    for at in range {
        if !matches!(events.tag(at), Some(Tag::Table(_))) {
            continue;
        }
        count += 1;
        let mut open =
            // A wide table scrolls by itself: without `tabindex` nobody could do so by keyboard.
            String::from("\n<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"");
        escape_attribute(&language.fill("table", &[("n", &count.to_string())]), &mut open);
        open.push_str("\">\n");
        edits.before(at, &open);
        edits.after(events.end(at), "</div>\n");
    }
}
