//! How a typed word is found: as it is, by its beginning, with a typo mended,
//! cut in two, or at least by its first letters. The first that gives anything
//! is taken, so that nothing is guessed where something is known.

use std::cmp::Reverse;

use super::super::lines::KnownWord;
use super::distance::{distance, distance_to_beginning};
use super::reader::{IndexReader, SharedLine};

/// Full weight; parts of it, like all factors, of 1,024.
pub(super) const FULL: u32 = 1024;
// The more a way guesses, the less it weighs.
const BEGINNING_ALONE: u32 = 820;
const BEGINNING_BESIDE: u32 = 420;
const JOINED: u32 = 920;
const SYNONYM: u32 = 640;
const ONE_TYPO: u32 = 800;
const TWO_TYPOS: u32 = 560;
const SAME_START: u32 = 400;

/// Lines that a beginning may stand for, those with most pages.
const MAX_PREFIX_LINES: usize = 24;
const MAX_TYPO_WORDS: usize = 3;
// A shorter word has too many others one letter away.
const MIN_LETTERS_FOR_TYPO: usize = 4;
const MIN_LETTERS_FOR_TWO_TYPOS: usize = 8;
const MIN_HALF_LETTERS: usize = 3;
const SAME_LETTERS: usize = 4;

/// How a word was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FoundBy {
    /// As typed, in any of its forms.
    Exact,
    /// Words that begin so.
    Prefix,
    /// With one or two letters mended.
    Typo,
    /// Written together with its neighbour.
    Joined,
    /// Found as two words in a row.
    Split,
    /// By its first letters.
    Beginning,
    /// Found in no way at all.
    #[default]
    None,
}

/// Lines that stand for one typed word.
#[derive(Clone, Debug, Default)]
pub(super) struct WordMatch {
    pub how: FoundBy,
    /// Each with its weight.
    pub lines: Vec<(SharedLine, u32)>,
    /// Words that were looked for.
    pub found: Vec<String>,
}

impl WordMatch {
    fn add(&mut self, how: FoundBy, word: &str, line: SharedLine, weight: u32) {
        if self.how == FoundBy::None {
            self.how = how;
        }
        self.found.push(word.to_owned());
        self.lines.push((line, weight));
    }
}

/// What a word needs beside itself.
pub(super) struct WordQuery<'w> {
    pub word: &'w str,
    /// It may be unfinished.
    pub is_last: bool,
    /// It says nothing, unless it is unfinished.
    pub is_stop: bool,
    /// It written together with a neighbour.
    pub joined: &'w [String],
    /// Words that mean the same.
    pub synonyms: &'w [String],
}

/// What is meant by a word; two when it was cut.
pub(super) fn find(reader: &mut IndexReader<'_>, asked: &WordQuery<'_>) -> Vec<WordMatch> {
    let mut meant = WordMatch::default();
    // It may be the beginning of what is being typed: `for` of `forecast`.
    if asked.is_stop {
        beginnings(reader, asked.word, true, &mut meant);
        return if meant.how == FoundBy::None { Vec::new() } else { vec![meant] };
    }
    if let Some(line) = reader.exact(asked.word) {
        meant.add(FoundBy::Exact, asked.word, line, FULL);
    }
    for joined in asked.joined {
        if let Some(line) = reader.exact(joined) {
            meant.add(FoundBy::Joined, joined, line, JOINED);
        }
    }
    for synonym in asked.synonyms {
        if let Some(line) = reader.exact(synonym) {
            meant.add(FoundBy::Exact, synonym, line, SYNONYM);
        }
    }
    if asked.is_last || meant.how == FoundBy::None {
        let beside = meant.how != FoundBy::None;
        beginnings(reader, asked.word, beside, &mut meant);
    }
    if meant.how != FoundBy::None {
        return vec![meant];
    }
    with_typos_mended(reader, asked)
}

fn beginnings(reader: &mut IndexReader<'_>, prefix: &str, beside: bool, meant: &mut WordMatch) {
    // A single letter begins a thousand words.
    if prefix.len() < 2 {
        return;
    }
    let known: Vec<String> = meant.found.clone();
    // What was found as typed must not count again as a beginning.
    let mut found: Vec<(usize, String, SharedLine)> = reader
        .beginning(prefix)
        .into_iter()
        .filter(|(_, line)| !known.iter().any(|word| line.words.contains(word)))
        .map(|(word, line)| (line.postings.len(), word, line))
        .collect();
    // Ties by word: the script has to come to the same order.
    found.sort_by(|(pages, word, _), (others, other, _)| {
        others.cmp(pages).then_with(|| word.cmp(other))
    });
    for (_, word, line) in found.into_iter().take(MAX_PREFIX_LINES) {
        let most = if beside { BEGINNING_BESIDE } else { BEGINNING_ALONE };
        meant.add(FoundBy::Prefix, &word, line, most);
    }
}

/// A candidate for what was meant.
struct Candidate {
    /// Twice the letters to mend, and one more for another first letter.
    far: usize,
    /// Of the number of its pages.
    class: u32,
    word: String,
}

impl Candidate {
    /// The nearest first, of those the most frequent.
    fn order(&self) -> (usize, Reverse<u32>, &str) {
        (self.far, Reverse(self.class), &self.word)
    }
}

