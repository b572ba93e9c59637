//! Which file a word is looked up in. Words are kept by their first letter, and
//! further letters where a file would grow too large; words of other scripts by
//! the block of 128 that their first letter belongs to, so that a file holds
//! more than one of them.

use std::fmt::Write;
use std::ops::Range;

/// A file passes this size only with a single word.
const MAX_FILE_BYTES: usize = 14_500;

/// All words that begin alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bucket(u32);

const BLOCK: u32 = 1 << 24;

/// The bucket of a word: its first letter, or the block of it.
pub(super) fn bucket(word: &str) -> Bucket {
    match word.chars().next() {
        None => Bucket(0),
        Some(first) if first.is_ascii() => Bucket(u32::from(first)),
        Some(first) => Bucket(BLOCK | (u32::from(first) >> 7)),
    }
}

impl Bucket {
    /// What the keys of all its files begin with.
    pub(super) fn key(self) -> String {
        if self.0 & BLOCK != 0 {
            return format!("*{:x}*", self.0 & !BLOCK);
        }
        char::from_u32(self.0).map_or_else(String::new, String::from)
    }
}

/// The key of a word: the file whose key is the longest beginning of it has it.
pub(super) fn key(word: &str) -> String {
    let bucket = bucket(word);
    if bucket.0 & BLOCK == 0 { word.to_owned() } else { format!("{}{word}", bucket.key()) }
}

/// A name that every file system takes: letters and digits are themselves.
pub(super) fn file_name(key: &str) -> String {
    let mut name = String::from("w-");
    for letter in key.chars() {
        match letter {
            'a'..='z' | '0'..='9' => name.push(letter),
            _ => {
                let _ = write!(name, "_{:x}", u32::from(letter));
            }
        }
    }
    name
}

/// A word with the size of its line, and its line: words of one stem share it.
pub(super) struct WeightedKey<'a> {
    /// The key that it is filed by.
    pub key: &'a str,
    /// Number of its line.
    pub line: usize,
    /// Bytes of that line.
    pub bytes: usize,
}

/// Cuts a bucket into files: words in order enter, keys with the words of each
/// leave. What is too large gives away the words of its heaviest next letters,
/// and keeps the rest under its own key: the longest key that a word begins with
/// has it. A file depends on the words below its key alone, so that an edit
/// elsewhere never moves its borders.
pub(super) fn files(words: &[WeightedKey<'_>], key: &str) -> Vec<(String, Vec<Range<usize>>)> {
    let mut files = Vec::new();
    cut(words, 0, key, &mut files);
    files
}

/// Words of one next letter.
struct Branch {
    letter: Option<char>,
    range: Range<usize>,
    bytes: usize,
}

fn cut(
    words: &[WeightedKey<'_>],
    from: usize,
    key: &str,
    files: &mut Vec<(String, Vec<Range<usize>>)>,
) {
    let bytes = size(words);
    let all = from..from + words.len();
    if bytes <= MAX_FILE_BYTES
        // The words of one stem share a line, which is in one piece.
        || words.iter().all(|word| Some(word.line) == words.first().map(|it| it.line))
    {
        files.push((key.to_owned(), vec![all]));
        return;
    }
    let mut branches = branches(words, key);
    // The heaviest last, to be given away first; the key itself always stays.
    branches.sort_by_key(|it| (it.letter.is_some(), it.bytes, std::cmp::Reverse(it.letter)));
    let mut kept: usize = branches.iter().map(|it| it.bytes).sum();
    while kept > MAX_FILE_BYTES
        && let Some(heaviest) = branches.pop_if(|it| it.letter.is_some())
    {
        kept -= heaviest.bytes;
        let below = words.get(heaviest.range.clone()).unwrap_or_default();
        let letter = heaviest.letter.map_or_else(String::new, String::from);
        cut(below, from + heaviest.range.start, &format!("{key}{letter}"), files);
    }
    let mut rest: Vec<_> = branches.into_iter().map(|it| it.range).collect();
    // In the order of words: each line leaves out what it shares with the one before.
    rest.sort_by_key(|range| range.start);
    rest.iter_mut().for_each(|range| *range = from + range.start..from + range.end);
    if !rest.is_empty() {
        files.push((key.to_owned(), rest));
    }
}

fn branches(words: &[WeightedKey<'_>], key: &str) -> Vec<Branch> {
    let next =
        |word: &WeightedKey<'_>| word.key.get(key.len()..).and_then(|rest| rest.chars().next());
    let mut start = 0;
    let alike = words.chunk_by(|one, other| next(one) == next(other));
    let branch = |alike: &[WeightedKey<'_>]| {
        let range = start..start + alike.len();
        start = range.end;
        Branch { letter: alike.first().and_then(next), range, bytes: size(alike) }
    };
    alike.map(branch).collect()
}

/// Bytes of all lines of some words, each once.
fn size(words: &[WeightedKey<'_>]) -> usize {
    let mut lines: Vec<(usize, usize)> = words.iter().map(|word| (word.line, word.bytes)).collect();
    lines.sort_unstable();
    lines.dedup();
    lines.iter().map(|(_, bytes)| bytes).sum()
}
