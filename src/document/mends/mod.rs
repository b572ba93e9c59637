//! What hides the rest of a body, found in its events and mended in its text,
//! which is read again: blocks and comments that do not close, blocks that end
//! too early, lines that were meant as headings. Each mend is told. Deliberately
//! absent: faults of a line or a word, which hide nothing.

mod callouts;
mod comments;
mod context;
mod fences;
mod headings;
mod lists;
mod own_title;
mod text;

pub(super) use context::MendContext;
pub(super) use text::{Mend, MendedText, Round};

use super::markdown::Events;
use crate::diagnostic::Diagnostic;

/// A body with more faults than this is read as it stands.
// Each costs one reading of the whole text.
const MAX_ROUNDS: usize = 32;

/// What one reading found.
#[derive(Debug, Default)]
pub(super) struct Faults {
    /// What to change before the next reading; none when this one is the last.
    pub(super) mends: Vec<Mend>,
    /// What is told of it, and in the last reading of what is not mended.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Looks for faults. The first that is mended may hide or invent others, so that
/// they are left to the next reading.
pub(super) fn find(events: &Events<'_>, context: &MendContext<'_>, round: &Round<'_>) -> Faults {
    let mut unmended = Vec::new();
    let faults = fences::find(events, context, round);
    for (mends, diagnostic) in faults.chain(comments::find(events, context, round)) {
        if mends.is_empty() || round.number() >= MAX_ROUNDS {
            unmended.push(diagnostic);
        } else {
            return Faults { mends, diagnostics: vec![diagnostic] };
        }
    }
    let mut mends = callouts::find(events);
    mends.extend(own_title::find(events, context));
    let mut told = Vec::new();
    if let Some((headings, message)) = headings::find(events, context, round) {
        mends.extend(headings);
        told.push(message);
    } else {
        // After the headings, which word processors number like items.
        let (lists, messages) = lists::find(events, context);
        mends.extend(lists);
        told.extend(messages);
    }
    // Two more, for what hides nothing: the reading after them finds no more of them.
    if mends.is_empty() || round.number() > MAX_ROUNDS + 1 {
        return Faults { mends: Vec::new(), diagnostics: unmended };
    }
    Faults { mends, diagnostics: told }
}
