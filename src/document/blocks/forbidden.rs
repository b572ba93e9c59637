//! Whether a blank asks for what *Never paste* forbids. Words are compared,
//! not meanings, so it says yes only when a whole phrase is there.

use std::collections::BTreeSet;

use crate::document::excerpts::Blank;

/// Words that carry no meaning of their own in a list of things.
const EMPTY: [&str; 40] = [
    "a", "all", "an", "and", "any", "as", "at", "by", "do", "for", "from", "in", "into", "is",
    "it", "its", "no", "not", "of", "on", "or", "other", "our", "such", "that", "the", "their",
    "them", "these", "this", "to", "with", "you", "your", "und", "oder", "der", "die", "das",
    "von",
];

/// The phrase of a `Never paste` line that a blank asks for.
pub(super) fn phrase<'a>(blank: &Blank, never: &'a [String]) -> Option<&'a str> {
    let name = words(&blank.name);
    let all: BTreeSet<String> = name.union(&words(&blank.label)).cloned().collect();
    let phrases = never.iter().flat_map(|line| phrases(line));
    phrases.into_iter().find(|phrase| {
        let wanted = words(phrase);
        match wanted.len() {
            0 => false,
            // One word says little: only the blank of just that name.
            1 => wanted == name,
            _ => wanted.is_subset(&all),
        }
    })
}

/// What a line lists.
fn phrases(line: &str) -> impl Iterator<Item = &str> {
    let parts = line.split([',', ';', '.', '/', '(', ')', ':']);
    let parts = parts.flat_map(|part| part.split(" or ")).flat_map(|part| part.split(" and "));
    parts.map(str::trim).filter(|phrase| !phrase.is_empty())
}

/// Words with a meaning, lower case, singular by the roughest rule, hyphens
/// and apostrophes gone.
fn words(text: &str) -> BTreeSet<String> {
    text.replace(['-', '\u{2011}'], "")
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '\u{2019}'))
        .map(|word| {
            let word = word.to_lowercase();
            let word = word.split(['\'', '\u{2019}']).next().unwrap_or_default().to_owned();
            match word.strip_suffix('s') {
                Some(one) if word.len() > 3 && !one.ends_with('s') => one.to_owned(),
                _ => word,
            }
        })
        .filter(|word| !word.is_empty() && !EMPTY.contains(&word.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::phrase;
    use crate::document::excerpts::{Blank, BlankInput};

    #[test]
    fn only_a_whole_phrase_is_forbidden() {
        let never =
            ["Customer e-mails, contract terms, names of their people, passwords.".to_owned()];
        let asked = |name: &str, label: &str| {
            let (name, label) = (name.to_owned(), label.to_owned());
            let blank = Blank { name, label, example: None, input: BlankInput::Line };
            phrase(&blank, &never).map(str::to_owned)
        };
        assert_eq!(asked("contract_terms", "").as_deref(), Some("contract terms"));
        assert_eq!(
            asked("email", "the customer\u{2019}s email").as_deref(),
            Some("Customer e-mails")
        );
        assert_eq!(asked("password", "yours").as_deref(), Some("passwords"));
        assert_eq!(asked("account_name", "the name in the CRM"), None);
        assert_eq!(asked("contract_date", "day of the contract"), None);
        assert_eq!(asked("hint", "no passwords here"), None);
    }
}
