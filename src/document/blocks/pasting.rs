//! How people write what may be pasted and what never: "May paste: the question.",
//! "You may paste the question. Do not paste prices.", "Preise nie einfügen." A text
//! enters; clauses leave, each with what it says. In doubt a sentence forbids: nothing
//! that forbids may be shown as allowed.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::document::names::{BlockKey, fold};
use crate::language;

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// What it says, if anything of pasting.
    pub(super) key: Option<BlockKey>,
    /// Without the words that say so, where they come first.
    pub(super) text: String,
}

/// Cuts a text where it begins to say something else of pasting.
pub(super) fn clauses(text: &str) -> Vec<Clause> {
    let mut clauses = Vec::new();
    for sentence in sentences(text) {
        self::sentence(sentence.trim(), &mut clauses);
    }
    clauses
}

/// Whether a text begins with one of the names.
pub(in crate::document) fn begins(text: &str) -> bool {
    let sentence = Sentence::read(text);
    sentence.name_at(0).is_some_and(|name| name.has_colon)
}

/// How a text is cut: after signs that end a sentence, and at line ends.
fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let ends = match sign {
            '\n' | '|' | '\u{2022}' => true,
            '.' | ';' | '!' | '?' => signs.peek().is_some_and(|(_, next)| next.is_whitespace()),
            _ => false,
        };
        if ends {
            let end = at + sign.len_utf8();
            sentences.push(text.get(start..end).unwrap_or_default());
            start = end;
        }
    }
    sentences.push(text.get(start..).unwrap_or_default());
    sentences.into_iter().filter(|it| !it.trim().is_empty()).collect()
}

fn sentence(text: &str, clauses: &mut Vec<Clause>) {
    let sentence = Sentence::read(text);
    let say = |key, text: &str| Clause { key, text: trimmed(text).to_owned() };
    let Some(name) = sentence.first_name() else {
        clauses.push(Clause { key: sentence.gist(), text: open(text) });
        return;
    };
    let before = text.get(..name.range.start).unwrap_or_default();
    let after = text.get(name.range.end..).unwrap_or_default();
    // "What you may paste:" has a name with a few words before it that say nothing.
    let leads = sentence.words.iter().take(name.word).all(|word| WORDS.lead.contains(&word.folded));
    if leads {
        clauses.push(Clause { key: Some(name.key), text: String::new() });
        rest(name.key, after, clauses);
    } else if !after.contains(char::is_alphanumeric) {
        // "Preise nie einfügen."
        clauses.push(say(Some(name.key), text));
    } else {
        self::sentence(before, clauses);
        clauses.push(Clause { key: Some(name.key), text: String::new() });
        rest(name.key, after, clauses);
    }
}

/// What follows a name, up to the next one that says something else.
fn rest(key: BlockKey, text: &str, clauses: &mut Vec<Clause>) {
    let sentence = Sentence::read(text);
    let other = sentence.first_name().filter(|name| name.key != key);
    let mut end = other.as_ref().map_or(text.len(), |name| name.range.start);
    let mut forbidden = None;
    if let Some(name) = &other {
        let after = text.get(name.range.end..).unwrap_or_default();
        let before = text.get(..end).unwrap_or_default();
        if !after.contains(char::is_alphanumeric) {
            // "the question, prices never": what is forbidden stands before the name.
            end = before.trim_end().rfind([',', ';']).unwrap_or(0);
            forbidden = Some((name.key, trimmed(text.get(end..).unwrap_or_default()).to_owned()));
        }
    }
    let own = text.get(..end).unwrap_or_default();
    if let Some(last) = clauses.last_mut() {
        last.text = if other.is_none() { open(own) } else { trimmed(own).to_owned() };
    }
    match (forbidden, other) {
        (Some((key, text)), _) => clauses.push(Clause { key: Some(key), text }),
        (None, Some(name)) => {
            clauses.push(Clause { key: Some(name.key), text: String::new() });
            rest(name.key, text.get(name.range.end..).unwrap_or_default(), clauses);
        }
        (None, None) => {}
    }
}

