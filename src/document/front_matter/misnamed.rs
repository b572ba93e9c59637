//! Keys that were taken for others: whoever writes them in another language writes
//! all of them so, and is told in one message with all of its lines. Deliberately
//! absent: which key is meant.

use std::ops::Range;

use crate::diagnostic::rules::front::pb110_misnamed_key;
use crate::diagnostic::{Diagnostic, Fix};

/// A key as it was written, and the one that it was taken for.
#[derive(Debug)]
pub(super) struct MisnamedKey {
    start: usize,
    written: String,
    key: &'static str,
}

impl MisnamedKey {
    pub(super) fn new(range: &Range<usize>, written: &str, key: &'static str) -> Self {
        Self { start: range.start, written: written.to_owned(), key }
    }
}

/// The messages, with one in place of several about such keys. Its lines are all from the first
/// such key to the last, each as it should be.
pub(super) fn in_one(
    text: &str,
    messages: Vec<Diagnostic>,
    mut keys: Vec<MisnamedKey>,
) -> Vec<Diagnostic> {
    if keys.len() < 2 {
        return messages;
    }
    keys.sort_by_key(|key| key.start);
    let code = pb110_misnamed_key::RULE.code;
    let (told, mut others): (Vec<_>, Vec<_>) = messages.into_iter().partition(|it| it.code == code);
    let Some(place) = told.iter().map(|it| it.place.clone()).min() else { return others };
    let names = keys.iter().map(|it| (it.written.as_str(), it.key));
    let message = pb110_misnamed_key::read_as_others(place, names);
    let fixes = told.iter().filter_map(|it| it.fix.as_ref());
    let start = fixes.clone().map(|fix| fix.start).min();
    let end = fixes.clone().map(|fix| fix.end).max();
    let Some((start, end)) = start.zip(end) else {
        others.push(message);
        return others;
    };
    // A line between them that has a fault of its own must not be pasted as it was.
    let is_inside = |fix: &&Fix| start <= fix.start && fix.start < fix.end && fix.end <= end;
    let mut inside: Vec<&Fix> = fixes.collect();
    inside.extend(others.iter().filter_map(|it| it.fix.as_ref()).filter(is_inside));
    inside.sort_by_key(|fix| (fix.start, fix.end));
    let mut lines = String::new();
    let mut kept = start;
    for fix in inside.into_iter() {
        // Of those that share a line, each has all of it.
        if fix.start < kept {
            continue;
        }
        lines.push_str(text.get(kept as usize..fix.start as usize).unwrap_or_default());
        lines.push_str(&fix.text);
        kept = fix.end;
    }
    lines.push_str(text.get(kept as usize..end as usize).unwrap_or_default());
    others.push(message.pasted(start as usize..end as usize, lines));
    others
}
