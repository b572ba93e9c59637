//! All words that begin alike, of all pages, as files: a line for each stem with
//! the words that were found of it and where they stand.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use crate::memo::{Fields, Hashed, Key};

use super::keys::{self, Bucket, WeightedKey};
use super::lines::{self, encode_lines};
use super::postings::{MAX_COUNT, Posting};
use super::terms::{Packed, Terms, WORD};
use super::vocabulary;

/// Everything that the files of a bucket are made from.
pub struct FilesKey<'a> {
    /// Which words.
    pub(super) bucket: Bucket,
    /// Decides the stems.
    pub(super) language: &'static str,
    /// What pages have of them.
    pub(super) pages: Pages<'a>,
}

impl Key for FilesKey<'_> {
    fn feed(&self, fields: &mut Fields<'_>) {
        fields.field("bucket", &self.bucket);
        fields.field("language", self.language);
        fields.field("pages", &self.pages);
    }
}

/// Words of some pages, read where they lie.
pub(super) struct Pages<'a> {
    /// The words of every page, by number.
    pub counted: &'a [Hashed<Terms>],
    /// Numbers of pages, and where the words are that each has.
    pub places: Vec<(u32, Range<u32>)>,
}

impl<'a> Pages<'a> {
    fn all(&self) -> impl Iterator<Item = (u32, Packed<'a>)> {
        let counted = self.counted;
        self.places.iter().filter_map(move |(page, range)| {
            Some((*page, counted.get(*page as usize)?.packed(range)))
        })
    }

    /// How many bytes their words take.
    pub fn bytes(&self) -> usize {
        self.places.iter().map(|(_, range)| range.len()).sum()
    }
}

/// By the words themselves.
impl Hash for Pages<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.all().for_each(|page| page.hash(state));
    }
}

/// The files of a bucket, and that of its words for whoever mistypes one.
#[derive(Debug, Default)]
pub struct Files {
    pub(super) files: Vec<BucketFile>,
    /// Words that somebody wrote as such, if there are any.
    pub(super) vocabulary: Option<BucketFile>,
}

/// One file of words.
#[derive(Debug)]
pub(super) struct BucketFile {
    /// What its words begin with.
    pub key: String,
    /// Its content, as `lines` writes it.
    pub text: Arc<str>,
}

struct BucketWord<'a> {
    word: &'a str,
    is_written: bool,
    /// In four bytes each: there are millions at once.
    postings: Vec<PackedPosting>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct PackedPosting(u32);

impl From<Posting> for PackedPosting {
    fn from(Posting { page, count, flags }: Posting) -> Self {
        // 25 bits are left for the page: more pages than any site has.
        Self(page << 7 | u32::from(count & 15) << 3 | u32::from(flags & 7))
    }
}

impl From<PackedPosting> for Posting {
    fn from(PackedPosting(small): PackedPosting) -> Self {
        Self { page: small >> 7, count: (small >> 3 & 15) as u8, flags: (small & 7) as u8 }
    }
}

pub(super) fn files(key: &FilesKey<'_>) -> Files {
    let words = gather(key);
    // Here and not page by page: a word is stemmed once, on however many pages it stands.
    let stemmer = Stemmer::create(algorithm(key.language));
    // Ordered: the lines of a file must not follow a hash.
    let mut stems: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, word) in words.iter().enumerate() {
        stems.entry(stemmer.stem(word.word).into_owned()).or_default().push(at);
    }
    let mut lines: Vec<StemWords> = Vec::with_capacity(stems.len());
    let mut line_of = vec![0; words.len()];
    for members in stems.into_values() {
        for member in &members {
            if let Some(line) = line_of.get_mut(*member) {
                *line = lines.len();
            }
        }
        let members: Vec<&BucketWord<'_>> =
            members.iter().filter_map(|at| words.get(*at)).collect();
        lines.push(StemWords {
            letters: members.iter().map(|word| word.word.len() + 1).sum(),
            postings: merged(&members),
        });
    }
    let keys: Vec<String> = words.iter().map(|word| keys::key(word.word)).collect();
    let sized: Vec<WeightedKey<'_>> = keys
        .iter()
        .zip(&line_of)
        .map(|(key, line)| WeightedKey {
            key,
            line: *line,
            bytes: lines.get(*line).map_or(0, StemWords::size),
        })
        .collect();
    let cut = keys::files(&sized, &key.bucket.key());
    let file = |(key, ranges): (String, Vec<Range<usize>>)| BucketFile {
        key,
        text: text(&words, &lines, &line_of, &ranges).into(),
    };
    let pages = |line: &usize| lines.get(*line).map_or(0, StemWords::pages);
    let written = words.iter().zip(&line_of).filter(|(word, _)| word.is_written);
    // Made here to be remembered with them: each index would code the whole vocabulary again.
    let vocabulary = vocabulary::of(written.map(|(word, line)| (word.word, pages(line))));
    Files {
        files: cut.into_iter().map(file).collect(),
        vocabulary: vocabulary.map(|text| BucketFile { key: key.bucket.key(), text: text.into() }),
    }
}

