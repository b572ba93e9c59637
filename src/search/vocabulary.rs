//! The words of a bucket, for whoever mistypes one. Loaded only when a word is
//! not found, and those of all buckets only when its first letter may be wrong.

use super::lines::encode_words;

/// Shorter words have no typos that could be told from other words, longer ones
/// are rarely words.
const WORD_LETTERS: std::ops::RangeInclusive<usize> = 3..=24;

/// The file of these words, in order, with the number of pages of each; none
/// when people type none of them.
pub(super) fn of<'w>(words: impl Iterator<Item = (&'w str, u32)>) -> Option<String> {
    let typed = words.filter(|(word, _)| is_typed(word));
    // At most 15: `lines` writes it in four bits.
    let classed = typed.map(|(word, pages)| (word, pages.max(1).ilog2().min(15)));
    let words: Vec<(&str, u32)> = classed.collect();
    (!words.is_empty()).then(|| encode_words(&words))
}

fn is_typed(word: &str) -> bool {
    WORD_LETTERS.contains(&word.chars().count()) && word.chars().all(char::is_alphabetic)
}
