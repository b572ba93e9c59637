//! What the files of words and of the vocabulary hold, as bits. The script reads
//! it in the same order; tests hold both to it. Deliberately absent: what a line
//! is worth.

use super::coder::{Coder, Decoder, Encoder, NUMBER};
use super::postings::Posting;

/// Words of one stem, the most frequent first, and where they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct StemLine<W, P = Vec<Posting>> {
    pub words: Vec<W>,
    /// What it has for each page.
    pub postings: P,
}

/// A word with the class of the number of its pages.
pub(super) type KnownWord<W> = (W, u32);

// Where the models of each number begin. Twice sixteen is a number of four bits.
const LETTERS: usize = 0;
const SHARED: usize = LETTERS + 4 * 32;
const MORE: usize = SHARED + 32;
const MANY: usize = MORE + 2;
const CLASS: usize = MANY + NUMBER;
const STEP: usize = CLASS + 16;
const TIMES: usize = STEP + 16 * 16;
const FAR: usize = TIMES + 16 * MAX_TIMES as usize;
const FLAGGED: usize = FAR + NUMBER;
const FLAGS: usize = FLAGGED + 16 * 2;
const COUNT: usize = FLAGS + 16 * 8;
const MODELS: usize = COUNT + 16 * 2 * 8;

/// Counts as they are told apart: more than that changes no order that a reader
/// would notice, and takes a twentieth of the index.
const LEVELS: [u8; 6] = [0, 1, 2, 3, 5, 10];
const MAX_LEVEL: u32 = LEVELS.len() as u32 - 1;

/// A gap of more steps says how many more.
const MAX_TIMES: u32 = 8;

/// How many letters a word can share with the one before it.
const MAX_SHARED: usize = 31;

/// The lines of a file of words.
pub(super) fn encode_lines<P: AsRef<[Posting]>>(lines: &[StemLine<&str, P>]) -> String {
    let mut file = FileCoder::new(Encoder::new(MODELS));
    file.coder.number(MANY, u32::try_from(lines.len()).unwrap_or(0));
    for line in lines {
        file.line(line);
    }
    file.coder.finish()
}

/// What [`encode_lines`] wrote.
pub(super) fn decode_lines(text: &str) -> Vec<StemLine<String>> {
    let mut file = FileCoder::new(Decoder::new(MODELS, text));
    let many = file.coder.number(MANY, 0);
    (0..many).map(|_| file.line(&StemLine::<&str>::default())).collect()
}

/// The words of a file of the vocabulary, in order.
pub(super) fn encode_words(words: &[KnownWord<&str>]) -> String {
    let mut file = FileCoder::new(Encoder::new(MODELS));
    file.coder.number(MANY, u32::try_from(words.len()).unwrap_or(0));
    for (word, class) in words {
        file.word(word);
        file.coder.tree(CLASS, 4, *class);
    }
    file.coder.finish()
}

/// What [`encode_words`] wrote.
pub(super) fn decode_words(text: &str) -> Vec<KnownWord<String>> {
    let mut file = FileCoder::new(Decoder::new(MODELS, text));
    let many = file.coder.number(MANY, 0);
    (0..many).map(|_| (file.word(""), file.coder.tree(CLASS, 4, 0))).collect()
}

/// A file as it is written or read.
struct FileCoder<C> {
    coder: C,
    before: Vec<char>,
}

impl<C: Coder> FileCoder<C> {
    fn new(coder: C) -> Self {
        Self { coder, before: Vec::new() }
    }

    fn line<W: AsRef<str>, P: AsRef<[Posting]>>(
        &mut self,
        line: &StemLine<W, P>,
    ) -> StemLine<String> {
        let mut words = Vec::new();
        loop {
            words.push(self.word(line.words.get(words.len()).map_or("", AsRef::as_ref)));
            let more = u32::from(words.len() < line.words.len());
            if self.coder.bit(MORE + usize::from(words.len() > 1), more) == 0 {
                break;
            }
        }
        StemLine { words, postings: self.postings(line.postings.as_ref()) }
    }

    /// How many letters are those of the word before, then the others.
    fn word(&mut self, word: &str) -> String {
        let both = word.chars().zip(&self.before).take(MAX_SHARED);
        let shared = both.take_while(|(one, other)| one == *other).count();
        let shared = self.coder.tree(SHARED, 5, u32::try_from(shared).unwrap_or(0));
        self.before.truncate(shared as usize);
        let mut letters = word.chars().skip(shared as usize);
        let mut context = 0;
        while let Some(letter) = self.letter(context, letters.next()) {
            self.before.push(letter);
            // Which letter follows depends most on whether this one is a vowel.
            context = match letter {
                'a' | 'e' | 'i' | 'o' | 'u' => 1,
                'b'..='z' => 2,
                _ => 3,
            };
        }
        self.before.iter().collect()
    }

