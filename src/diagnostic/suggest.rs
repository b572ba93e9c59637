//! "Did you mean": the nearest known word for a typo.

/// The candidate closest to `word`, if it is close enough to be meant. Swapped
/// neighbours count as one edit; up to a third of the letters may differ.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // One edit at least, or no word of two letters would ever be meant.
    within((word.chars().count() / 3).max(1), word, candidates)
}

/// Like `nearest`, for words that anybody may make up: at most a fifth of the
/// letters differ, so that only a slip is taken for one.
pub fn nearest_with_few_typos<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    within((word.chars().count() / 5).max(1), word, candidates)
}

fn within<'a>(
    allowed: usize,
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // Case is no typo: `Owner` for `owner` is distance nought.
    let lower = word.to_lowercase();
    let length = word.chars().count();
    candidates
        .into_iter()
        // Each letter too many is an edit, so a sentence is compared with nothing.
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= allowed)
        .map(|candidate| {
            (strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate)
        })
        .filter(|(distance, _)| *distance <= allowed)
        // By distance, then by name: the same suggestion whatever order the candidates come in.
        .min()
        .map(|(_, candidate)| candidate)
}
