//! The title of a page that stands above its text once more, as a word processor has it:
//! a line of its own. It is read as the heading that it was, which nobody has to be told of.

use pulldown_cmark::{Event, Tag};

use super::context::MendContext;
use super::text::Mend;
use crate::document::markdown::events::Events;
use crate::document::titles;

pub(super) fn find(events: &Events<'_>, context: &MendContext<'_>) -> Option<Mend> {
    let first = events.children(events.all()).next()?;
    let Some(Tag::Paragraph) = events.tag(first) else { return None };
    let line = events.inside(first);
    let Some(Event::Text(text)) = events.get(line.start).filter(|_| line.len() == 1) else {
        return None;
    };
    let is_title = context.title.is_some_and(|title| titles::same(title, text));
    is_title.then(|| Mend::insert(events.range(first).start, "# "))
}
