//! Searches an index: what was typed enters, pages in their order leave. The
//! script `search-engine.js` does the same step by step; tests hold the two to
//! the same answers. Deliberately absent: how results are shown.

mod distance;
mod lookup;
mod narrow;
mod reader;
mod score;
mod typed;

pub use lookup::FoundBy;
pub use narrow::Filters;

use super::build::Index;
use super::factors::ONE;
use super::header::IndexHeader;
use super::normalise::plain;
use super::postings::value;
use super::record::PageRecord;
use lookup::{WordMatch, WordQuery};
use narrow::ChosenFilters;
use reader::IndexReader;
use score::RankedPage;
use typed::{NamedPages, ParsedQuery};

/// Up to so many words, pages with all of them come first.
const MAX_WORDS_ALL_REQUIRED: usize = 4;

/// Pages whose text is read for a phrase.
// Each is a file that a browser has to load.
const READ: usize = 20;

/// A part of the query names the page.
const NAMED_FACTOR: u64 = 1280;

/// What was asked for.
#[derive(Clone, Debug, Default)]
pub struct Query<'q> {
    /// The query as it was typed.
    pub text: &'q str,
    /// What is chosen of each facet.
    pub filters: Filters,
    /// The last word may be unfinished.
    pub unfinished: bool,
}

/// What was found for a query.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// Each word and how it was found.
    pub words: Vec<QueryWord>,
    /// Numbers of pages, the best first.
    pub pages: Vec<u32>,
    /// The score of each of them.
    pub scores: Vec<u64>,
    /// So many of them have every word, and every phrase.
    pub whole: usize,
    /// Words that are near to those that were not found.
    pub near: Vec<String>,
}

/// A word of the query.
#[derive(Clone, Debug)]
pub struct QueryWord {
    /// The word as it was typed, normalised.
    pub typed: String,
    /// How it was found.
    pub how: FoundBy,
    /// Words that were looked for instead or as well.
    pub found: Vec<String>,
}

/// Searches. `record` gives the text of a page, for phrases.
pub fn search(
    index: &Index,
    query: &Query<'_>,
    record: impl Fn(u32) -> Option<PageRecord>,
) -> Results {
    let header = &*index.header;
    let typed = typed::read(query.text);
    let chosen = ChosenFilters::new(index, &query.filters);
    let mut reader = IndexReader::new(index);
    let words = words(&mut reader, &typed, query.unfinished);
    if words.is_empty() {
        return everything(header, &chosen, query);
    }
    let found: Vec<_> = words.iter().filter(|(_, meant)| meant.how != FoundBy::None).collect();
    let scored: Vec<_> = found.iter().map(|(_, meant)| score::of_word(meant, header)).collect();
    let named = typed.named(header);
    let mut ranked = score::of_pages(&scored, header);
    // Whoever types a name wants that page, even if its text lacks the words.
    for number in &named.all {
        if !ranked.iter().any(|it| it.page == *number) {
            ranked.push(RankedPage { page: *number, score: 1, words: scored.len() });
        }
    }
    for ranked in &mut ranked {
        ranked.score = weighed(header, &chosen, &named, ranked);
    }
    ranked.retain(|ranked| chosen.admits(ranked.page));
    let has_all = |ranked: &RankedPage| {
        scored.len() <= MAX_WORDS_ALL_REQUIRED && ranked.words == scored.len()
    };
    let place = |ranked: &RankedPage| {
        let age =
            header.ages.as_bytes().get(ranked.page as usize).map_or(63, |digit| value(*digit));
        let named = named.all.contains(&ranked.page);
        // The number last: browser and terminal have to agree where all else is equal.
        (!named, !has_all(ranked), std::cmp::Reverse(ranked.score), age, ranked.page)
    };
    ranked.sort_by_key(place);
    put_replacements_first(header, &chosen, &mut ranked);
    let is_complete = found.len() == words.len();
    let mut whole = ranked.iter().filter(|it| is_complete && it.words == scored.len()).count();
    // A long question is never matched as a whole and one word always is: no line is drawn.
    if scored.len() > MAX_WORDS_ALL_REQUIRED || scored.len() == 1 {
        whole = ranked.len();
    }
    if !typed.phrases.is_empty() {
        whole = put_phrases_first(&typed, &mut ranked, record);
    }
    let near = if ranked.is_empty() { near(&mut reader, &words) } else { Vec::new() };
    Results {
        pages: ranked.iter().map(|ranked| ranked.page).collect(),
        scores: ranked.iter().map(|ranked| ranked.score).collect(),
        whole,
        near,
        words: words.into_iter().map(|(typed, meant)| described(typed, meant)).collect(),
    }
}

/// How many pages have a word in one of its forms.
pub(super) fn pages_with(index: &Index, word: &str) -> usize {
    IndexReader::new(index).exact(word).map_or(0, |line| line.postings.len())
}

fn described(typed: String, meant: WordMatch) -> QueryWord {
    QueryWord { typed, how: meant.how, found: meant.found }
}

