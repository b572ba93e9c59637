//! The one way in which a text becomes words, for what is indexed and for what
//! is typed. The script does the same; `tests/search/normalise.json` holds both
//! to it. Deliberately absent: stems, which only the index knows.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Longer runs are no words: keys, hashes, pasted data.
const MAX_WORD_LETTERS: usize = 40;

/// A compound of more parts is found by its parts only.
const MAX_PARTS: usize = 4;

/// Spellings that are taken as one, by the beginning of a word; in order.
pub const SPELLINGS: &[(&str, &str)] = &[
    ("analyse", "analyze"),
    ("analysing", "analyzing"),
    ("behaviour", "behavior"),
    ("cancelled", "canceled"),
    ("catalogue", "catalog"),
    ("categoris", "categoriz"),
    ("centre", "center"),
    ("colour", "color"),
    ("customis", "customiz"),
    ("enquir", "inquir"),
    ("favour", "favor"),
    ("judgement", "judgment"),
    ("labelled", "labeled"),
    ("licence", "license"),
    ("modelling", "modeling"),
    ("optimis", "optimiz"),
    ("organis", "organiz"),
    ("personalis", "personaliz"),
    ("prioritis", "prioritiz"),
    ("programme", "program"),
    ("recognis", "recogniz"),
    ("standardis", "standardiz"),
    ("summaris", "summariz"),
];

/// The first four letters of each of [`SPELLINGS`].
const STARTS: [u32; SPELLINGS.len()] = starts();

#[expect(clippy::indexing_slicing, reason = "a mistake would not compile")]
const fn starts() -> [u32; SPELLINGS.len()] {
    let mut starts = [0; SPELLINGS.len()];
    let mut at = 0;
    while at < SPELLINGS.len() {
        if let Some(start) = SPELLINGS[at].0.as_bytes().first_chunk() {
            starts[at] = u32::from_be_bytes(*start);
        }
        at += 1;
    }
    starts
}

/// What stands between two blanks, as words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compound {
    /// `closedwon` for `closed_won`; absent for what is one word, has too many
    /// parts or is written without blanks between words.
    pub whole: Option<String>,
    /// Its words: `closed`, `won`. The one word when there is only one.
    pub parts: Vec<String>,
}

/// How a word stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// As people write words.
    Word,
    /// Only within a name that a program gives: `closedwon` of `closed_won`.
    Name,
}

/// Every word of a text in its order: the parts of a compound, then the whole.
pub fn each_word(text: &str, mut word: impl FnMut(&str, Written)) {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(start) = rest.bytes().position(|byte| class_of(byte) & LETTER != 0) {
        rest = rest.get(start..).unwrap_or_default();
        if let Some((simple, after)) = split_simple(rest) {
            read_simple(simple, &mut plain, &mut word);
            rest = after;
            continue;
        }
        let mut chunks = Chunks { text: rest };
        let Some(chunk) = chunks.next() else { return };
        rest = chunks.text;
        plain.clear();
        // Most words beyond ASCII are plain ones once their marks are gone.
        if !chunk.is_ascii() {
            unmarked(chunk, &mut plain);
        }
        if is_simple(&plain) {
            let simple = std::mem::take(&mut plain);
            read_simple(&simple, &mut plain, &mut word);
            continue;
        }
        let Compound { whole, parts } = compound(chunk);
        parts.iter().for_each(|part| word(part, Written::Word));
        // People write hyphens; other joints are of names that programs give, which nobody mistypes
        // as a whole.
        let written = if chunk.contains('-') { Written::Word } else { Written::Name };
        whole.iter().for_each(|whole| word(whole, written));
    }
}

/// A simple word at the beginning of a text, and the rest: most words of a text
/// end where no part of a word can follow.
fn split_simple(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let is = |at: usize, class: u8| bytes.get(at).is_some_and(|byte| class_of(*byte) & class != 0);
    let mut end = 1;
    while is(end, SMALL) {
        end += 1;
    }
    let goes_on = is(end, LETTER) || (is(end, JOINT) && is(end + 1, LETTER));
    if !goes_on && end <= MAX_WORD_LETTERS && bytes.first()?.is_ascii() {
        text.split_at_checked(end)
    } else {
        None
    }
}

/// A small letter of ASCII or a digit.
const SMALL: u8 = 1;
/// A letter or digit of ASCII, or a byte of anything beyond.
const LETTER: u8 = 2;
/// Joins the parts of a word.
const JOINT: u8 = 4;

fn class_of(byte: u8) -> u8 {
    const CLASSES: [u8; 256] = classes();
    CLASSES.get(usize::from(byte)).copied().unwrap_or(0)
}

