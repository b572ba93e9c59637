//! A text with a few changes, and the way back from each of its places to the
//! text as it was written. Deliberately absent: what is changed, and why.

use std::ops::Range;
use std::sync::Arc;

/// A change of a text: what stands in place of a range.
#[derive(Debug)]
pub(in crate::document) struct Mend {
    pub(in crate::document) range: Range<usize>,
    pub(in crate::document) instead: String,
}

impl Mend {
    /// Adds something and takes nothing away.
    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self { range: at..at, instead: text.into() }
    }
}

/// A text after its mends.
#[derive(Debug)]
pub(in crate::document) struct MendedText {
    pub(in crate::document) text: Arc<str>,
    /// In order and without overlap: what was there, and what is there now.
    changes: Vec<(Range<usize>, Range<usize>)>,
}

impl MendedText {
    /// Carries the mends out. Of two that overlap the first one counts.
    pub(in crate::document) fn of(text: &str, mut mends: Vec<Mend>) -> Self {
        mends.sort_by_key(|mend| (mend.range.start, mend.range.end));
        let mut mended = String::with_capacity(text.len() + 16 * mends.len());
        let mut changes = Vec::with_capacity(mends.len());
        let mut from = 0;
        for Mend { range, instead } in mends {
            if range.start < from {
                continue;
            }
            mended.push_str(text.get(from..range.start).unwrap_or_default());
            let start = mended.len();
            mended.push_str(&instead);
            from = range.end;
            changes.push((range, start..mended.len()));
        }
        mended.push_str(text.get(from..).unwrap_or_default());
        Self { text: Arc::from(mended), changes }
    }

    /// Where a place of the mended text is in the one that was mended.
    pub(in crate::document) fn origin(&self, range: Range<usize>) -> Range<usize> {
        let start = self.place(range.start);
        start..self.place(range.end).max(start)
    }

    fn place(&self, at: usize) -> usize {
        let before = self.changes.partition_point(|(_, now)| now.start <= at);
        match before.checked_sub(1).and_then(|last| self.changes.get(last)) {
            None => at,
            Some((was, now)) if at < now.end => was.start + (at - now.start).min(was.len()),
            Some((was, now)) => was.end + (at - now.end),
        }
    }
}

/// One reading of a text: each mends what hid the next fault.
#[derive(Clone, Copy)]
pub(in crate::document) struct Round<'a> {
    pub(super) text: &'a str,
    before: Option<(&'a MendedText, &'a Round<'a>)>,
    number: usize,
}

impl<'a> Round<'a> {
    /// The reading of a text as it was written.
    pub(in crate::document) fn first(text: &'a str) -> Self {
        Self { text, before: None, number: 0 }
    }

    /// The reading of what this one has mended.
    pub(in crate::document) fn next(&'a self, mended: &'a MendedText) -> Self {
        Self { text: &mended.text, before: Some((mended, self)), number: self.number + 1 }
    }

    /// How many readings came before it.
    pub(super) fn number(&self) -> usize {
        self.number
    }

    /// The line of a place, as the writer counts it.
    pub(super) fn line(&self, at: usize) -> usize {
        match self.before {
            Some((mended, before)) => before.line(mended.place(at)),
            None => {
                let before = self.text.as_bytes().get(..at).unwrap_or_default();
                1 + memchr::memchr_iter(b'\n', before).count()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Mend, MendedText};

    #[test]
    fn every_place_leads_back_to_where_it_was_written() {
        let mends = vec![
            Mend { range: 4..6, instead: "XYZ".to_owned() },
            Mend::insert(2, "++"),
            Mend { range: 7..8, instead: String::new() },
        ];
        let mended = MendedText::of("abcdefghij", mends);
        assert_eq!(&*mended.text, "ab++cdXYZgij");
        let origins: Vec<usize> = (0..=12).map(|at| mended.origin(at..at).start).collect();
        assert_eq!(origins, [0, 1, 2, 2, 2, 3, 4, 5, 6, 6, 8, 9, 10]);
    }
}
