//! The corpus's vocabulary: some hundred English words on top, then words made of syllables,
//! drawn with Zipf's frequencies. Weights are whole numbers, so that no system rounds them
//! differently. Deliberately absent: meaning. What matters is how many distinct words there
//! are, how long, how often, and that they inflect.

use std::collections::BTreeSet;

use super::random::Random;

/// How many distinct words there are to draw from.
const SIZE: usize = 60_000;

/// How many of the most frequent terms half of all titles, headings and names draw from.
const TRADE_REACH: usize = 250;

const FUNCTION: &str = "the of and to a in is that it for was on as with be by at from this are \
    or an which but not have has had they you we he she their our your its \
    if when who will would can could should may do does did no so than then \
    there here what where how all any each some more most other such only \
    own same just also into over after before between through during under \
    about against again once because while until both few very too these \
    those them his her us me my one two three out up down off never always \
    often still yet";

const TRADE: &str = "customer account renewal contract order invoice report draft brief \
    summary meeting call note team manager review check source figure number \
    date week month quarter plan price discount quote margin budget forecast \
    pipeline lead campaign message reply ticket case issue request answer \
    question policy risk approval owner desk handover deadline agenda \
    decision change version template list table record field column file \
    folder page link search result error mistake reason evidence example \
    step process tool assistant prompt output input model summary wording \
    tone audience reader colleague supplier vendor partner candidate \
    interview offer onboarding training feedback survey score target metric \
    dashboard chart release feature bug test build schedule shift stock \
    delivery return refund claim audit ledger expense payroll clause term \
    notice privacy consent design layout brand product market segment region \
    country office site channel visit proposal";

const ONSETS: [&str; 36] = [
    "b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "br",
    "cl", "cr", "dr", "fl", "gr", "pl", "pr", "qu", "sh", "sk", "sl", "st", "str", "th", "tr",
    "ch", "",
];
const NUCLEI: [&str; 24] = [
    "a", "e", "i", "o", "u", "a", "e", "i", "o", "e", "a", "i", "a", "e", "ai", "ea", "ee", "ie",
    "oa", "oo", "ou", "y", "é", "ö",
];
const CODAS: [&str; 20] = [
    "n", "r", "s", "t", "l", "m", "d", "n", "r", "s", "t", "nd", "nt", "st", "rk", "ck", "ll",
    "ng", "lt", "mp",
];
const ENDINGS: [&str; 14] =
    ["s", "s", "ed", "ing", "er", "ers", "ly", "ment", "ness", "able", "tion", "al", "ful", "ity"];

/// A word of running text.
pub enum Word<'a> {
    /// It holds sentences together.
    Function(&'a str),
    /// It carries meaning.
    Content(&'a str),
}

/// Words in the order of their frequency, with the running sum of their weights.
pub struct Vocabulary {
    words: Vec<String>,
    sums: Vec<u64>,
    first_term: usize,
}

impl Vocabulary {
    /// The vocabulary that belongs to `seed`.
    pub fn new(seed: u64) -> Self {
        let mut random = Random::new(seed, 0);
        let function = FUNCTION.split_whitespace();
        let first_term = function.clone().count();
        let mut known = BTreeSet::new();
        let mut words: Vec<String> = Vec::with_capacity(SIZE);
        let mut stems: Vec<String> = Vec::new();
        for word in function.chain(TRADE.split_whitespace()).map(str::to_owned) {
            if known.insert(word.clone()) {
                words.push(word);
            }
        }
        while words.len() < SIZE {
            let inflected = random.below(100) < 45;
            let stem = stems.get(random.below(stems.len())).filter(|_| inflected);
            let word = match stem {
                Some(stem) => format!("{stem}{}", random.pick(&ENDINGS)),
                None => coin(&mut random, words.len()),
            };
            if known.insert(word.clone()) {
                if stem.is_none() {
                    stems.push(word.clone());
                }
                words.push(word);
            }
        }
        let mut sum = 0;
        let sums = (0..SIZE as u64).map(|rank| {
            sum += 1_000_000_000_000 / (rank + 3);
            sum
        });
        Self { sums: sums.collect(), words, first_term }
    }

    /// A word of running text, "the" as often as in English.
    pub fn word(&self, random: &mut Random) -> Word<'_> {
        let total = self.sums.last().copied().unwrap_or(0);
        let at = random.below_u64(total);
        let rank = self.sums.partition_point(|&sum| sum <= at);
        let word = self.words.get(rank).map_or("", String::as_str);
        if rank < self.first_term { Word::Function(word) } else { Word::Content(word) }
    }

    /// A word that carries meaning, in ASCII: for titles, headings, names and identifiers.
    /// Half of them are words of the trade, so that titles have words in common as real ones do.
    pub fn term(&self, random: &mut Random) -> &str {
        loop {
            let reach = if random.one_in(2) { TRADE_REACH } else { self.words.len() / 4 };
            let rank = self.first_term + random.skewed(reach);
            match self.words.get(rank) {
                Some(word) if word.is_ascii() && (3..=11).contains(&word.len()) => return word,
                _ => {}
            }
        }
    }

    /// A word that is not English, in ASCII: what makes a name or a heading nobody else's.
    pub fn coined(&self, random: &mut Random) -> &str {
        loop {
            let rank = random.between(TRADE_REACH * 2, self.words.len() / 4);
            match self.words.get(rank) {
                Some(word) if word.is_ascii() && (3..=11).contains(&word.len()) => return word,
                _ => {}
            }
        }
    }
}

/// A new stem. Rare words are longer, as in any language.
fn coin(random: &mut Random, rank: usize) -> String {
    let syllables = match rank {
        0..1_000 => random.between(1, 2),
        1_000..10_000 => 2,
        _ => random.between(2, 3),
    };
    let mut word = String::new();
    for at in 1..=syllables {
        word.push_str(random.pick(&ONSETS));
        word.push_str(random.pick(&NUCLEI));
        if at == syllables || random.one_in(4) {
            word.push_str(random.pick(&CODAS));
        }
    }
    word
}
