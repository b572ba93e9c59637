//! Changes of a page that say what they mean: one more repeat, one more who asks. A
//! page's bytes enter, its new bytes leave, and only if the page then says what it said
//! with this one thing more: it is read again to be sure. Deliberately absent: the disk.

use std::sync::Arc;

use super::front_matter::{FrontMatterText, Obstacle, Replacement};
use crate::diagnostic::Severity;
use crate::document::{self, Card, Document, DocumentKey, DocumentSettings, FileBytes};
use crate::domain::{Front, Repeat};
use crate::memo::Hashed;

/// A page as it was read.
#[derive(Clone, Debug)]
pub struct PageSource<'a> {
    /// Path from the playbook's root, with `/`.
    pub path: &'a str,
    /// The bytes of its file.
    pub bytes: &'a [u8],
    /// What a page may know of the settings.
    pub settings: &'a DocumentSettings,
}

/// The lines of a file that a change took away and brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedLines {
    /// Number of the first one, from 1.
    pub first: usize,
    /// As they were before.
    pub removed: Vec<String>,
    /// As they are now.
    pub added: Vec<String>,
}

/// The bytes of a page with one more repeat, behind those that are there.
pub fn add_repeat(page: &PageSource<'_>, repeat: &Repeat) -> Result<Vec<u8>, Obstacle> {
    let mean = |front: &mut Front| {
        if let Front::Workflow(front) = front {
            Arc::make_mut(front).repeated_by.push(repeat.clone());
        }
    };
    change(page, mean, |text| text.append("repeated_by", &entry_of(repeat)))
}

/// The bytes of a wanted page that so many have asked for.
pub fn set_seen(page: &PageSource<'_>, seen: u32) -> Result<Vec<u8>, Obstacle> {
    let mean = |front: &mut Front| {
        if let Front::Wanted(front) = front {
            front.seen = Some(seen);
        }
    };
    change(page, mean, |text| Ok(text.set("seen", &seen.to_string())))
}

/// The keys and values of a repeat, in the order in which they are written.
pub fn entry_of(repeat: &Repeat) -> Vec<(&'static str, String)> {
    let many = (repeat.n > 1).then(|| ("n", repeat.n.to_string()));
    let note = repeat.note.clone().map(|note| ("note", note));
    let (date, result) = (repeat.date.to_string(), repeat.result.as_str().to_owned());
    let who = [("who", repeat.who.clone())].into_iter().chain(many);
    who.chain([("date", date), ("result", result)]).chain(note).collect()
}

/// What a change took away and brought, as lines.
pub fn changed_lines(before: &[u8], after: &[u8]) -> ChangedLines {
    let (before, after) = (String::from_utf8_lossy(before), String::from_utf8_lossy(after));
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let alike = |(old, new): &(&&str, &&str)| old == new;
    let first = old.iter().zip(&new).take_while(alike).count();
    let rest = old.iter().rev().zip(new.iter().rev()).take_while(alike).count();
    // Lines that are alike at both ends are counted once.
    let rest = rest.min(old.len().min(new.len()) - first);
    let part = |lines: &[&str]| {
        let part = lines.get(first..lines.len() - rest).unwrap_or_default();
        part.iter().map(|line| (*line).to_owned()).collect()
    };
    ChangedLines { first: first + 1, removed: part(&old), added: part(&new) }
}

fn change(
    page: &PageSource<'_>,
    mean: impl FnOnce(&mut Front),
    make: impl FnOnce(&FrontMatterText<'_>) -> Result<Vec<Replacement>, Obstacle>,
) -> Result<Vec<u8>, Obstacle> {
    let raw = std::str::from_utf8(page.bytes).map_err(|_| Obstacle::Unreadable)?;
    let before = read(page, page.bytes);
    let card = before.card.as_ref().ok_or(Obstacle::Unreadable)?;
    let text = FrontMatterText::of(raw, &before.map)?;
    let bytes = applied(raw, make(&text)?).into_bytes();
    let mut meant = Card::clone(card);
    mean(&mut meant.front);
    let after = read(page, &bytes);
    // The reader forgives much, and reads on: only its own word says that nothing else moved.
    let is_meant = after.card.as_deref() == Some(&meant);
    let errors =
        |of: &Document| of.diagnostics.iter().filter(|it| it.severity == Severity::Error).count();
    let is_clean = errors(&after) <= errors(&before);
    if is_meant && is_clean { Ok(bytes) } else { Err(Obstacle::NotOnly) }
}

pub(super) fn applied(raw: &str, mut changes: Vec<Replacement>) -> String {
    changes.sort_by_key(|(range, _)| range.start);
    let mut text = String::with_capacity(raw.len() + 200);
    let mut kept = 0;
    for (range, new) in changes {
        text.push_str(raw.get(kept..range.start).unwrap_or_default());
        text.push_str(&new);
        kept = range.end;
    }
    text.push_str(raw.get(kept..).unwrap_or_default());
    text
}

fn read(page: &PageSource<'_>, bytes: &[u8]) -> Document {
    document::parse(&DocumentKey {
        path: Arc::from(page.path),
        bytes: Hashed::new(FileBytes::from(bytes)),
        settings: Hashed::new(page.settings.clone()),
    })
}
