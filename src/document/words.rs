//! Texts on one line, and their words. Deliberately absent: what a text means.

use rust_stemmers::{Algorithm, Stemmer};

/// Runs of white space become one blank; none is left at the ends.
pub(super) fn one_line(text: &str) -> String {
    if is_plain_line(text) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether a text is one line of printable ASCII with single blanks inside: most
/// are, and need no second look.
pub(super) fn is_plain_line(text: &str) -> bool {
    let bytes = text.as_bytes();
    let printable = bytes.iter().fold(true, |all, byte| all & matches!(byte, b' '..=b'~'));
    let doubled = bytes.windows(2).fold(false, |any, pair| any | (pair == b"  "));
    printable && !doubled && !text.starts_with(' ') && !text.ends_with(' ')
}

/// The words of a text: runs of letters and digits.
pub(super) fn of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// FNV-1a of a word in lower case.
pub(super) fn hash(word: &str) -> u64 {
    const START: u64 = 0xCBF2_9CE4_8422_2325;
    let add = |hash: u64, part: u32| (hash ^ u64::from(part)).wrapping_mul(0x0100_0000_01B3);
    if word.is_ascii() {
        word.bytes().map(|byte| u32::from(byte.to_ascii_lowercase())).fold(START, add)
    } else {
        word.chars().flat_map(char::to_lowercase).map(u32::from).fold(START, add)
    }
}

/// Hashes of the stems of some texts, each once and in order.
pub(super) fn stems<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<u64> {
    let stemmer = Stemmer::create(Algorithm::English);
    let lower: Vec<String> = texts.map(str::to_lowercase).collect();
    let words = lower.iter().flat_map(|text| of(text));
    let mut stems: Vec<u64> = words.map(|word| hash(&stemmer.stem(word))).collect();
    stems.sort_unstable();
    stems.dedup();
    stems.shrink_to_fit();
    stems
}
