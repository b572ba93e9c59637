//! Words that mean the same here. Whoever types one finds the others too,
//! whichever of them the settings name first.

use std::collections::BTreeMap;

use super::normalise::plain;

/// What to look for as well, by what is typed. Several words can be typed, one
/// can be looked for.
pub(super) fn of(settings: &BTreeMap<String, Vec<String>>) -> BTreeMap<String, Vec<String>> {
    let mut synonyms: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (word, others) in settings {
        let word = plain(word);
        for other in others.iter().map(|other| plain(other)) {
            add(&mut synonyms, &other, &word);
            add(&mut synonyms, &word, &other);
        }
    }
    synonyms
}

fn add(synonyms: &mut BTreeMap<String, Vec<String>>, typed: &str, found: &str) {
    // Words are looked up one by one: several of them cannot be found as one.
    if typed.is_empty() || found.is_empty() || found.contains(' ') || typed == found {
        return;
    }
    let found = found.to_owned();
    let known = synonyms.entry(typed.to_owned()).or_default();
    if !known.contains(&found) {
        known.push(found);
    }
}