/// The same, with the comma at the end of a line that the next one goes on with.
fn open(text: &str) -> String {
    let comma = if text.trim_end().ends_with(',') { "," } else { "" };
    format!("{}{comma}", trimmed(text))
}

/// Without the signs and words that join a clause to the one before or after it.
fn trimmed(text: &str) -> &str {
    const JOINING: [&str; 5] = [" but", " and", " aber", " und", " or"];
    let is_sign = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ':' | ',' | '-' | '\u{2013}' | '\u{2014}' | '/' | '|' | '\u{FF1A}' | '\u{2022}'
            )
    };
    let mut text = text.trim_start_matches(is_sign).trim_end_matches(is_sign);
    for line in ["<br>", "<br/>", "<br />"] {
        text = text.strip_suffix(line).unwrap_or(text).trim_end_matches(is_sign);
    }
    JOINING
        .iter()
        .find_map(|word| text.strip_suffix(word))
        .unwrap_or(text)
        .trim_end_matches(is_sign)
}

/// A sentence in its words.
struct Sentence<'a> {
    text: &'a str,
    words: Vec<Word>,
}

struct Word {
    range: Range<usize>,
    folded: String,
}

/// A name of one of the keys in a sentence.
struct FoundName {
    key: BlockKey,
    range: Range<usize>,
    /// The number of its first word.
    word: usize,
    /// A colon, or a dash, stands behind it.
    has_colon: bool,
}

impl<'a> Sentence<'a> {
    fn read(text: &'a str) -> Self {
        let in_word = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}');
        let mut words = Vec::new();
        let mut at = 0;
        while let Some(start) = text.get(at..).and_then(|rest| rest.find(in_word)).map(|it| at + it)
        {
            let rest = text.get(start..).unwrap_or_default();
            at = start + rest.find(|c| !in_word(c)).unwrap_or(rest.len());
            let folded = fold(text.get(start..at).unwrap_or_default());
            words.push(Word { range: start..at, folded });
        }
        Self { text, words }
    }

    /// The first name that counts where it stands: at the start any, later on one with a
    /// colon or one that forbids.
    fn first_name(&self) -> Option<FoundName> {
        (0..self.words.len()).find_map(|word| {
            let name = self.name_at(word)?;
            let leads = self.words.iter().take(word).all(|word| WORDS.lead.contains(&word.folded));
            (leads || name.has_colon || name.key == BlockKey::NeverPaste).then_some(name)
        })
    }

    /// The longest name that begins with a word.
    fn name_at(&self, word: usize) -> Option<FoundName> {
        NAMES.iter().find_map(|name| {
            let words = self.words.get(word..word + name.words.len())?;
            let is_it = words.iter().zip(&name.words).all(|(word, wanted)| word.folded == *wanted);
            let range = words.first()?.range.start..words.last()?.range.end;
            // One phrase: nothing but blanks between its words.
            let between = words.windows(2).all(|pair| match pair {
                [one, next] => self
                    .text
                    .get(one.range.end..next.range.start)
                    .is_some_and(|it| it.trim().is_empty()),
                _ => true,
            });
            let after = self.text.get(range.end..).unwrap_or_default().trim_start();
            let has_colon = after.starts_with([':', '\u{FF1A}', '\u{2013}', '\u{2014}'])
                || after.starts_with("- ");
            let counts = is_it && between && (has_colon || !name.is_short);
            counts.then_some(FoundName {
                key: name.key,
                range,
                word,
                has_colon: has_colon || after.is_empty(),
            })
        })
    }

    /// What a sentence without a name says: by the verb, and the words shortly before it.
    fn gist(&self) -> Option<BlockKey> {
        /// Words between "not" and its verb.
        const NEAR: usize = 5;
        let verb = self.words.iter().position(|word| WORDS.verbs.contains(&word.folded))?;
        if self.words.iter().any(|word| WORDS.others.contains(&word.folded)) {
            return None;
        }
        // In German the verb of "Füge nie Preise ein" comes first.
        let near = self.words.get(verb.saturating_sub(NEAR)..(verb + 3).min(self.words.len()))?;
        let has = |set: &BTreeSet<String>| near.iter().any(|word| set.contains(&word.folded));
        if has(&WORDS.not) {
            Some(BlockKey::NeverPaste)
        } else {
            has(&WORDS.may).then_some(BlockKey::MayPaste)
        }
    }
}