#[expect(clippy::indexing_slicing, reason = "a mistake would not compile")]
const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < classes.len() {
        let letter = byte as u8;
        classes[byte] = match letter {
            b'a'..=b'z' | b'0'..=b'9' => SMALL | LETTER,
            b'A'..=b'Z' | 0x80.. => LETTER,
            _ if is_joint(letter as char) => JOINT,
            _ => 0,
        };
        byte += 1;
    }
    classes
}

/// One word of which only the first letter may be a capital.
fn read_simple(simple: &str, lower: &mut String, word: &mut impl FnMut(&str, Written)) {
    let mut small = simple;
    if simple.starts_with(|first: char| first.is_ascii_uppercase()) {
        lower.clear();
        lower.push_str(simple);
        lower.make_ascii_lowercase();
        small = lower;
    }
    match spelled(small) {
        Some(other) => word(&other, Written::Word),
        None => word(small, Written::Word),
    }
}

/// A text cut at what cannot be part of a word.
pub fn compounds(text: &str) -> Vec<Compound> {
    let chunks = (Chunks { text }).map(compound);
    chunks.filter(|compound| !compound.parts.is_empty()).collect()
}

/// The text in its words with one blank between them: equal for what is read as
/// the same.
pub fn plain(text: &str) -> String {
    let words = compounds(text).into_iter().flat_map(|compound| compound.parts);
    words.collect::<Vec<_>>().join(" ")
}

/// One word of plain letters, all but the first of them small: nothing to cut,
/// nothing to fold.
fn is_simple(chunk: &str) -> bool {
    let bytes = chunk.as_bytes();
    bytes.len() <= MAX_WORD_LETTERS
        && bytes.first().is_some_and(u8::is_ascii_alphanumeric)
        && bytes.iter().skip(1).all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// Runs of letters, digits and marks, with single joints inside.
struct Chunks<'a> {
    text: &'a str,
}

impl<'a> Iterator for Chunks<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let mut start = 0;
        loop {
            match letter_at(self.text, start)? {
                (true, _) => break,
                (false, length) => start += length,
            }
        }
        let mut end = start;
        while let Some((is_letter, length)) = letter_at(self.text, end) {
            let after = end + length;
            let joins = || joint_at(self.text, end) && starts_with_letter(self.text, after);
            if !(is_letter || joins()) {
                break;
            }
            end = after;
        }
        let chunk = self.text.get(start..end)?;
        self.text = self.text.get(end..)?;
        Some(chunk)
    }
}

/// Whether a letter is at this byte, and how long what is there is. Most of a
/// text is ASCII, and is not decoded.
fn letter_at(text: &str, at: usize) -> Option<(bool, usize)> {
    let byte = text.as_bytes().get(at)?;
    if byte.is_ascii() {
        return Some((byte.is_ascii_alphanumeric(), 1));
    }
    let letter = text.get(at..)?.chars().next()?;
    Some((is_letter(letter), letter.len_utf8()))
}

fn starts_with_letter(text: &str, at: usize) -> bool {
    letter_at(text, at).is_some_and(|(is_letter, _)| is_letter)
}

fn joint_at(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|text| text.chars().next()).is_some_and(is_joint)
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || (!letter.is_ascii() && is_combining_mark(letter))
}

const fn is_joint(letter: char) -> bool {
    matches!(letter, '_' | '.' | '-' | '\'' | '\u{2019}')
}

fn compound(chunk: &str) -> Compound {
    if chunk.is_ascii() {
        return of_ascii(chunk);
    }
    let mut folded = String::with_capacity(chunk.len());
    unmarked(chunk, &mut folded);
    // Most letters beyond ASCII are letters of it with a mark.
    if folded.bytes().all(|byte| byte.is_ascii_alphanumeric() || is_joint(char::from(byte))) {
        return of_ascii(&folded);
    }
    // Taking letters apart has cut syllables of Hangul up: put together, they are known as
    // unspaced.
    let folded: String = folded.nfc().collect();
    let mut parts = Vec::new();
    let mut whole = String::new();
    let mut unspaced = false;
    for piece in pieces(&folded) {
        unspaced |= piece.chars().any(is_unspaced);
        whole.push_str(&lower(&piece));
        words_of(&piece, &mut parts);
    }
    of_parts(whole, parts, unspaced)
}

/// Takes letters apart and leaves the marks out.
fn unmarked(chunk: &str, to: &mut String) {
    for letter in chunk.chars() {
        if letter.is_ascii() {
            to.push(letter);
        } else {
            decompose_compatible(letter, |part| {
                if !is_combining_mark(part) {
                    to.push(part);
                }
            });
        }
    }
}