fn with_typos_mended(reader: &mut IndexReader<'_>, asked: &WordQuery<'_>) -> Vec<WordMatch> {
    let letters: Vec<char> = asked.word.chars().collect();
    let near = nearest(reader, &letters, asked.is_last);
    // One typo at most: each counts two, another first letter one.
    let is_sure = near.first().is_some_and(|it| it.far < 4);
    // Two known words are likelier than two typos in one.
    if !is_sure && let Some(halves) = split(reader, asked.word) {
        return halves;
    }
    let mut meant = WordMatch::default();
    if let Some(least) = near.first().map(|it| it.far) {
        // Only the nearest: beside a word one letter away, those at two are guesses.
        for candidate in near.iter().take_while(|it| it.far == least).take(MAX_TYPO_WORDS) {
            if let Some(line) = reader.exact(&candidate.word) {
                let weight = if least < 4 { ONE_TYPO } else { TWO_TYPOS };
                meant.add(FoundBy::Typo, &candidate.word, line, weight);
            }
        }
    }
    if meant.how == FoundBy::None {
        for word in same_start(reader, &letters) {
            if let Some(line) = reader.exact(&word) {
                meant.add(FoundBy::Beginning, &word, line, SAME_START);
            }
        }
    }
    vec![meant]
}

/// Words within a typo or two, the nearest first. A wrong first letter is looked
/// for in all words.
fn nearest(reader: &mut IndexReader<'_>, letters: &[char], is_last: bool) -> Vec<Candidate> {
    if letters.len() < MIN_LETTERS_FOR_TYPO {
        return Vec::new();
    }
    let most = if letters.len() < MIN_LETTERS_FOR_TWO_TYPOS { 1 } else { 2 };
    let word: String = letters.iter().collect();
    let own = reader.vocabulary(&word);
    let mut found = within(&*own, letters, most, distance);
    // Only now: for a browser, the whole vocabulary is one file for each first letter.
    if !found.iter().any(|it| it.far < 4) {
        for words in reader.whole_vocabulary() {
            // A typo in the first letters leaves a trace in the second place: measuring every word
            // would take too long.
            let may_be = words.iter().filter(|(known, _)| is_shifted(letters, known));
            found.extend(within(may_be, letters, most, distance));
        }
    }
    if found.is_empty() && is_last {
        found = within(&*own, letters, most, distance_to_beginning);
    }
    found.sort_by(|one, other| one.order().cmp(&other.order()));
    found.dedup_by(|one, other| one.word == other.word);
    found
}

/// Whether a word's first letter may be lost, added, changed or swapped.
fn is_shifted(letters: &[char], known: &str) -> bool {
    let [first, second, ..] = letters else { return false };
    let mut known = known.chars();
    known.next() == Some(*second) || known.next().is_some_and(|it| it == *second || it == *first)
}

type Measure = fn(&[char], &[char], usize) -> Option<usize>;

fn within<'w>(
    words: impl IntoIterator<Item = &'w KnownWord<String>>,
    letters: &[char],
    most: usize,
    measure: Measure,
) -> Vec<Candidate> {
    let near = words.into_iter().filter_map(|(word, class)| {
        let known: Vec<char> = word.chars().collect();
        let far = measure(letters, &known, most)?;
        let other_first = usize::from(letters.first() != known.first());
        Some(Candidate { far: 2 * far + other_first, class: *class, word: word.clone() })
    });
    near.collect()
}

/// A word cut in two words that are both known, the first as long as can be.
fn split(reader: &mut IndexReader<'_>, word: &str) -> Option<Vec<WordMatch>> {
    let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
    let last = ends.len().checked_sub(MIN_HALF_LETTERS)?;
    for end in (MIN_HALF_LETTERS..=last).rev().filter_map(|at| ends.get(at)) {
        let (left, right) = word.split_at_checked(*end)?;
        let Some(left_line) = reader.exact(left) else { continue };
        let Some(right_line) = reader.exact(right) else { continue };
        let mut halves = [WordMatch::default(), WordMatch::default()];
        for (half, (word, line)) in halves.iter_mut().zip([(left, left_line), (right, right_line)])
        {
            half.add(FoundBy::Split, word, line, FULL);
        }
        return Some(halves.into());
    }
    None
}

/// Words that share the most first letters, at least four.
fn same_start(reader: &mut IndexReader<'_>, letters: &[char]) -> Vec<String> {
    let word: String = letters.iter().collect();
    let shared =
        |known: &str| known.chars().zip(letters).take_while(|(one, other)| one == *other).count();
    let words = reader.vocabulary(&word);
    let mut found: Vec<(usize, u32, &str)> =
        words.iter().map(|(word, class)| (shared(word), *class, word.as_str())).collect();
    found.retain(|(shared, ..)| *shared >= SAME_LETTERS);
    found.sort_by(|one, other| {
        (other.0, other.1).cmp(&(one.0, one.1)).then_with(|| one.2.cmp(other.2))
    });
    let most = found.first().map_or(0, |(shared, ..)| *shared);
    found
        .into_iter()
        .filter(|it| it.0 == most)
        .take(MAX_TYPO_WORDS)
        .map(|it| it.2.to_owned())
        .collect()
}

/// Words that are nearest to one that was not found, for a reader to choose from.
pub(super) fn suggestions(reader: &mut IndexReader<'_>, word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    // Further than a search may guess, since a reader chooses.
    let most = (letters.len() / 2).clamp(1, 3);
    let mut found = within(&*reader.vocabulary(word), &letters, most, distance);
    found.sort_by(|one, other| one.order().cmp(&other.order()));
    found.into_iter().take(MAX_TYPO_WORDS).map(|it| it.word).collect()
}
