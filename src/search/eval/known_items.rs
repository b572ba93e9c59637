//! Queries that a site's own pages should answer, made from them: words of the
//! title, rare words of the text, the same mistyped and unfinished. They tell
//! nothing of what people want, but need nobody's judgement.

use std::fmt::Write;

use crate::memo::Digest;

use super::super::build::Index;
use super::super::normalise::each_word;
use super::super::query::pages_with;
use super::super::record::PageRecord;

/// Shorter words are rarely typed alone.
const MIN_WORD_LETTERS: usize = 5;

/// A list of queries for up to `pages` pages, spread over the playbook.
pub fn known_items(
    index: &Index,
    pages: usize,
    record: impl Fn(u32) -> Option<PageRecord>,
) -> String {
    let mut list = String::from("slice\tquery\tideal\n");
    let all = index.addresses.len();
    let step = all.div_ceil(pages.max(1)).max(1);
    for number in (0..all).step_by(step) {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let Some(record) = record(number) else { continue };
        let title = rarest(index, [record.title.as_str()].into_iter());
        let texts = record.passages.iter().map(|(_, _, text)| text.as_str());
        let mut body = rarest(index, texts);
        body.retain(|word| !title.contains(word));
        let mut add = |slice: &str, words: &[String]| {
            if !words.is_empty() {
                let _ = writeln!(list, "{slice}\t{}\t{}", words.join(" "), record.url);
            }
        };
        let title: Vec<String> = title.into_iter().take(3).collect();
        add("title", &title);
        add("body", &body.into_iter().take(2).collect::<Vec<_>>());
        add("typo", &mistyped(&title, &record.url));
        add("prefix", &unfinished(&title));
    }
    list
}

/// Words of some texts, those on the fewest pages first.
fn rarest<'t>(index: &Index, texts: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for text in texts {
        each_word(text, |word, _| {
            let is_typed =
                word.chars().count() >= MIN_WORD_LETTERS && word.chars().all(char::is_alphabetic);
            if is_typed && !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        });
    }
    let mut found: Vec<(usize, String)> = words
        .into_iter()
        .map(|word| (pages_with(index, &word), word))
        .filter(|(pages, _)| *pages > 0)
        .collect();
    found.sort();
    found.into_iter().map(|(_, word)| word).collect()
}

/// With two letters of the longest word swapped, one lost or one doubled. Which
/// is decided by the page, so that a list is the same each time.
fn mistyped(words: &[String], seed: &str) -> Vec<String> {
    let seed: usize = Digest::of_bytes(seed.as_bytes()).to_string().bytes().map(usize::from).sum();
    let longest = (0..words.len()).max_by_key(|at| words.get(*at).map_or(0, String::len));
    let mut words = words.to_vec();
    if let Some(word) = longest.and_then(|at| words.get_mut(at)) {
        let mut letters: Vec<char> = word.chars().collect();
        // Never the first letter, which people seldom mistype.
        let at = 1 + seed % (letters.len() - 2);
        match seed % 3 {
            0 => letters.swap(at, at + 1),
            1 => drop(letters.remove(at)),
            _ => letters.insert(at, letters.get(at).copied().unwrap_or('e')),
        }
        *word = letters.into_iter().collect();
    }
    words
}

/// With the last word half typed.
fn unfinished(words: &[String]) -> Vec<String> {
    let mut words = words.to_vec();
    if let Some(last) = words.last_mut() {
        let letters = last.chars().count();
        *last = last.chars().take((letters * 3 / 5).max(3)).collect();
    }
    words
}
