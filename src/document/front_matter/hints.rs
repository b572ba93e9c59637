//! Hints that a template of ours has behind `#`: a line that still has one was
//! filled in before it. Deliberately absent: hints that a company writes itself.

use crate::language;

/// Whether a text is a hint of a template, in any shipped language.
pub(super) fn is_hint(text: &str) -> bool {
    let words = language::shipped().iter().flat_map(|language| language.words.iter());
    let mut hints = words.filter(|(key, _)| key.starts_with("hint-"));
    hints.any(|(_, hint)| match hint.split_once('{') {
        // What is filled in follows from the playbook.
        Some((before, _)) => text.starts_with(before),
        None => text == hint,
    })
}
