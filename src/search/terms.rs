//! The words of one page, counted. It depends on that page alone, so that an
//! edit of another leaves it as it is. Deliberately absent: stems, which are
//! taken once for all pages together.

use std::cmp::Ordering;
use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use crate::document::{Body, Card, Excerpts};
use crate::domain::Front;
use crate::language;
use crate::memo::{Fields, Hashed, Key};

use super::keys::{self, Bucket};
use super::normalise::{Written, each_word};
use super::passages;
use super::postings::{HEADING, MAX_COUNT, SUMMARY, TITLE};

/// Everything that the words of a page are taken from.
#[derive(Clone, Debug)]
pub struct TermsKey {
    /// Its title, summary and keywords.
    pub card: Hashed<Card>,
    /// The body of the page.
    pub body: Hashed<Body>,
    /// Its prompts and other blocks.
    pub excerpts: Hashed<Excerpts>,
    /// Names of its roles, tools and owner.
    pub names: Vec<Arc<str>>,
    /// Its prompts may not be shown.
    pub withheld: bool,
    /// Decides which words say nothing of a text.
    pub language: &'static str,
}

impl Key for TermsKey {
    fn feed(&self, fields: &mut Fields<'_>) {
        fields.field("card", &self.card);
        fields.field("body", &self.body);
        fields.field("excerpts", &self.excerpts);
        fields.field("names", &self.names);
        fields.field("withheld", &self.withheld);
        fields.field("language", self.language);
    }
}

/// Beside the flags of postings: somebody wrote it as a word.
pub(super) const WORD: u8 = 8;

/// The words of a page in the order of their bytes, those of one bucket
/// together.
#[derive(Debug, Default)]
pub struct Terms {
    packed: Box<[u8]>,
    /// Its buckets in order, and where each ends in what is packed.
    buckets: Box<[(Bucket, u32)]>,
    /// All its words.
    pub(super) length: u32,
    /// Words of the title.
    pub(super) title_length: u32,
}

impl Terms {
    /// Its buckets, and where the words of each are in what is packed.
    pub(super) fn buckets(&self) -> impl Iterator<Item = (Bucket, Range<u32>)> {
        let starts = std::iter::once(0).chain(self.buckets.iter().map(|(_, end)| *end));
        self.buckets.iter().zip(starts).map(|((bucket, end), start)| (*bucket, start..*end))
    }

    /// The words of one of its buckets.
    pub(super) fn packed(&self, range: &Range<u32>) -> Packed<'_> {
        let packed = self.packed.get(range.start as usize..range.end as usize);
        Packed(packed.unwrap_or_default())
    }
}

/// Words of a page: length, word, count, flags; a byte each but for the word.
#[derive(Clone, Copy, Debug, Hash)]
pub(super) struct Packed<'a>(&'a [u8]);

/// One word of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Term<'a> {
    /// UTF-8, which nobody checks for each page that has it.
    pub word: &'a [u8],
    pub count: u8,
    pub flags: u8,
}

impl<'a> Packed<'a> {
    /// One after the other.
    pub(super) fn terms(self) -> impl Iterator<Item = Term<'a>> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let (length, after) = rest.split_first()?;
            let (word, after) = after.split_at_checked(usize::from(*length))?;
            let ([count, flags], after) = after.split_first_chunk::<2>()?;
            rest = after;
            Some(Term { word, count: *count, flags: *flags })
        })
    }
}

/// Counts the words of a page. What says nothing of a text counts in titles and
/// headings only.
pub fn terms(key: &TermsKey) -> Terms {
    let mut words = WordTable::default();
    let card = &*key.card;
    let title_length = words.read(&card.title, TITLE);
    let summary = card.summary.as_ref().or(card.first_sentence.as_ref());
    let known_as = job(card).into_iter().chain(aliases(card));
    for text in summary.into_iter().chain(card.front.keywords()).chain(known_as) {
        words.read(text, SUMMARY);
    }
    // The id is the end of the address, which somebody may remember.
    words.read(&card.id, SUMMARY);
    for passage in passages::of(&key.body, &key.excerpts, key.withheld) {
        // What every page has tells none from another.
        if !passage.is_usual {
            words.read(&passage.heading, HEADING);
        }
        words.read(&passage.text, 0);
    }
    for name in &key.names {
        words.read(name, 0);
    }
    words.pack(title_length, &language::find(key.language).stop)
}

fn job(card: &Card) -> Option<&String> {
    match &card.front {
        Front::Workflow(front) => front.job.as_ref(),
        Front::Wanted(front) => front.job.as_ref(),
        _ => None,
    }
}

fn aliases(card: &Card) -> &[String] {
    match &card.front {
        Front::Role(front) => &front.aliases,
        Front::Tool(front) => &front.aliases,
        _ => &[],
    }
}

/// Every word, in one run of letters. A word may be there several times.
struct WordTable {
    letters: String,
    found: Vec<CountedWord>,
    /// Numbers of words that were found last, by a hash: most words of a text are
    /// the same few.
    last: [u16; 256],
    length: u32,
}

/// A word: its first eight bytes, as a number, tell most words apart.
#[derive(Clone, Copy)]
struct CountedWord {
    start: u64,
    at: u32,
    length: u8,
    count: u8,
    flags: u8,
}

