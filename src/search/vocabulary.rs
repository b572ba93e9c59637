//! All words, for whoever mistypes one: by first letter, and by second letter
//! for when the first is wrong. Loaded only when a word is not found.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::memo::Hashed;

use super::bucket::Files;
use super::keys;

/// Shorter words have no typos that could be told from other words, longer ones
/// are rarely words.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=24;

/// A line for each word: it, a blank, the class of the number of its pages.
pub(super) fn of(buckets: &[Hashed<Files>]) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut by_second: BTreeMap<String, Vec<&(Arc<str>, u32)>> = BTreeMap::new();
    for entry in buckets.iter().flat_map(|files| &files.words).filter(|(word, _)| is_typed(word)) {
        let (word, pages) = entry;
        add(files.entry(keys::bucket(word).key()).or_default(), word, *pages);
        if let Some(second) = word.chars().nth(1) {
            by_second.entry(format!("-{second}")).or_default().push(entry);
        }
    }
    for (key, mut entries) in by_second {
        entries.sort();
        let file = files.entry(key).or_default();
        entries.into_iter().for_each(|(word, pages)| add(file, word, *pages));
    }
    files
}

fn is_typed(word: &str) -> bool {
    LETTERS.contains(&word.chars().count()) && word.chars().all(char::is_alphabetic)
}

fn add(file: &mut String, word: &str, pages: u32) {
    file.push_str(word);
    file.push(' ');
    file.push(super::postings::digit(pages.max(1).ilog2()));
    file.push('\n');
}
