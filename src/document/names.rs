//! Names that people write: section headings and the keys of blocks, matched
//! in every shipped language after dropping emoji, case and punctuation.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use crate::domain::SectionName;
use crate::language::{self, Language};

/// A key of a `caught` or `drill` block, or of a note after a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlockKey {
    /// AI said.
    Said,
    /// In fact.
    Fact,
    /// Noticed because.
    Noticed,
    /// Kind.
    Kind,
    /// Reached.
    Reached,
    /// Cost.
    Cost,
    /// When.
    When,
    /// Caught by.
    CaughtBy,
    /// Cleared by.
    ClearedBy,
    /// Context.
    Context,
    /// Text.
    Text,
    /// Error.
    Error,
    /// Why.
    Why,
    /// How to check.
    HowToCheck,
    /// Verdict.
    Verdict,
    /// May paste.
    MayPaste,
    /// Never paste.
    NeverPaste,
    /// What a check is held against.
    Source,
    /// Who makes a check.
    By,
}

impl BlockKey {
    const ALL: [Self; 19] = [
        Self::Said,
        Self::Fact,
        Self::Noticed,
        Self::Kind,
        Self::Reached,
        Self::Cost,
        Self::When,
        Self::CaughtBy,
        Self::ClearedBy,
        Self::Context,
        Self::Text,
        Self::Error,
        Self::Why,
        Self::HowToCheck,
        Self::Verdict,
        Self::MayPaste,
        Self::NeverPaste,
        Self::Source,
        Self::By,
    ];

    /// The key in the language files.
    fn key(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::Fact => "fact",
            Self::Noticed => "noticed",
            Self::Kind => "kind",
            Self::Reached => "reached",
            Self::Cost => "cost",
            Self::When => "when",
            Self::CaughtBy => "caught-by",
            Self::ClearedBy => "cleared-by",
            Self::Context => "context",
            Self::Text => "text",
            Self::Error => "error",
            Self::Why => "why",
            Self::HowToCheck => "how-to-check",
            Self::Verdict => "verdict",
            Self::MayPaste => "may-paste",
            Self::NeverPaste => "never-paste",
            Self::Source => "source",
            Self::By => "by",
        }
    }

    /// The name that a contributor should write.
    pub(super) fn written(self, language: &'static language::Language) -> &'static str {
        let names = language.keys.get(self.key());
        names.and_then(|names| names.first()).map_or(self.key(), String::as_str)
    }

    /// Every name of this key in every shipped language.
    pub(super) fn names(self) -> impl Iterator<Item = &'static str> {
        let of = move |language: &'static language::Language| language.keys.get(self.key());
        language::shipped().iter().filter_map(of).flatten().map(String::as_str)
    }

    /// Whether `text` is a name of this key.
    pub(super) fn is(self, text: &str) -> bool {
        KEYS.get(&fold(text)).is_some_and(|keys| keys.contains(&self))
    }
}

static SECTIONS: LazyLock<HashMap<String, SectionName>> =
    LazyLock::new(|| by_name(|language| &language.sections));

static REBUILDING: LazyLock<HashMap<String, SectionName>> =
    LazyLock::new(|| by_name(|language| &language.rebuilding));

fn by_name(
    names: impl Fn(&'static Language) -> &'static BTreeMap<String, Vec<String>>,
) -> HashMap<String, SectionName> {
    let mut known = HashMap::new();
    for language in language::shipped() {
        for &section in SectionName::ALL {
            for name in names(language).get(section.as_str()).into_iter().flatten() {
                known.entry(fold(name)).or_insert(section);
            }
        }
    }
    known
}

static KEYS: LazyLock<HashMap<String, Vec<BlockKey>>> = LazyLock::new(|| {
    let mut known: HashMap<String, Vec<BlockKey>> = HashMap::new();
    for key in BlockKey::ALL {
        for name in key.names() {
            known.entry(fold(name)).or_default().push(key);
        }
    }
    known
});

/// The section that a heading names, if the contract knows it.
pub fn section(heading: &str) -> Option<SectionName> {
    named(&SECTIONS, heading)
}

/// The section that a heading names only while a redesign is being rebuilt.
pub(super) fn section_so_far(heading: &str) -> Option<SectionName> {
    named(&REBUILDING, heading)
}

/// What a heading names: as it is written, without its number, without its article.
/// The form of the site reads headings by the same rule.
fn named(names: &HashMap<String, SectionName>, heading: &str) -> Option<SectionName> {
    let of = |heading: &str| {
        let name = fold(heading);
        names.get(&name).or_else(|| names.get(without_article(&name)?)).copied()
    };
    of(heading).or_else(|| of(unnumbered(heading)?))
}

/// A folded name without the article in front of it: `the old way`; None of one that
/// has none.
fn without_article(name: &str) -> Option<&str> {
    let (article, rest) = name.split_once(' ')?;
    let is_article =
        language::shipped().iter().any(|it| it.articles.iter().any(|it| it == article));
    is_article.then_some(rest)
}

/// A heading without the number that a word processor gave it: `1.`, `2.1`, `b)`,
/// `(3)`, `IV.`; None of one that has none.
pub(super) fn unnumbered(heading: &str) -> Option<&str> {
    let (number, rest) = heading.trim_start().split_once(char::is_whitespace)?;
    let bare = number.trim_start_matches('(');
    let inner = bare.trim_end_matches(['.', ')', ':']);
    let is_number = inner.contains(|c: char| c.is_ascii_digit())
        && inner.chars().all(|c| c.is_ascii_digit() || c == '.');
    // A single letter or a Roman number is one by the sign after it alone.
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let is_roman = |c: char| matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x');
    let is_letters = inner.len() < bare.len()
        && (inner.chars().all(is_roman) || inner.chars().count() == 1 && inner.contains(is_letter));
    (is_number || !inner.is_empty() && is_letters).then_some(rest)
}

/// Lower case letters and digits, with one space between words: what is left
/// of a name without emoji, case and punctuation. A hyphen parts words.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() && !is_letter_like(c) {
            folded.extend(c.to_lowercase());
        } else if !folded.is_empty() && !folded.ends_with(' ') && !is_apostrophe(c) {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Symbols that count as letters and are drawn as emoji.
fn is_letter_like(c: char) -> bool {
    matches!(c, '\u{2100}'..='\u{214F}' | '\u{24B6}'..='\u{24E9}' | '\u{1F130}'..='\u{1F189}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

#[cfg(test)]
mod tests {
    use super::{fold, section};
    use crate::domain::SectionName;

    #[test]
    fn a_heading_is_known_without_emoji_case_and_punctuation() {
        // The form of the site reads these too: `tests/browser/form.test.mjs`.
        for line in include_str!("../../tests/headings.txt").lines() {
            let (heading, name) = line.split_once(" = ").unwrap_or((line, ""));
            let named = section(heading).map_or("", SectionName::as_str);
            assert_eq!(named, name, "{heading}");
        }
        assert_eq!(section(""), None);
        assert_eq!(fold("Don\u{2019}t  rely\u{2139}\u{FE0F}!"), "dont rely");
    }
}
