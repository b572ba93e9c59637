//! All words by their first letter, for whoever mistypes one. Loaded only when a
//! word is not found, and all of them only when its first letter may be wrong.

use std::collections::BTreeMap;

use crate::memo::Hashed;

use super::bucket::Files;
use super::keys;
use super::lines::encode_words;

/// Shorter words have no typos that could be told from other words, longer ones
/// are rarely words.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=24;

/// The files by the beginning of their words. Each word has the class of the
/// number of its pages.
pub(super) fn of(buckets: &[Hashed<Files>]) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, Vec<(&str, u32)>> = BTreeMap::new();
    let words = buckets.iter().flat_map(|files| &files.words);
    for (word, pages) in words.filter(|(word, _)| is_typed(word)) {
        let file = files.entry(keys::bucket(word).key()).or_default();
        file.push((word, pages.max(&1).ilog2().min(15)));
    }
    files.into_iter().map(|(key, words)| (key, encode_words(&words))).collect()
}

fn is_typed(word: &str) -> bool {
    LETTERS.contains(&word.chars().count()) && word.chars().all(char::is_alphabetic)
}
