//! How many there are of something, in words: `1 page`, `2 pages`. Only for what the
//! terminal says in English; messages have a sentence for each.

/// So many of something that is called by this word.
pub(super) fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn one_has_no_ending() {
        let of = |count| counted(count, "page");
        assert_eq!([of(0), of(1), of(2)], ["0 pages", "1 page", "2 pages"]);
    }
}
