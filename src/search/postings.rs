//! Where a word stands; and numbers as text, in base 64, five bits to a letter
//! and a sixth that says that more follow: short columns compress as well as
//! bytes would.

/// Digits of base 64 that no JSON escapes.
pub const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A higher count says no more.
pub const MAX_COUNT: u8 = 15;

/// The word is in the title.
pub const TITLE: u8 = 1;
/// The word is in a heading.
pub const HEADING: u8 = 2;
/// In the summary, the keywords or among other names.
pub const SUMMARY: u8 = 4;

/// One page with a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// Number of the page.
    pub page: u32,
    /// How often, at most [`MAX_COUNT`]; 0 when the text itself lacks it.
    pub count: u8,
    /// [`TITLE`], [`HEADING`] and [`SUMMARY`].
    pub flags: u8,
}

/// Adds a number.
pub(super) fn push(text: &mut String, number: u32) {
    let mut rest = number;
    loop {
        let more = rest >> 5 != 0;
        text.push(digit((rest & 31) | if more { 32 } else { 0 }));
        rest >>= 5;
        if !more {
            return;
        }
    }
}

/// The letter of a number below 64.
pub(super) fn digit(number: u32) -> char {
    DIGITS.get(number.min(63) as usize).map_or('_', |digit| char::from(*digit))
}

/// The number of a letter; 0 for what is none.
pub(super) fn value(digit: u8) -> u32 {
    DIGITS.iter().position(|it| *it == digit).and_then(|at| u32::try_from(at).ok()).unwrap_or(0)
}

/// Every number of a text.
pub(super) fn numbers(text: &str) -> Vec<u32> {
    Numbers(text.as_bytes()).collect()
}

/// The numbers of a text.
struct Numbers<'a>(&'a [u8]);

impl Iterator for Numbers<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let (first, rest) = self.0.split_first()?;
            self.0 = rest;
            let digit = value(*first);
            // A damaged text may go on and on: what no longer fits is nothing.
            number |= (digit & 31).checked_shl(shift).unwrap_or(0);
            shift += 5;
            if digit < 32 {
                return Some(number);
            }
        }
    }
}
