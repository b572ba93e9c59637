//! What a page is worth for a query, in whole numbers: BM25 (Robertson and
//! Zaragoza, 2009; k1 1.2, b 0.75, of titles 0.5) over all its words, and over title, headings
//! and summary as far as they have the query. Whole numbers make the terminal
//! and the browser agree to the digit.

use std::collections::BTreeMap;

use super::super::header::{IndexHeader, length_of};
use super::super::postings::{HEADING, SUMMARY, TITLE, value};
use super::lookup::{FULL, WordMatch};

/// What a page has of one word: the best weight for each place.
#[derive(Clone, Copy, Debug, Default)]
struct WordHit {
    text: u32,
    count: u32,
    title: u32,
    heading: u32,
    summary: u32,
}

/// One word of the query on all pages.
pub(super) struct Scored {
    idf: u64,
    hits: BTreeMap<u32, WordHit>,
}

/// The sums of one page.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    text: u64,
    all: FieldScore,
    title: FieldScore,
    heading: FieldScore,
    summary: FieldScore,
    /// How many words of the query it has.
    words: usize,
}

/// A field: its score, and how much of the query it has.
#[derive(Clone, Copy, Debug, Default)]
struct FieldScore {
    score: u64,
    idf: u64,
}

/// A page and its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RankedPage {
    pub page: u32,
    pub score: u64,
    /// How many words of the query it has.
    pub words: usize,
}

/// Adds up where a word stands.
pub(super) fn of_word(meant: &WordMatch, header: &IndexHeader) -> Scored {
    let mut hits: BTreeMap<u32, WordHit> = BTreeMap::new();
    for (line, weight) in &meant.lines {
        for posting in &line.postings {
            let hit = hits.entry(posting.page).or_default();
            let count = u32::from(posting.count);
            // The best and not the sum: all these lines stand for one word that was typed.
            if (*weight, count) > (hit.text, hit.count) {
                (hit.text, hit.count) = (*weight, count);
            }
            let raise = |best: &mut u32, flag: u8| {
                if posting.flags & flag != 0 {
                    *best = (*best).max(*weight);
                }
            };
            raise(&mut hit.title, TITLE);
            raise(&mut hit.heading, HEADING);
            raise(&mut hit.summary, SUMMARY);
        }
    }
    let idf = idf(u64::from(header.pages), hits.len() as u64);
    Scored { idf, hits }
}

/// Every page that has any of the words.
pub(super) fn of_pages(words: &[Scored], header: &IndexHeader) -> Vec<RankedPage> {
    let total: u64 = words.iter().map(|word| word.idf).sum::<u64>().max(1);
    let mut pages: BTreeMap<u32, Sums> = BTreeMap::new();
    for word in words {
        for (page, hit) in &word.hits {
            let sums = pages.entry(*page).or_default();
            add(sums, word.idf, hit, *page, header);
        }
    }
    let ranked = |(page, sums): (u32, Sums)| RankedPage {
        page,
        score: score(&sums, total),
        words: sums.words,
    };
    pages.into_iter().map(ranked).collect()
}

fn add(sums: &mut Sums, idf: u64, hit: &WordHit, page: u32, header: &IndexHeader) {
    let full = u64::from(FULL);
    let class = header.lengths.as_bytes().get(page as usize).map_or(0, |digit| value(*digit));
    let length = u64::from(length_of(class));
    let title = header.title_lengths.as_bytes().get(page as usize).map_or(1, |digit| value(*digit));
    let count = u64::from(hit.count);
    sums.words += 1;
    // 2,200 is k1 + 1, in thousandths.
    sums.text += idf * count * 2200 / length_divisor(count, length, header.mean, LONG)
        * u64::from(hit.text)
        / full;
    sums.all.idf += idf * u64::from(hit.text) / full;
    if hit.title > 0 {
        let part = idf * 2200 / length_divisor(1, u64::from(title), header.mean_title, LONG_TITLE);
        sums.title.score += part * u64::from(hit.title) / full;
        sums.title.idf += idf * u64::from(hit.title) / full;
    }
    // Without their lengths, which the index does not have: only that the word is there.
    for (part, weight) in [(&mut sums.heading, hit.heading), (&mut sums.summary, hit.summary)] {
        part.score += idf * u64::from(weight) / full;
        part.idf += idf * u64::from(weight) / full;
    }
}

/// k1 x b of a text and of a title, in thousandths. A long title is no essay: its
/// length says less of what the page is about.
const LONG: u64 = 900;
const LONG_TITLE: u64 = 600;

/// What a count is divided by, in thousandths: more words on a page make each
/// of them say less. `mean` is in sixteenths.
fn length_divisor(count: u64, length: u64, mean: u32, long: u64) -> u64 {
    1000 * count + (1200 - long) + long * length * 16 / u64::from(mean.max(1))
}

fn score(sums: &Sums, total: u64) -> u64 {
    let squared = |part: FieldScore| {
        // Squared: half of a query in a title is often chance, and says far less than all of it.
        let share = part.idf * 1024 / total;
        part.score * share / 1024 * share / 1024
    };
    let share = sums.all.idf * 1024 / total;
    // From half of it up to the whole: pages that have all of the query lead.
    let text = sums.text * (512 + share / 2) / 1024;
    text + 2 * squared(sums.title) + squared(sums.heading) + squared(sums.summary)
}

/// `log2((2 pages + 2) / (2 with + 1))` in parts of 1,024: how rare a word is.
fn idf(pages: u64, with: u64) -> u64 {
    // A word on every page still counts a little, or a query of such words would find nothing.
    log2((2 * pages + 2) * 65536 / (2 * with + 1)).max(16)
}

/// The logarithm of a number in parts of 65,536, in parts of 1,024; by squaring,
/// since no two machines need agree on that of a fraction.
fn log2(number: u64) -> u64 {
    let mut mantissa = number.max(65536);
    let mut log = 0;
    while mantissa >= 131_072 {
        mantissa /= 2;
        log += 1024;
    }
    for bit in (0..10).rev() {
        mantissa = mantissa * mantissa / 65536;
        if mantissa >= 131_072 {
            mantissa /= 2;
            log += 1 << bit;
        }
    }
    log
}