impl CountedWord {
    /// Where its letters are.
    fn letters(&self) -> Range<usize> {
        let at = self.at as usize;
        at..at + usize::from(self.length)
    }
}

impl Default for WordTable {
    fn default() -> Self {
        Self { letters: String::new(), found: Vec::with_capacity(512), last: [0; 256], length: 0 }
    }
}

impl WordTable {
    /// Adds a text and says how many words it has.
    fn read(&mut self, text: &str, flags: u8) -> u32 {
        let before = self.length;
        self.letters.reserve(text.len());
        each_word(text, |word, written| {
            let flags = if written == Written::Word { flags | WORD } else { flags };
            self.length += 1;
            self.add(word, flags);
        });
        self.length - before
    }

    fn add(&mut self, word: &str, flags: u8) {
        let start = start(word);
        let slot = FxBuildHasher.hash_one(start) as u8;
        let Some(last) = self.last.get_mut(usize::from(slot)) else { return };
        if let Some(found) = self.found.get_mut(usize::from(*last))
            && found.start == start
            && usize::from(found.length) == word.len()
            && (word.len() <= size_of::<u64>() || self.letters.get(found.letters()) == Some(word))
        {
            found.count = found.count.saturating_add(1);
            found.flags |= flags;
            return;
        }
        // A page with more different words than that loses the shortcut and no word.
        *last = u16::try_from(self.found.len()).unwrap_or(u16::MAX);
        let at = u32::try_from(self.letters.len()).unwrap_or(u32::MAX);
        let length = u8::try_from(word.len()).unwrap_or(u8::MAX);
        self.letters.push_str(word);
        self.found.push(CountedWord { start, at, length, count: 1, flags });
    }

    fn word(&self, found: &CountedWord) -> &str {
        self.letters.get(found.letters()).unwrap_or_default()
    }

    /// By their bytes; short words that begin alike differ in length alone.
    fn order(&self, one: &CountedWord, other: &CountedWord) -> Ordering {
        one.start.cmp(&other.start).then_with(|| {
            let is_short = |found: &CountedWord| usize::from(found.length) <= size_of::<u64>();
            if is_short(one) || is_short(other) {
                one.length.cmp(&other.length)
            } else {
                self.word(one).cmp(self.word(other))
            }
        })
    }

    fn pack(mut self, title_length: u32, stop: &[String]) -> Terms {
        let mut found = std::mem::take(&mut self.found);
        // Most words differ in their first bytes, which are quick to compare.
        found.sort_unstable_by_key(|it| it.start);
        for alike in found.chunk_by_mut(|one, other| one.start == other.start) {
            alike.sort_unstable_by(|one, other| self.order(one, other));
        }
        let mut packed = Packing::default();
        // Both are in order: one walk leaves out what says nothing of a text.
        let mut stop = stop.iter().map(|word| (start(word), word.as_str())).peekable();
        for same in found.chunk_by(|one, other| self.order(one, other).is_eq()) {
            let Some(first) = same.first() else { continue };
            let word = self.word(first);
            let count = same.iter().fold(0, |count: u8, it| count.saturating_add(it.count));
            let mut count = count.min(MAX_COUNT);
            let flags = same.iter().fold(0, |flags, found| flags | found.flags);
            while stop.next_if(|it| *it < (first.start, word)).is_some() {}
            if stop.peek().is_some_and(|(_, stop)| *stop == word) {
                if flags & (TITLE | HEADING) == 0 {
                    continue;
                }
                // How often it stands in the text says nothing.
                count = 1;
            }
            packed.add(word, count, flags);
        }
        let Packing { bytes, buckets } = packed;
        Terms { packed: bytes.into(), buckets: buckets.into(), length: self.length, title_length }
    }
}

/// A word's first eight bytes; numbers are in the order of words.
fn start(word: &str) -> u64 {
    let word = word.as_bytes();
    if let Some(start) = word.first_chunk() {
        return u64::from_be_bytes(*start);
    }
    let missing = size_of::<u64>() - word.len();
    if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        // Bytes that are in both stand in the same place of both.
        let [first, last] = [first, last].map(|four| u64::from(u32::from_be_bytes(*four)));
        return first << u32::BITS | last << (8 * missing);
    }
    let number = word.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    number.unbounded_shl(8 * missing as u32)
}

/// Words on their way into [`Packed`].
#[derive(Default)]
struct Packing {
    bytes: Vec<u8>,
    buckets: Vec<(Bucket, u32)>,
}

impl Packing {
    /// Adds a word that comes after all others.
    fn add(&mut self, word: &str, count: u8, flags: u8) {
        self.bytes.push(u8::try_from(word.len()).unwrap_or(u8::MAX));
        self.bytes.extend_from_slice(word.as_bytes());
        self.bytes.extend([count, flags]);
        let end = u32::try_from(self.bytes.len()).unwrap_or(u32::MAX);
        let bucket = keys::bucket(word);
        match self.buckets.last_mut().filter(|(last, _)| *last == bucket) {
            Some((_, last)) => *last = end,
            None => self.buckets.push((bucket, end)),
        }
    }
}