/// The same of a chunk of ASCII, as nearly all are, in one pass.
fn of_ascii(chunk: &str) -> Compound {
    let mut parts = Vec::new();
    let mut whole = String::with_capacity(chunk.len());
    let mut start = 0;
    let mut before = b'_';
    // `don't` is typed without its mark as often as with it.
    let mut letters = chunk.bytes().filter(|byte| *byte != b'\'').peekable();
    while let Some(letter) = letters.next() {
        let is_joint = matches!(letter, b'_' | b'.' | b'-');
        let is_hump = before.is_ascii_lowercase() && letter.is_ascii_uppercase();
        let is_followed = letters.peek().is_some_and(u8::is_ascii_alphanumeric);
        // `iPhone` and `teamA` stay whole: a single letter is no part.
        if is_joint || (is_hump && is_followed && whole.len() - start > 1) {
            parts.extend(whole.get(start..).filter(|it| !it.is_empty()).map(word));
            start = whole.len();
        }
        if !is_joint {
            whole.push(char::from(letter.to_ascii_lowercase()));
        }
        before = letter;
    }
    parts.extend(whole.get(start..).filter(|it| !it.is_empty()).map(word));
    of_parts(whole, parts, false)
}

fn word(lower: &str) -> String {
    spelled(lower).unwrap_or_else(|| lower.to_owned())
}

fn of_parts(whole: String, mut parts: Vec<String>, unspaced: bool) -> Compound {
    // Nobody types many parts, or pairs of letters, as one word.
    let is_one = parts.len() < 2 || parts.len() > MAX_PARTS || unspaced;
    let whole = (!is_one && whole.len() <= MAX_WORD_LETTERS).then_some(whole);
    parts.retain(|part: &String| !part.is_empty() && part.len() <= MAX_WORD_LETTERS);
    Compound { whole: whole.filter(|_| parts.len() > 1), parts }
}

/// Cuts at joints and where a small letter meets a capital.
fn pieces(chunk: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let letters: Vec<char> = chunk.chars().filter(|it| !matches!(it, '\'' | '\u{2019}')).collect();
    let mut before = None;
    for (at, letter) in letters.iter().enumerate() {
        if matches!(letter, '_' | '.' | '-') {
            pieces.push(String::new());
            before = None;
            continue;
        }
        let is_hump = before.is_some_and(char::is_lowercase) && letter.is_uppercase();
        let is_followed = letters.get(at + 1).is_some_and(|next| next.is_alphanumeric());
        let is_long = pieces.last().is_some_and(|piece| piece.chars().count() > 1);
        if is_hump && is_followed && is_long {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(*letter);
        }
        before = Some(*letter);
    }
    pieces
}

/// The words of one piece: what is written without blanks between words is read
/// in pairs of letters.
fn words_of(piece: &str, words: &mut Vec<String>) {
    let letters: Vec<char> = piece.chars().collect();
    for run in letters.chunk_by(|one, next| is_unspaced(*one) == is_unspaced(*next)) {
        if !run.first().is_some_and(|letter| is_unspaced(*letter)) {
            let word = lower(&run.iter().collect::<String>());
            words.push(spelled(&word).unwrap_or(word));
        } else if run.len() == 1 {
            words.extend(run.iter().map(char::to_string));
        } else {
            words.extend(run.windows(2).map(|pair| pair.iter().collect::<String>()));
        }
    }
}

/// Han, kana and Hangul.
fn is_unspaced(letter: char) -> bool {
    matches!(
        letter,
        '\u{3040}'..='\u{30FF}'
            | '\u{3400}'..='\u{4DBF}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{AC00}'..='\u{D7AF}'
            | '\u{20000}'..='\u{2FA1F}'
    )
}

/// In small letters, with letters that no normalisation takes apart written as
/// people without them do.
fn lower(piece: &str) -> String {
    let mut lower = String::with_capacity(piece.len());
    for letter in piece.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => lower.push(letter),
            'ß' => lower.push_str("ss"),
            'æ' => lower.push_str("ae"),
            'œ' => lower.push_str("oe"),
            'þ' => lower.push_str("th"),
            'ø' => lower.push('o'),
            'đ' | 'ð' => lower.push('d'),
            'ł' => lower.push('l'),
            'ı' => lower.push('i'),
            'ς' => lower.push('σ'),
            _ if letter.is_alphanumeric() => lower.push(letter),
            _ => {}
        }
    }
    lower
}

fn spelled(word: &str) -> Option<String> {
    // Nearly no word has two spellings, and most are told by their first letters.
    let start = word.as_bytes().first_chunk().map(|start| u32::from_be_bytes(*start))?;
    if !STARTS.contains(&start) {
        return None;
    }
    let (from, to) = SPELLINGS.iter().find(|(from, _)| word.starts_with(from))?;
    Some(format!("{to}{}", word.get(from.len()..)?))
}