/// A name of one of the keys, in words.
struct Name {
    key: BlockKey,
    words: Vec<String>,
    /// Counts before a colon alone.
    is_short: bool,
}

/// Names in every shipped language, the longest first: "may not paste" is no "may".
static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let mut names = Vec::new();
    for (key, short) in [(BlockKey::MayPaste, "may-short"), (BlockKey::NeverPaste, "never-short")] {
        let named = |name: &str, is_short| {
            let words = fold(name).split(' ').map(str::to_owned).collect();
            Name { key, words, is_short }
        };
        names.extend(key.names().map(|name| named(name, false)));
        names.extend(listed(short).map(|name| named(name, true)));
    }
    names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
    names
});

/// Words that say what a sentence is about.
struct Words {
    verbs: BTreeSet<String>,
    not: BTreeSet<String>,
    may: BTreeSet<String>,
    others: BTreeSet<String>,
    lead: BTreeSet<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let words = |key| listed(key).map(fold).collect();
    Words {
        verbs: words("verbs"),
        not: words("not"),
        may: words("may"),
        others: words("others"),
        lead: words("lead"),
    }
});

fn listed(key: &'static str) -> impl Iterator<Item = &'static str> {
    let of = move |language: &'static language::Language| language.paste.get(key);
    language::shipped().iter().filter_map(of).flatten().map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::clauses;
    use crate::document::names::BlockKey;

    fn read(text: &str) -> String {
        let line = |clause: &super::Clause| {
            let says = match clause.key {
                Some(BlockKey::MayPaste) => "+",
                Some(_) => "-",
                None => "?",
            };
            format!("{says} {}", clause.text)
        };
        clauses(text).iter().map(line).collect::<Vec<_>>().join(" / ")
    }

    #[test]
    fn a_sentence_says_what_may_be_pasted_and_what_never() {
        let cases = [
            ("May paste: transcript. Never paste: names", "+ transcript. / - names"),
            ("May paste: transcript; never paste: names", "+ transcript; / - names"),
            ("You may paste the question.", "+ the question."),
            ("Do not paste prices.", "- prices."),
            ("Please don\u{2019}t paste prices.", "- prices."),
            ("You may not paste prices.", "- prices."),
            ("You may paste the question, but never paste prices.", "+ the question / - prices."),
            ("You may paste the question but do not paste prices.", "+ the question / - prices."),
            ("What you may paste: the question", "+ the question"),
            ("OK to paste \u{2013} the question", "+ the question"),
            ("The question may be pasted.", "+ The question may be pasted."),
            ("Prices must never be pasted.", "- Prices must never be pasted."),
            ("Never: prices", "- prices"),
            ("May paste the question<br>Never paste prices", "+ the question / - prices"),
            ("Darf hinein: die Frage. Nie einf\u{FC}gen: Preise.", "+ die Frage. / - Preise."),
            (
                "Die Frage darf hinein. Preise nie einf\u{FC}gen.",
                "+ Die Frage darf hinein. / - Preise nie einf\u{FC}gen.",
            ),
            (
                "Darf hinein: die Frage, Preise nie einf\u{FC}gen.",
                "+ die Frage / - Preise nie einf\u{FC}gen.",
            ),
            ("Bitte keine Preise einf\u{FC}gen.", "- Bitte keine Preise einf\u{FC}gen."),
            ("Never paste:", "- "),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_sentence_that_only_speaks_of_pasting_says_nothing() {
        for text in [
            "If you cannot paste the file, type it.",
            "Paste the question into the chat.",
            "You do not need to paste all of it.",
            "The answer bank.",
            "Before you paste, take the names out: it must not show them.",
        ] {
            assert!(read(text).starts_with('?'), "{text}: {}", read(text));
        }
    }
}
