//! Words that a page would lose: those of one text that are in no other. Deliberately
//! absent: their order and how often each stands there.

use std::collections::BTreeSet;

/// The words of `text` that none of `others` has, each once, in the order of the text.
pub(super) fn missing<'t>(text: &'t str, others: &[&str]) -> Vec<&'t str> {
    let kept: BTreeSet<String> =
        others.iter().flat_map(|other| split(other)).map(str::to_lowercase).collect();
    let mut told = BTreeSet::new();
    let is_new = |word: &&str| {
        let word = word.to_lowercase();
        !kept.contains(&word) && told.insert(word)
    };
    split(text).filter(is_new).collect()
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