    /// Most words are of small letters.
    fn letter(&mut self, context: usize, letter: Option<char>) -> Option<char> {
        const DIGIT: u32 = 27;
        const OTHER: u32 = 28;
        let number = letter.map_or(0, u32::from);
        let kind = match letter {
            None => 0,
            Some('a'..='z') => number - u32::from('a') + 1,
            Some('0'..='9') => DIGIT,
            Some(_) => OTHER,
        };
        match self.coder.tree(LETTERS + 32 * context, 5, kind) {
            0 => None,
            DIGIT => char::from_digit(self.coder.plain(4, number.wrapping_sub(48)), 10),
            kind @ ..DIGIT => char::from_u32(kind + u32::from('a') - 1),
            _ => char::from_u32(self.coder.plain(21, number)),
        }
    }

    /// How many, in which steps the gaps between their pages are measured, then
    /// gap, flags and count of each. Words of about as many pages are alike.
    fn postings(&mut self, postings: &[Posting]) -> Vec<Posting> {
        let many = self.coder.number(MANY, u32::try_from(postings.len()).unwrap_or(0));
        let class = (u32::BITS - many.leading_zeros()).min(15) as usize;
        let step = self.coder.tree(STEP + 16 * class, 4, step_of(postings));
        let (mut next, mut was_flagged) = (0, 0);
        let mut read = Vec::with_capacity(many as usize);
        for at in 0..many as usize {
            let known = postings.get(at).copied();
            let Posting { page, count, flags } =
                known.unwrap_or(Posting { page: next, count: 0, flags: 0 });
            let page = next + self.gap(step, page - next);
            was_flagged =
                self.coder.bit(FLAGGED + 2 * class + was_flagged as usize, u32::from(flags != 0));
            let mut said = 0;
            if was_flagged == 1 {
                said = self.coder.tree(FLAGS + 8 * class, 3, u32::from(flags));
            }
            let models = COUNT + 8 * (2 * class + was_flagged as usize);
            let level = self.coder.unary(models, MAX_LEVEL, level_of(count));
            let count = LEVELS.get(level as usize).copied().unwrap_or_default();
            next = page + 1;
            read.push(Posting { page, count, flags: said as u8 });
        }
        read
    }

    fn gap(&mut self, step: u32, gap: u32) -> u32 {
        let models = TIMES + MAX_TIMES as usize * step as usize;
        let mut times = self.coder.unary(models, MAX_TIMES, (gap >> step).min(MAX_TIMES));
        if times == MAX_TIMES {
            times += self.coder.number(FAR, (gap >> step).saturating_sub(MAX_TIMES));
        }
        times << step | self.coder.plain(step, gap & ((1 << step) - 1))
    }
}

/// The level that a count is told as: the nearest.
fn level_of(count: u8) -> u32 {
    match count {
        0..=3 => u32::from(count),
        4..=6 => 4,
        _ => 5,
    }
}

/// The power of two that is nearest below 0.7 of the mean gap, which is about
/// the best for gaps by chance (Golomb 1966).
fn step_of(postings: &[Posting]) -> u32 {
    let many = u32::try_from(postings.len()).unwrap_or(u32::MAX).max(1);
    let pages = postings.last().map_or(0, |last| last.page + 1);
    let mean = u64::from(pages.saturating_sub(many)) * 7 / (10 * u64::from(many));
    // The step is told in four bits.
    mean.max(1).ilog2().min(15)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn posting() -> impl Strategy<Value = (u32, usize, u8)> {
        // Most pages are near; a word may also be on the first and the last of very many.
        let gap = prop_oneof![0..4_u32, 0..200_u32, 0..1_000_000_u32];
        (gap, 0..LEVELS.len(), 0..8_u8)
    }

    fn line() -> impl Strategy<Value = StemLine<String>> {
        let words = prop::collection::vec("[a-e]{0,40}|[a-z0-9]{1,6}|\\PC{0,5}", 1..4);
        (words, prop::collection::vec(posting(), 0..40)).prop_map(|(words, said)| {
            let mut next = 0;
            let posting = |(gap, level, flags): (u32, usize, u8)| {
                let page = next + gap;
                next = page + 1;
                Posting { page, count: LEVELS[level], flags }
            };
            StemLine { words, postings: said.into_iter().map(posting).collect() }
        })
    }

    proptest! {
        #[test]
        fn lines_are_read_as_they_were_written(lines in prop::collection::vec(line(), 0..30)) {
            let borrowed = lines.iter().map(|line| StemLine {
                words: line.words.iter().map(String::as_str).collect(),
                postings: line.postings.clone(),
            });
            let text = encode_lines(&borrowed.collect::<Vec<_>>());
            prop_assert_eq!(decode_lines(&text), lines);
        }

        #[test]
        fn words_are_read_as_they_were_written(
            words in prop::collection::vec(("[a-z]{3,24}|\\PC{0,5}", 0..16_u32), 0..60),
        ) {
            let borrowed: Vec<_> = words.iter().map(|(word, class)| (word.as_str(), *class)).collect();
            prop_assert_eq!(decode_words(&encode_words(&borrowed)), words);
        }
    }

    #[test]
    fn a_count_is_told_as_the_nearest_level() {
        let told = |count| LEVELS[level_of(count) as usize];
        assert_eq!([0, 1, 2, 3, 4, 6, 7, 15].map(told), [0, 1, 2, 3, 5, 5, 10, 10]);
    }
}