/// The words that are looked for. Those that say nothing are looked for only
/// when there are no others.
fn words(
    reader: &mut IndexReader<'_>,
    typed: &ParsedQuery,
    unfinished: bool,
) -> Vec<(String, WordMatch)> {
    let mut all: Vec<String> = Vec::new();
    for compound in &typed.compounds {
        match compound.whole.as_ref().filter(|whole| reader.exact(whole).is_some()) {
            Some(whole) => all.push(whole.clone()),
            None => all.extend(compound.parts.iter().cloned()),
        }
    }
    let header = &*reader.index.header;
    let is_stop = |word: &String| header.stop.contains(word);
    let any = all.iter().any(|word| !is_stop(word));
    let mut found = Vec::new();
    for (at, word) in all.iter().enumerate() {
        let is_last = unfinished && at + 1 == all.len();
        if any && is_stop(word) && !is_last {
            continue;
        }
        // `on boarding` finds onboarding.
        let neighbours = [at.checked_sub(1).map(|before| (before, at)), Some((at, at + 1))];
        let joined: Vec<String> = neighbours
            .into_iter()
            .flatten()
            .filter_map(|(one, other)| Some(format!("{}{}", all.get(one)?, all.get(other)?)))
            .collect();
        let synonyms = ParsedQuery::synonyms(&all, at, header);
        let is_stop = any && is_stop(word);
        let asked = WordQuery { word, is_last, is_stop, joined: &joined, synonyms: &synonyms };
        let meant = lookup::find(reader, &asked);
        found.extend(meant.into_iter().map(|meant| (word.clone(), meant)));
    }
    found
}

/// Without a word, everything that the facets admit, what can be relied on first.
fn everything(header: &IndexHeader, chosen: &ChosenFilters, query: &Query<'_>) -> Results {
    // Neither signs alone nor an empty box without a choice are a wish to see everything.
    let nothing = !query.text.trim().is_empty() || query.filters.iter().all(Vec::is_empty);
    let mut pages: Vec<u32> = (0..header.pages).collect();
    pages.retain(|page| !nothing && chosen.admits(*page));
    pages.sort_by_key(|page| {
        let age = header.ages.as_bytes().get(*page as usize).map_or(63, |digit| value(*digit));
        (std::cmp::Reverse(factor(header, chosen, *page)), age, *page)
    });
    let scores = pages.iter().map(|page| factor(header, chosen, *page)).collect();
    Results { whole: pages.len(), pages, scores, ..Results::default() }
}

/// The factors of a page's status and kind.
fn factor(header: &IndexHeader, chosen: &ChosenFilters, page: u32) -> u64 {
    let status = chosen.status(header, page).and_then(|status| header.statuses.get(status));
    let kind = header.kinds.get(chosen.kind(header, page)).map_or(ONE, |(_, factor)| *factor);
    u64::from(status.copied().unwrap_or(ONE)) * u64::from(kind) / u64::from(ONE)
}

fn weighed(
    header: &IndexHeader,
    chosen: &ChosenFilters,
    named: &NamedPages,
    ranked: &RankedPage,
) -> u64 {
    let by_name = if named.some.contains(&ranked.page) { NAMED_FACTOR } else { u64::from(ONE) };
    let one = u64::from(ONE);
    ranked.score * factor(header, chosen, ranked.page) / one * by_name / one
}

/// A retired page never stands above the one to use instead.
fn put_replacements_first(
    header: &IndexHeader,
    chosen: &ChosenFilters,
    ranked: &mut Vec<RankedPage>,
) {
    for (old, new) in &header.replaced {
        let at = |ranked: &[RankedPage], page: u32| ranked.iter().position(|it| it.page == page);
        let Some(place) = at(ranked, *old) else { continue };
        match at(ranked, *new) {
            Some(later) if later > place => {
                let moved = ranked.remove(later);
                ranked.insert(place, moved);
            }
            None if chosen.admits(*new) => {
                let retired = ranked.get(place).copied();
                ranked.extend(retired.map(|it| RankedPage { page: *new, ..it }));
                if let Some(rest) = ranked.get_mut(place..) {
                    rest.rotate_right(1);
                }
            }
            _ => {}
        }
    }
}

/// Pages that say the phrases in these words, of the best; how many they are.
fn put_phrases_first(
    typed: &ParsedQuery,
    ranked: &mut [RankedPage],
    record: impl Fn(u32) -> Option<PageRecord>,
) -> usize {
    let says = |ranked: &RankedPage| {
        let Some(record) = record(ranked.page) else { return false };
        // Blanks at both ends, so that phrases begin and end at words.
        let texts = record.texts().map(|text| format!(" {} ", plain(text)));
        let texts: Vec<String> = texts.collect();
        let is_said = |phrase: &String| texts.iter().any(|it| it.contains(&format!(" {phrase} ")));
        typed.phrases.iter().all(is_said)
    };
    let read = ranked.len().min(READ);
    let Some(best) = ranked.get_mut(..read) else { return 0 };
    let said: Vec<u32> = best.iter().filter(|it| says(it)).map(|it| it.page).collect();
    best.sort_by_key(|ranked| !said.contains(&ranked.page));
    said.len()
}

fn near(reader: &mut IndexReader<'_>, words: &[(String, WordMatch)]) -> Vec<String> {
    let missing = words.iter().filter(|(_, meant)| meant.how == FoundBy::None);
    missing.flat_map(|(word, _)| lookup::suggestions(reader, word)).collect()
}