struct StemWords {
    postings: Vec<Posting>,
    /// Of the words in it.
    letters: usize,
}

impl StemWords {
    fn pages(&self) -> u32 {
        u32::try_from(self.postings.len()).unwrap_or(u32::MAX)
    }

    /// About as many bytes as it takes in its file: three bits for a letter, as
    /// many as its gaps have and three more for each page.
    fn size(&self) -> usize {
        let pages = self.postings.last().map_or(0, |last| last.page + 1);
        let gap = pages / self.pages().max(1);
        let bits = (gap + 1).ilog2() as usize + 3;
        (3 * self.letters + bits * self.postings.len()) / 8 + 1
    }
}

/// Every word of the bucket in order, with the pages that have it.
fn gather<'a>(key: &FilesKey<'a>) -> Vec<BucketWord<'a>> {
    // By hash, and sorted once: a tree would be walked for every word of every page.
    let mut numbers: FxHashMap<&[u8], usize> = FxHashMap::default();
    let mut words: Vec<BucketWord<'_>> = Vec::new();
    for (page, packed) in key.pages.all() {
        for term in packed.terms() {
            let at = *numbers.entry(term.word).or_insert_with(|| {
                let word = std::str::from_utf8(term.word).unwrap_or_default();
                words.push(BucketWord { word, is_written: false, postings: Vec::new() });
                words.len() - 1
            });
            let posting = Posting { page, count: term.count, flags: term.flags };
            if let Some(word) = words.get_mut(at) {
                word.is_written |= term.flags & WORD != 0;
                word.postings.push(posting.into());
            }
        }
    }
    words.sort_unstable_by_key(|word| word.word);
    words
}

/// The pages that have any of these words.
fn merged(words: &[&BucketWord<'_>]) -> Vec<Posting> {
    // Most stems have one word, and nothing to merge.
    if let [only] = words {
        return only.postings.iter().map(|small| Posting::from(*small)).collect();
    }
    let all = words.iter().flat_map(|word| &word.postings);
    let mut all: Vec<Posting> = all.map(|small| Posting::from(*small)).collect();
    all.sort_unstable_by_key(|posting| posting.page);
    all.chunk_by(|one, other| one.page == other.page)
        .filter_map(|same| {
            let count =
                same.iter().fold(0, |sum: u8, it| sum.saturating_add(it.count)).min(MAX_COUNT);
            let flags = same.iter().fold(0, |flags, it| flags | it.flags);
            same.first().map(|first| Posting { page: first.page, count, flags })
        })
        .collect()
}

/// The lines of the words in `ranges`: words, most frequent first, then postings.
fn text(
    words: &[BucketWord<'_>],
    lines: &[StemWords],
    line_of: &[usize],
    ranges: &[Range<usize>],
) -> String {
    // The words of a stem may lie in several files: each has them with all that the stem has.
    let mut members: BTreeMap<usize, Vec<&BucketWord<'_>>> = BTreeMap::new();
    let mut order = Vec::new();
    let numbers = ranges.iter().cloned().flatten();
    let wanted = numbers.filter_map(|at| Some((words.get(at)?, line_of.get(at)?)));
    for (word, line) in wanted {
        let members = members.entry(*line).or_default();
        if members.is_empty() {
            order.push(*line);
        }
        members.push(word);
    }
    let line = |number: usize| {
        let (mut words, line) = (members.remove(&number)?, lines.get(number)?);
        words.sort_by_key(|word| std::cmp::Reverse(word.postings.len()));
        let words = words.iter().map(|word| word.word).collect();
        Some(lines::StemLine { words, postings: line.postings.as_slice() })
    };
    let lines: Vec<lines::StemLine<&str, &[Posting]>> =
        order.into_iter().filter_map(line).collect();
    encode_lines(&lines)
}

fn algorithm(language: &str) -> Algorithm {
    match language {
        "de" => Algorithm::German,
        _ => Algorithm::English,
    }
}
