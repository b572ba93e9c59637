//! `caught` blocks: an error that somebody caught. One that reached a customer
//! is shown only when somebody has cleared it.

use crate::diagnostic::rules::body::{
    pb220_block_key, pb221_block_word, pb222_block_incomplete, pb223_not_cleared,
};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::excerpts::Caught;
use crate::document::markdown::fence::Fence;
use crate::document::names::{BlockKey, fold};
use crate::domain::{ErrorKind, Reached};
use crate::language::Language;

use super::keyed::{self, Keyed, LeftOut};

/// The keys of a block, in the order in which they are told.
pub(super) const KEYS: [BlockKey; 9] = [
    BlockKey::Said,
    BlockKey::Fact,
    BlockKey::Noticed,
    BlockKey::Kind,
    BlockKey::Reached,
    BlockKey::Cost,
    BlockKey::When,
    BlockKey::CaughtBy,
    BlockKey::ClearedBy,
];

/// Reads a block. None when it may not, or cannot, be shown.
pub(in crate::document) fn read(
    fence: &Fence,
    place: impl Fn(std::ops::Range<usize>) -> Place,
    language: &'static Language,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Caught> {
    let keyed = keyed::read(&fence.text, &KEYS, &[]);
    let at = |range| place(fence.place(range));
    report_keys(&keyed, "caught", &KEYS, language, &at, diagnostics);
    // A word that is not known costs the word and not the block: the story is what readers need.
    let kind = word(&keyed, BlockKey::Kind, ErrorKind::ALL, ErrorKind::as_str, &at, diagnostics);
    let reached = word(&keyed, BlockKey::Reached, Reached::ALL, Reached::as_str, &at, diagnostics);
    let required = [BlockKey::Said, BlockKey::Fact, BlockKey::Noticed];
    let missing: Vec<&str> = required
        .into_iter()
        .filter(|key| keyed.field(*key).is_none())
        .map(|key| key.written(language))
        .collect();
    let said = keyed.line(BlockKey::Said);
    let fact = keyed.line(BlockKey::Fact);
    if !missing.is_empty() {
        let shown = said.is_some() && fact.is_some();
        let at = place(fence.opening());
        diagnostics.push(pb222_block_incomplete::caught(at, &missing, shown));
    }
    let cleared_by = keyed.line(BlockKey::ClearedBy);
    // A word that cannot be read might have been "customer".
    // What a customer saw may name them: without somebody's word it is published in no form, not in
    // the twin, the log or the JSON either.
    let outside = keyed.field(BlockKey::Reached).filter(|_| {
        cleared_by.is_none() && !matches!(reached, Some(Reached::Draft | Reached::Colleague))
    });
    if let Some(field) = outside {
        let place = at(field.range.clone());
        diagnostics.push(match reached {
            Some(_) => pb223_not_cleared::caught(place),
            None => pb223_not_cleared::unclear(place),
        });
        return None;
    }
    Some(Caught {
        // Without these two there is nothing to learn from; all the rest may be filled in later.
        said: said?,
        fact: fact?,
        noticed: keyed.line(BlockKey::Noticed),
        kind,
        reached,
        cost: keyed.line(BlockKey::Cost),
        when: keyed.line(BlockKey::When),
        by: keyed.line(BlockKey::CaughtBy),
        cleared_by,
    })
}

/// Reports keys that a block does not have, keys that it has twice, and what
/// stands below none.
pub(super) fn report_keys(
    keyed: &Keyed,
    block: &str,
    keys: &[BlockKey],
    language: &'static Language,
    at: &impl Fn(std::ops::Range<usize>) -> Place,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let known: Vec<&str> = keys.iter().map(|key| key.written(language)).collect();
    let last = |last: &Option<std::ops::Range<usize>>| last.clone().map(at);
    for (LeftOut { range, last: end }, name) in &keyed.unknown {
        let found = pb220_block_key::unknown(at(range.clone()), block, name, &known);
        diagnostics.push(pb220_block_key::down_to(found, last(end)));
    }
    for (first, again) in keyed.twice() {
        let name = again.key.written(language);
        let (here, first) = (at(again.key_range.clone()), at(first.key_range.clone()));
        let found = pb220_block_key::twice(here, first, name);
        diagnostics.push(pb220_block_key::down_to(found, last(&again.last)));
    }
    if let Some(LeftOut { range, last: end }) = &keyed.keyless {
        let found = pb220_block_key::keyless(at(range.clone()), block, &known);
        diagnostics.push(pb220_block_key::down_to(found, last(end)));
    }
}

/// The value of a key that has fixed words.
pub(super) fn word<T: Copy>(
    keyed: &Keyed,
    key: BlockKey,
    all: &[T],
    as_str: fn(T) -> &'static str,
    at: &impl Fn(std::ops::Range<usize>) -> Place,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    read_word(keyed.field(key)?, all, as_str, at, diagnostics)
}

/// The value of one field that has fixed words.
pub(super) fn read_word<T: Copy>(
    field: &keyed::BlockField,
    all: &[T],
    as_str: fn(T) -> &'static str,
    at: &impl Fn(std::ops::Range<usize>) -> Place,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    let written = field.line();
    let folded = fold(&written);
    let found = all.iter().copied().find(|value| fold(as_str(*value)) == folded);
    if found.is_none() {
        let known: Vec<&str> = all.iter().map(|value| as_str(*value)).collect();
        let unknown = pb221_block_word::unknown(at(field.range.clone()), &written, &known);
        diagnostics.push(pb220_block_key::down_to(unknown, field.last.clone().map(at)));
    }
    found
}
