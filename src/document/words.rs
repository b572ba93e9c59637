//! Texts on one line, and their words. Deliberately absent: what a text means.

use std::cell::RefCell;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

/// Runs of white space become one blank; none is left at the ends.
pub(super) fn one_line(text: &str) -> String {
    if is_plain_line(text) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    // Where all is ASCII, white space is too, but for a rare sign that only
    // Unicode counts as some.
    if text.is_ascii() && !text.contains('\u{b}') {
        join(text.split_ascii_whitespace(), &mut line);
    } else {
        join(text.split_whitespace(), &mut line);
    }
    line
}

/// Dots, which stand in a form where something is to be filled in.
pub(super) fn is_unfilled(text: &str) -> bool {
    matches!(text.trim(), "..." | "…" | "[...]" | "[…]")
}

fn join<'a>(words: impl Iterator<Item = &'a str>, line: &mut String) {
    for word in words {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
}

/// Whether a text is one line of printable ASCII with single blanks inside: most
/// are, and need no second look.
pub(super) fn is_plain_line(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        if !matches!(byte, b' '..=b'~') || (byte == b' ' && before == b' ') {
            return false;
        }
        before = byte;
    }
    before != b' '
}

/// Hashes of the words of a text in lower case (FNV-1a of their bytes). Whatever
/// lies beyond ASCII counts as a letter, in the case that it has.
pub(super) fn hashes(text: &str) -> Vec<u64> {
    const START: u64 = 0xCBF2_9CE4_8422_2325;
    // A word has about five letters and a blank.
    let mut hashes = Vec::with_capacity(text.len() / 6 + 1);
    let mut hash = START;
    for byte in text.bytes() {
        let letter = LETTERS.get(usize::from(byte)).copied().unwrap_or_default();
        if letter != 0 {
            hash = (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01B3);
        } else if hash != START {
            hashes.push(hash);
            hash = START;
        }
    }
    if hash != START {
        hashes.push(hash);
    }
    hashes
}

/// A byte of a word in lower case; 0 for a byte between words.
#[expect(clippy::indexing_slicing, reason = "a constant: a wrong index does not compile")]
const LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut byte = u8::MAX;
    while byte > 0 {
        if byte.is_ascii_alphanumeric() || !byte.is_ascii() {
            letters[byte as usize] = byte.to_ascii_lowercase();
        }
        byte -= 1;
    }
    letters
};

/// Hashes of the stems of some texts, each once and in order.
pub(super) fn stems<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<u64> {
    let mut stems = Vec::new();
    STEMMED.with_borrow_mut(|stemmed| {
        for text in texts {
            let lower = text.to_lowercase();
            let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            stems.extend(words.map(|word| stemmed.stem(word)));
        }
    });
    stems.sort_unstable();
    stems.dedup();
    // A card is kept for as long as its page is there.
    stems.shrink_to_fit();
    stems
}

/// The same words stand on thousands of pages, and finding the stem of one takes
/// far longer than looking it up: of so many, each thread finds each once.
const STEMMED_WORDS: usize = 1 << 14;

thread_local! {
    static STEMMED: RefCell<Stemmed> = RefCell::new(Stemmed {
        // Stems only tell which pages are alike: a wrong one in another language is wrong on both.
        stemmer: Stemmer::create(Algorithm::English),
        known: FxHashMap::default(),
    });
}

struct Stemmed {
    stemmer: Stemmer,
    /// Hashes of stems, by word.
    known: FxHashMap<Box<str>, u64>,
}

impl Stemmed {
    /// The hash of a word's stem. A word is letters and digits, so that its
    /// stem is one word.
    fn stem(&mut self, word: &str) -> u64 {
        if let Some(hash) = self.known.get(word) {
            return *hash;
        }
        let hash = hashes(&self.stemmer.stem(word)).first().copied().unwrap_or_default();
        if self.known.len() >= STEMMED_WORDS {
            // All at once: to find out which word was not
            // asked for long would cost more than its stem.
            self.known.clear();
        }
        self.known.insert(Box::from(word), hash);
        hash
    }
}
