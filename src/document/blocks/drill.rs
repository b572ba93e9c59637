//! `drill` blocks: a text to judge, with the errors that were put into it. A
//! drill without errors is a fair one.

use std::ops::Range;

use crate::diagnostic::rules::body::{pb220_block_key, pb222_block_incomplete, pb224_drill_quote};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::excerpts::{Drill, DrillError};
use crate::document::markdown::fence::Fence;
use crate::document::names::BlockKey;
use crate::domain::{ErrorKind, Verdict};
use crate::language::Language;

use super::caught::{read_word, report_keys, word};
use super::keyed::{self, BlockField, ERROR_KEYS};
use super::quoted::QuotableText;

const KEYS: [BlockKey; 7] = [
    BlockKey::Context,
    BlockKey::Text,
    BlockKey::Error,
    BlockKey::Kind,
    BlockKey::Why,
    BlockKey::HowToCheck,
    BlockKey::Verdict,
];

/// More errors than anybody looks for in one text.
// Each quote is looked for in the whole text, so their number bounds the work on a block.
const MAX_ERRORS: usize = 100;

/// Reads a block. None when it has no text to judge.
pub(in crate::document) fn read(
    fence: &Fence,
    place: impl Fn(Range<usize>) -> Place,
    language: &'static Language,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Drill> {
    let keyed = keyed::read(&fence.text, &KEYS, &ERROR_KEYS);
    let at = |range| place(fence.place(range));
    report_keys(&keyed, "drill", &KEYS, language, &at, diagnostics);
    let text = keyed.field(BlockKey::Text).map(|field| field.lines.clone());
    let verdict = word(&keyed, BlockKey::Verdict, Verdict::ALL, Verdict::as_str, &at, diagnostics);
    let mut missing = Vec::new();
    if text.is_none() {
        missing.push(BlockKey::Text.written(language));
    }
    if keyed.field(BlockKey::Verdict).is_none() {
        missing.push(BlockKey::Verdict.written(language));
    }
    if !missing.is_empty() {
        let at = place(fence.opening());
        diagnostics.push(pb222_block_incomplete::drill(at, &missing, text.is_some()));
    }
    // Without a verdict a drill still teaches, without a text there is nothing to judge.
    let text = text?;
    let errors = errors(&keyed.fields, &text, language, &at, diagnostics);
    // Documents to look things up in: each line stays one.
    let context = keyed.field(BlockKey::Context).map(|field| field.lines.trim().to_owned());
    Some(Drill { context, text, errors, verdict })
}

/// The seeded errors: each `Error` with the keys up to the next one.
fn errors(
    fields: &[BlockField],
    text: &str,
    language: &'static Language,
    at: &impl Fn(Range<usize>) -> Place,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<DrillError> {
    let mut errors: Vec<DrillError> = Vec::new();
    // Whether the keys that follow belong to an error, and to one that counts.
    let mut current: Option<bool> = None;
    let mut misquoted = 0;
    // Prepared once: comparing each quote with the raw text took 20 s for a block of 200 kB.
    let text = QuotableText::new(text);
    for field in fields {
        let value = || Some(field.line()).filter(|line| !line.is_empty());
        match field.key {
            // Misquoted ones are counted too: each costs a search and a message.
            BlockKey::Error if errors.len() == MAX_ERRORS || misquoted == MAX_ERRORS => {
                diagnostics.push(pb224_drill_quote::too_many(at(field.range.clone()), MAX_ERRORS));
                break;
            }
            BlockKey::Error => {
                let written = field.line();
                let quote = text.quote(&written);
                current = Some(quote.is_ok());
                match quote {
                    Ok(quote) => {
                        errors.push(DrillError { quote, kind: None, why: None, how_to_check: None })
                    }
                    Err(times) => {
                        misquoted += 1;
                        let place = at(field.range.clone());
                        diagnostics.push(pb224_drill_quote::times(place, &written, times));
                    }
                }
            }
            BlockKey::Kind | BlockKey::Why | BlockKey::HowToCheck => {
                // What is said of an error that was misquoted
                // has nowhere to go; its quote has the message.
                let (Some(true), Some(error)) = (current, errors.last_mut()) else {
                    if current.is_none() {
                        let name = field.key.written(language);
                        let place = at(field.key_range.clone());
                        diagnostics.push(pb220_block_key::before_error(place, name));
                    }
                    continue;
                };
                // The first of each counts.
                match field.key {
                    BlockKey::Why => error.why = error.why.take().or_else(value),
                    BlockKey::HowToCheck => {
                        error.how_to_check = error.how_to_check.take().or_else(value);
                    }
                    _ => {
                        let all = ErrorKind::ALL;
                        let kind = read_word(field, all, ErrorKind::as_str, at, diagnostics);
                        error.kind = error.kind.or(kind);
                    }
                }
            }
            _ => {}
        }
    }
    errors
}
