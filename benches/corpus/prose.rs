//! Running text in markdown from a vocabulary: phrases, sentences, paragraphs, lists, tables
//! and titles. Deliberately absent: links and code, which need to know the other pages and
//! languages.

use std::fmt::Write as _;

use super::{
    random::Random,
    words::{Vocabulary, Word},
};

const VERBS: [&str; 28] = [
    "Draft",
    "Check",
    "Prepare",
    "Summarise",
    "Compare",
    "Review",
    "Plan",
    "Sort",
    "Clean up",
    "Collect",
    "Explain",
    "Rewrite",
    "Translate",
    "Forecast",
    "Reconcile",
    "Shorten",
    "Answer",
    "Find",
    "Map",
    "Test",
    "Rank",
    "Outline",
    "Follow up",
    "Record",
    "Merge",
    "Price",
    "Route",
    "Close",
];
const THINGS: [&str; 32] = [
    "report",
    "brief",
    "contract",
    "invoice",
    "reply",
    "forecast",
    "agenda",
    "summary",
    "ticket",
    "proposal",
    "order",
    "survey",
    "quote",
    "handover",
    "budget",
    "policy",
    "campaign",
    "interview",
    "release notes",
    "risk list",
    "account plan",
    "stock count",
    "test plan",
    "expense claim",
    "offer letter",
    "price list",
    "case notes",
    "shift plan",
    "market scan",
    "audit trail",
    "change log",
    "call notes",
];
const JOINTS: [&str; 8] = ["for", "before", "after", "with", "from", "without", "across", "around"];

/// How many of a hundred words with a meaning were on the page before. A page is about something,
/// so that a word that was used is used again: public collections of write-ups have 0.42 different
/// stems for each word at 320 words a page and 0.33 at 790. With this it is 0.35 at 640.
const AGAIN: usize = 55;

/// A writer: the vocabulary with the stream of one page.
pub struct Prose<'a> {
    /// What the page decides by.
    pub random: Random,
    vocabulary: &'a Vocabulary,
    /// Words with a meaning, as often as they were used.
    said: Vec<&'a str>,
}

impl<'a> Prose<'a> {
    /// A writer whose text depends on the vocabulary, the seed and the stream alone.
    pub fn new(vocabulary: &'a Vocabulary, random: Random) -> Self {
        Self { random, vocabulary, said: Vec::new() }
    }

    /// A word that carries meaning.
    pub fn term(&mut self) -> &'a str {
        self.vocabulary.term(&mut self.random)
    }

    /// A word of running text: what it is about comes again and again.
    fn word(&mut self) -> &'a str {
        let word = match self.vocabulary.word(&mut self.random) {
            Word::Function(word) => return word,
            Word::Content(word) => word,
        };
        let again = self.random.below(self.said.len());
        let again = self.said.get(again).filter(|_| self.random.below(100) < AGAIN);
        let word = again.copied().unwrap_or(word);
        self.said.push(word);
        word
    }

    /// The title of a job: 8 to 80 characters.
    pub fn title(&mut self) -> String {
        let (verb, thing, joint) =
            (self.random.pick(&VERBS), self.random.pick(&THINGS), self.random.pick(&JOINTS));
        let (kind, occasion) = (self.term(), self.term());
        match self.random.below(3) {
            0 => format!("{verb} the {kind} {thing}"),
            1 => format!("{verb} a {thing} {joint} {kind} {occasion}"),
            _ => format!("{verb} the {kind} {thing} {joint} {occasion}"),
        }
    }

    /// First and last name of somebody.
    pub fn name(&mut self) -> String {
        let (first, last) =
            (self.vocabulary.coined(&mut self.random), self.vocabulary.coined(&mut self.random));
        format!("{} {}", capitalise(first), capitalise(last))
    }

    /// A heading of two to four words that belongs to no section of a contract.
    pub fn heading(&mut self) -> String {
        let mut words = vec![self.vocabulary.coined(&mut self.random)];
        for _ in 0..self.random.between(1, 3) {
            words.push(self.term());
        }
        capitalise(&words.join(" "))
    }

    /// `least` to `most` words without a mark.
    pub fn phrase(&mut self, least: usize, most: usize) -> String {
        let length = self.random.between(least, most);
        let words: Vec<&str> = (0..length).map(|_| self.word()).collect();
        words.join(" ")
    }

    /// One plain sentence: no markup, no colon, fit for front matter.
    pub fn statement(&mut self, least: usize, most: usize) -> String {
        let phrase = self.phrase(least, most);
        format!("{}.", capitalise(&phrase))
    }

    /// One sentence as in a page: commas, now and then a number, emphasis, a code span, a
    /// quotation.
    pub fn sentence(&mut self) -> String {
        let length = self.random.between(6, 24);
        let mut text = String::with_capacity(length * 8);
        for at in 0..length {
            if at > 0 {
                text.push(' ');
            }
            let word = self.word();
            let shown = match self.random.below(160) {
                0 if at > 0 => format!("**{word}**"),
                1 if at > 0 => format!("*{word}*"),
                2 if at > 0 => format!("`{word}`"),
                3 if at > 0 => format!("“{word}”"),
                4 if at > 0 => format!("{} {word}", self.random.between(2, 900)),
                _ if at == 0 => capitalise(word),
                _ => word.to_owned(),
            };
            text.push_str(&shown);
            if at > 2 && at + 3 < length && self.random.one_in(9) {
                text.push_str(self.random.pick(&[",", ",", ",", ";", " –"]));
            }
        }
        text.push(if self.random.one_in(25) { '?' } else { '.' });
        text
    }

    /// One to four sentences.
    pub fn paragraph(&mut self) -> String {
        let sentences: Vec<String> =
            (0..self.random.between(1, 4)).map(|_| self.sentence()).collect();
        sentences.join(" ")
    }

    /// Sentences that have at least `words` together.
    pub fn sentences(&mut self, words: usize) -> String {
        let mut text = self.sentence();
        while text.split(' ').count() < words {
            text.push(' ');
            text.push_str(&self.sentence());
        }
        text
    }

    /// Items with a marker each: `- `, or `1. ` when `ordered`.
    pub fn list(&mut self, ordered: bool, items: usize) -> String {
        let mut text = String::new();
        for number in 1..=items {
            let sentence = self.statement(4, 14);
            let _ = if ordered {
                writeln!(text, "{number}. {sentence}")
            } else {
                writeln!(text, "- {sentence}")
            };
        }
        text
    }

    /// A table of two to four columns.
    pub fn table(&mut self) -> String {
        let columns = self.random.between(2, 4);
        let mut text = self.row(columns, 1, 2);
        let _ = writeln!(text, "|{}", "---|".repeat(columns));
        for _ in 0..self.random.between(3, 8) {
            let row = self.row(columns, 1, 6);
            text.push_str(&row);
        }
        text
    }

    fn row(&mut self, columns: usize, least: usize, most: usize) -> String {
        let cells: Vec<String> = (0..columns).map(|_| self.phrase(least, most)).collect();
        format!("| {} |\n", cells.join(" | "))
    }
}

/// The text with its first letter in upper case.
pub fn capitalise(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
