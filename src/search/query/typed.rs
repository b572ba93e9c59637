//! What was typed, as words and phrases.

use super::super::header::IndexHeader;
use super::super::normalise::{Compound, compounds, plain};

/// Letters of a query that are read; what is pasted by mistake may be long.
const MAX_QUERY_LETTERS: usize = 200;
const MAX_QUERY_WORDS: usize = 16;

#[derive(Clone, Debug, Default)]
pub(super) struct ParsedQuery {
    /// Its words, those that say nothing among them.
    pub compounds: Vec<Compound>,
    /// Runs in quotes, each as words with blanks.
    pub phrases: Vec<String>,
    /// All of it as words with blanks.
    pub plain: String,
}

pub(super) fn read(text: &str) -> ParsedQuery {
    let text: String = text.chars().take(MAX_QUERY_LETTERS).collect();
    let mut quoted = text.split(['"', '\u{201C}', '\u{201D}', '\u{201E}']).skip(1);
    let mut phrases = Vec::new();
    while let Some(phrase) = quoted.next() {
        let phrase = plain(phrase);
        // A single word in quotes is a word like others.
        if phrase.contains(' ') {
            phrases.push(phrase);
        }
        quoted.next();
    }
    let mut compounds = compounds(&text);
    compounds.truncate(MAX_QUERY_WORDS);
    ParsedQuery { compounds, phrases, plain: plain(&text) }
}

impl ParsedQuery {
    /// Words to look for as well as the word at `at`: what the settings say of
    /// any run of up to three words that it belongs to.
    pub(super) fn synonyms(words: &[String], at: usize, header: &IndexHeader) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for length in 1..=3_usize {
            for start in (at + 1).saturating_sub(length)..=at {
                let Some(run) = words.get(start..start + length) else { continue };
                let more = header.synonyms.get(&run.join(" "));
                found.extend(more.into_iter().flatten().cloned());
            }
        }
        found.sort();
        found.dedup();
        found
    }

    /// Pages that all of it or a run of up to three of its words names.
    pub(super) fn named(&self, header: &IndexHeader) -> NamedPages {
        let all = header.names.get(&self.plain).cloned().unwrap_or_default();
        let words: Vec<&str> = self.plain.split(' ').collect();
        let runs = (1..=3).flat_map(|length| words.windows(length));
        let some = runs.filter_map(|run| header.names.get(&run.join(" "))).flatten();
        NamedPages { some: some.copied().collect(), all }
    }
}

/// Pages that a query names.
#[derive(Clone, Debug, Default)]
pub(super) struct NamedPages {
    /// By the whole of it.
    pub all: Vec<u32>,
    /// By a part of it.
    pub some: Vec<u32>,
}
