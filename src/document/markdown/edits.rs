//! What a pass wants to be written in place of, before or after an event. The
//! passes of one page work on the same events without knowing each other; the
//! writer carries all of it out in one go.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::document::body::Piece;

/// Edits by event.
#[derive(Debug, Default)]
pub(in crate::document) struct Edits(BTreeMap<usize, Edit>);

/// What is written at one event.
#[derive(Debug, Default)]
pub(in crate::document) struct Edit {
    /// HTML before it.
    pub(super) before: String,
    /// Instead of it, and of all events up to the one given.
    pub(super) instead: Option<(Replacement, usize)>,
    /// HTML after it.
    pub(super) after: String,
}

/// What takes the place of events.
#[derive(Debug)]
pub(in crate::document) enum Replacement {
    /// Nothing.
    Nothing,
    /// Finished HTML.
    Html(String),
    /// Text to be escaped.
    Text(String),
    /// A slot.
    Piece(Piece),
}

impl Edits {
    /// The edit at an event.
    pub(super) fn at(&self, event: usize) -> Option<&Edit> {
        self.0.get(&event)
    }

    /// Whether something else is written instead of an event.
    pub(in crate::document) fn replaces(&self, event: usize) -> bool {
        self.at(event).is_some_and(|edit| edit.instead.is_some())
    }

    /// Writes HTML before an event, after what other passes put there.
    pub(in crate::document) fn before(&mut self, event: usize, html: &str) {
        self.0.entry(event).or_default().before.push_str(html);
    }

    /// Writes HTML after an event.
    pub(in crate::document) fn after(&mut self, event: usize, html: &str) {
        self.0.entry(event).or_default().after.push_str(html);
    }

    /// Writes something else instead of one event. The first pass to say so
    /// is the one that counts.
    pub(in crate::document) fn replace(&mut self, event: usize, instead: Replacement) {
        self.replace_all(event..=event, instead);
    }

    /// Writes something else instead of several events.
    pub(in crate::document) fn replace_all(
        &mut self,
        events: RangeInclusive<usize>,
        instead: Replacement,
    ) {
        let (first, last) = events.into_inner();
        // Passes that know most of a page come first, such as blocks before code.
        self.0.entry(first).or_default().instead.get_or_insert((instead, last));
    }

    /// Leaves several events out.
    pub(in crate::document) fn leave_out(&mut self, events: RangeInclusive<usize>) {
        self.replace_all(events, Replacement::Nothing);
    }
}
