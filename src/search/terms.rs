//! The words of one page, counted. It depends on that page alone, so that an
//! edit of another leaves it as it is. Deliberately absent: stems, which are
//! taken once for all pages together.

use std::ops::Range;
use std::sync::Arc;

use crate::document::front::Front;
use crate::document::{Body, Card, Excerpts};
use crate::memo::{Digest, Fields, Hashed, Key};

use super::keys::{self, Bucket};
use super::normalise::each_word;
use super::passages;
use super::postings::{HEADING, MOST, SUMMARY, TITLE};

/// Everything that the words of a page are taken from.
#[derive(Clone, Debug)]
pub struct TermsKey {
    /// Its title, summary and keywords.
    pub card: Hashed<Card>,
    /// Its text.
    pub body: Hashed<Body>,
    /// Its prompts and other blocks.
    pub excerpts: Hashed<Excerpts>,
    /// Names of its roles, tools and owner.
    pub names: Vec<Arc<str>>,
    /// Its prompts may not be shown.
    pub withheld: bool,
}

impl Key for TermsKey {
    fn feed(&self, fields: &mut Fields<'_>) {
        fields.field("card", &self.card);
        fields.field("body", &self.body);
        fields.field("excerpts", &self.excerpts);
        fields.field("names", &self.names);
        fields.field("withheld", &self.withheld);
    }
}

/// The words of a page in the order of their bytes, those of one bucket
/// together: length, word, count, flags; a byte each but for the word.
#[derive(Debug, Default)]
pub struct Terms {
    packed: Box<[u8]>,
    /// Buckets with their part of `packed` and its digest.
    pub(super) buckets: Vec<(Bucket, Range<u32>, Digest)>,
    /// All its words.
    pub(super) length: u32,
    /// Words of the title.
    pub(super) title_length: u32,
}

/// One word of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Term<'a> {
    pub word: &'a str,
    pub count: u8,
    pub flags: u8,
}

impl Terms {
    /// The words of one bucket.
    pub(super) fn of_bucket(&self, range: &Range<u32>) -> impl Iterator<Item = Term<'_>> {
        let mut rest = self.packed.get(range.start as usize..range.end as usize).unwrap_or(&[]);
        std::iter::from_fn(move || {
            let (length, after) = rest.split_first()?;
            let (word, after) = after.split_at_checked(usize::from(*length))?;
            let ([count, flags], after) = after.split_first_chunk::<2>()?;
            rest = after;
            Some(Term { word: std::str::from_utf8(word).ok()?, count: *count, flags: *flags })
        })
    }
}

/// Counts the words of a page.
pub fn terms(key: &TermsKey) -> Terms {
    let mut words = Words::default();
    let card = &*key.card;
    let title_length = words.read(&card.title, TITLE);
    let summary = card.summary.as_ref().or(card.first_sentence.as_ref());
    let known_as = [&card.id].into_iter().chain(job(card)).chain(aliases(card));
    for text in summary.into_iter().chain(card.front.keywords()).chain(known_as) {
        words.read(text, SUMMARY);
    }
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
    words.pack(title_length)
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

/// Every occurrence, in one run of letters.
#[derive(Default)]
struct Words {
    letters: String,
    found: Vec<Found>,
}

/// An occurrence: its first eight bytes tell most words apart.
#[derive(Clone, Copy)]
struct Found {
    start: [u8; 8],
    at: u32,
    length: u8,
    flags: u8,
}

impl Words {
    /// Adds a text and says how many words it has.
    fn read(&mut self, text: &str, flags: u8) -> u32 {
        let before = self.found.len();
        each_word(text, |word| {
            let mut start = [0; 8];
            start.iter_mut().zip(word.bytes()).for_each(|(to, byte)| *to = byte);
            let at = u32::try_from(self.letters.len()).unwrap_or(u32::MAX);
            let length = u8::try_from(word.len()).unwrap_or(u8::MAX);
            self.letters.push_str(word);
            self.found.push(Found { start, at, length, flags });
        });
        u32::try_from(self.found.len() - before).unwrap_or(u32::MAX)
    }

    fn word(&self, found: &Found) -> &str {
        let at = found.at as usize;
        self.letters.get(at..at + usize::from(found.length)).unwrap_or_default()
    }

    fn pack(mut self, title_length: u32) -> Terms {
        let length = u32::try_from(self.found.len()).unwrap_or(u32::MAX);
        let mut found = std::mem::take(&mut self.found);
        found.sort_unstable_by(|one, other| {
            one.start.cmp(&other.start).then_with(|| self.word(one).cmp(self.word(other)))
        });
        let mut packed = Vec::with_capacity(self.letters.len() / 2);
        let mut buckets: Vec<(Bucket, Range<u32>, Digest)> = Vec::new();
        for same in found.chunk_by(|one, other| self.word(one) == self.word(other)) {
            let Some(first) = same.first() else { continue };
            let word = self.word(first);
            let count = u8::try_from(same.len()).unwrap_or(MOST).min(MOST);
            let flags = same.iter().fold(0, |flags, found| flags | found.flags);
            let bucket = keys::bucket(word);
            let start = u32::try_from(packed.len()).unwrap_or(u32::MAX);
            packed.push(first.length);
            packed.extend_from_slice(word.as_bytes());
            packed.extend([count, flags]);
            let end = u32::try_from(packed.len()).unwrap_or(u32::MAX);
            match buckets.last_mut().filter(|(last, ..)| *last == bucket) {
                Some((_, range, _)) => range.end = end,
                None => buckets.push((bucket, start..end, Digest::of_bytes(&[]))),
            }
        }
        for (_, range, digest) in &mut buckets {
            let part = packed.get(range.start as usize..range.end as usize);
            *digest = Digest::of_bytes(part.unwrap_or_default());
        }
        Terms { packed: packed.into(), buckets, length, title_length }
    }
}
