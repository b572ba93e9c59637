//! Whether a blank asks for what *Never paste* forbids. Words are compared,
//! not meanings, so it says yes only when a whole phrase is there.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::excerpts::Blank;

/// Whether a word carries no meaning of its own in a list of things.
// Short on purpose: the usual lists of stop words have
// verbs and numbers that matter in a list of things.
fn is_empty(word: &str) -> bool {
    matches!(
        word,
        "a" | "all"
            | "an"
            | "and"
            | "any"
            | "as"
            | "at"
            | "by"
            | "das"
            | "der"
            | "die"
            | "do"
            | "for"
            | "from"
            | "in"
            | "into"
            | "is"
            | "it"
            | "its"
            | "no"
            | "not"
            | "oder"
            | "of"
            | "on"
            | "or"
            | "other"
            | "our"
            | "such"
            | "that"
            | "the"
            | "their"
            | "them"
            | "these"
            | "this"
            | "to"
            | "und"
            | "von"
            | "with"
            | "you"
            | "your"
    )
}

/// More phrases than anybody lists; blanks are not compared with the rest.
// They bound what each blank of each prompt costs.
const MAX_PHRASES: usize = 500;

/// The phrases of the `Never paste` lines.
pub(super) struct Forbidden {
    phrases: Vec<Phrase>,
    /// Phrases by the first of their words.
    by_word: BTreeMap<String, Vec<usize>>,
}

struct Phrase {
    written: String,
    words: BTreeSet<String>,
}

impl Forbidden {
    /// Takes lines such as "Customer e-mails, contract terms."
    pub(super) fn of(lines: &[String]) -> Self {
        let mut forbidden = Self { phrases: Vec::new(), by_word: BTreeMap::new() };
        for written in lines.iter().flat_map(|line| phrases(line)).take(MAX_PHRASES) {
            let words = words(written);
            // A phrase can only match a blank that has its
            // first word, so the others are never looked at.
            if let Some(first) = words.first() {
                let places = forbidden.by_word.entry(first.clone()).or_default();
                places.push(forbidden.phrases.len());
                forbidden.phrases.push(Phrase { written: written.to_owned(), words });
            }
        }
        forbidden
    }

    /// The phrase that a blank asks for.
    pub(super) fn phrase(&self, blank: &Blank) -> Option<&str> {
        if self.phrases.is_empty() {
            return None;
        }
        let name = words(&blank.name);
        let all: BTreeSet<String> = name.union(&words(&blank.label)).cloned().collect();
        let places = all.iter().filter_map(|word| self.by_word.get(word)).flatten();
        let phrases = places.filter_map(|place| self.phrases.get(*place));
        // One word says little: only the blank of just that name.
        let asked = |phrase: &&Phrase| match phrase.words.len() {
            // "Names" alone would forbid every blank whose label has that word.
            1 => phrase.words == name,
            _ => phrase.words.is_subset(&all),
        };
        phrases.into_iter().find(asked).map(|phrase| phrase.written.as_str())
    }
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
    // `e-mail` and `email` are one word, with a hyphen of either kind.
    let plain = text.replace(['-', '\u{2011}'], "").to_lowercase();
    let is_letter = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}');
    plain
        .split(|c: char| !is_letter(c))
        .map(|word| {
            let word = word.split(['\'', '\u{2019}']).next().unwrap_or_default();
            match word.strip_suffix('s') {
                // Not "gas" and not "address". A wrong singular
                // is harmless, both sides get the same one.
                Some(one) if word.len() > 3 && !one.ends_with('s') => one,
                _ => word,
            }
        })
        .filter(|word| !word.is_empty() && !is_empty(word))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Forbidden;
    use crate::document::excerpts::{Blank, BlankInput};

    #[test]
    fn only_a_whole_phrase_is_forbidden() {
        let lines = ["Customer e-mails, contract terms, names of their people, passwords."];
        let forbidden = Forbidden::of(&lines.map(str::to_owned));
        let asked = |name: &str, label: &str| {
            let (name, label) = (name.to_owned(), label.to_owned());
            let blank = Blank { name, label, example: None, input: BlankInput::Line };
            forbidden.phrase(&blank).map(str::to_owned)
        };
        assert_eq!(asked("contract_terms", "").as_deref(), Some("contract terms"));
        let email = asked("email", "the customer\u{2019}s email");
        assert_eq!(email.as_deref(), Some("Customer e-mails"));
        assert_eq!(asked("password", "yours").as_deref(), Some("passwords"));
        assert_eq!(asked("account_name", "the name in the CRM"), None);
        assert_eq!(asked("contract_date", "day of the contract"), None);
        assert_eq!(asked("hint", "no passwords here"), None);
    }
}
