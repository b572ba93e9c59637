//! One value that a page should not hold, what it looks like, and how its message
//! reads; with what the files that look for them share. Deliberately absent: the
//! value itself, which no message repeats.

use std::ops::Range;

use crate::diagnostic::rules::body::{
    pb260_key, pb261_mail_address, pb262_phone_number, pb263_account_number,
};
use crate::diagnostic::{Diagnostic, Place};

/// Something that a page should not hold.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::document) struct SensitiveValue {
    /// Where it is in the file.
    pub(in crate::document) range: Range<usize>,
    /// What it looks like.
    pub(super) shape: Shape,
}

/// What a value looks like.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A key or token: whose it is, and how all of them begin.
    Key(&'static str, &'static str),
    /// A value that its own label calls a password, a token or a key.
    Labelled,
    /// A mail address at this domain.
    Mail(String),
    /// A phone number.
    Phone,
    /// An account at a bank, by its checksum.
    Iban,
    /// A payment card, by its checksum.
    Card,
}

impl SensitiveValue {
    /// The message about it.
    pub(in crate::document) fn told(&self, place: Place) -> Diagnostic {
        match &self.shape {
            Shape::Key(maker, begins) => pb260_key::of(place, maker, begins),
            Shape::Labelled => pb260_key::labelled(place),
            Shape::Mail(domain) => pb261_mail_address::of(place, domain),
            Shape::Phone => pb262_phone_number::of(place),
            Shape::Iban => pb263_account_number::iban(place),
            Shape::Card => pb263_account_number::card(place),
        }
    }
}

pub(super) fn add(found: &mut Vec<SensitiveValue>, range: Range<usize>, shape: Shape) {
    found.push(SensitiveValue { range, shape });
}

/// What stands right before a place: so many bytes of it that a label or the start of
/// an address is in them. More would take the square of a long line.
pub(super) fn shortly_before(text: &str, at: usize) -> &str {
    const BYTES: usize = 120;
    text.get(text.ceil_char_boundary(at.saturating_sub(BYTES))..at).unwrap_or_default()
}

/// The character before a place.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character at a place.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The runs of a text whose characters all belong to some set.
pub(super) fn runs(
    text: &str,
    belongs: impl Fn(char) -> bool,
) -> impl Iterator<Item = Range<usize>> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let tail = text.get(rest..)?;
        let start = rest + tail.find(&belongs)?;
        let run = text.get(start..)?;
        let end = start + run.find(|c| !belongs(c)).unwrap_or(run.len());
        rest = end;
        Some(start..end)
    })
}
