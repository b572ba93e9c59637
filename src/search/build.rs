//! The index of a playbook: all pages' words, put together. What one page or
//! one bucket gives is remembered, so that an edit costs what it changes.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::address::Route;
use crate::document::Body;
use crate::language::{self, Language};
use crate::memo::{Hashed, MAX_CHUNK_LEN, Memo};
use crate::model::{Page, Playbook};

use super::bucket::{self, BucketFile, Files, FilesKey, Pages};
use super::facets::{Facet, Facets};
use super::factors::{KINDS, of_kind, of_status};
use super::facts::{self, SearchablePage};
use super::header::{self, Column, FacetData, IndexHeader};
use super::keys::Bucket;
use super::normalise::SPELLINGS;
use super::postings::{digit, push};
use super::synonyms;
use super::terms::{Terms, TermsKey, terms};

/// What an index remembers from one time to the next.
#[derive(Debug, Default)]
pub struct SearchMemos {
    terms: Memo<Terms>,
    files: Memo<Files>,
}

/// A memo of [`SearchMemos`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchStage {
    /// The words of a page.
    Terms,
    /// The files of a bucket.
    Files,
}

impl SearchMemos {
    /// One that forgets a field of a key: tests prove by it that they would
    /// notice.
    pub fn broken(which: SearchStage, field: &'static str) -> Self {
        let mut memory = Self::default();
        match which {
            SearchStage::Terms => memory.terms = Memo::broken(field),
            SearchStage::Files => memory.files = Memo::broken(field),
        }
        memory
    }
}

/// The index but for its records.
#[derive(Debug, Default)]
pub struct Index {
    /// What is known before the query.
    pub header: Arc<IndexHeader>,
    /// Address of each page, by number.
    pub addresses: Vec<Route>,
    /// The values of each facet, which only narrowing needs.
    pub values: Arc<Vec<Column>>,
    /// Files of words, by key.
    pub(super) words: BTreeMap<String, Arc<str>>,
    /// Files of words for whoever mistypes one, by key.
    pub(super) vocabulary: BTreeMap<String, Arc<str>>,
}

/// Makes the index of everything that can be found.
pub fn build(
    memory: &mut SearchMemos,
    playbook: &Playbook,
    body: impl Fn(&Page) -> Option<Hashed<Body>> + Sync,
) -> Index {
    let language = language::find(&playbook.config.site.language);
    let found = facts::all(playbook);
    let counted: Vec<Hashed<Terms>> = found
        .par_iter()
        .with_max_len(MAX_CHUNK_LEN)
        .map(|found| {
            let key = TermsKey {
                card: found.page.card.clone(),
                body: body(found.page).unwrap_or_else(|| Hashed::new(Body::default())),
                excerpts: found.page.excerpts.clone(),
                names: found.names.clone(),
                withheld: found.withheld,
                language: &language.code,
            };
            memory.terms.get(&key, terms)
        })
        .collect();
    // Side by side: the tables were once left for one thread when all others were done.
    let (buckets, (values, header)) = rayon::join(
        || buckets(&memory.files, language, &counted),
        || about_pages(playbook, language, &found, &counted),
    );
    memory.terms.sweep();
    memory.files.sweep();
    let mut index = Index {
        addresses: found.iter().map(|found| found.page.route.clone()).collect(),
        values: Arc::new(values),
        ..Index::default()
    };
    let entry = |file: &BucketFile| (file.key.clone(), Arc::clone(&file.text));
    for files in &buckets {
        index.words.extend(files.files.iter().map(entry));
        index.vocabulary.extend(files.vocabulary.iter().map(entry));
    }
    index.header = Arc::new(index.sealed(header));
    index
}

/// The files of each bucket, in no order.
fn buckets(
    memo: &Memo<Files>,
    language: &'static Language,
    counted: &[Hashed<Terms>],
) -> Vec<Hashed<Files>> {
    let mut having: BTreeMap<Bucket, Vec<(u32, Range<u32>)>> = BTreeMap::new();
    for (number, terms) in (0..).zip(counted) {
        for (bucket, range) in terms.buckets() {
            having.entry(bucket).or_default().push((number, range));
        }
    }
    let key = |(bucket, places)| FilesKey {
        bucket,
        language: &language.code,
        pages: Pages { counted, places },
    };
    let mut keys: Vec<FilesKey<'_>> = having.into_iter().map(key).collect();
    keys.sort_by_cached_key(|key| Reverse(key.pages.bytes()));
    // One by one, the largest first, so that none is left for the end.
    keys.into_iter().par_bridge().map(|key| memo.get(&key, bucket::files)).collect()
}

/// The values of each facet, and core but for its versions.
fn about_pages(
    playbook: &Playbook,
    language: &Language,
    found: &[SearchablePage<'_>],
    counted: &[Hashed<Terms>],
) -> (Vec<Column>, IndexHeader) {
    let word = |key: &str| language.word(key).to_owned();
    let facets = facts::facets(playbook, found, word);
    let values = Facet::ALL.map(|facet| column_of(&facets, facet, found));
    (values.into(), core_of(playbook, language, &facets, found, counted))
}

fn core_of(
    playbook: &Playbook,
    language: &Language,
    facets: &Facets,
    found: &[SearchablePage<'_>],
    counted: &[Hashed<Terms>],
) -> IndexHeader {
    let mut header = IndexHeader {
        pages: u32::try_from(found.len()).unwrap_or(u32::MAX),
        stop: language.stop.clone(),
        spellings: SPELLINGS.to_vec(),
        synonyms: synonyms::of(&playbook.config.synonyms),
        names: facts::names_of(found),
        kinds: KINDS
            .iter()
            .map(|(kind, factor)| (super::factors::name_of(*kind), *factor))
            .collect(),
        ..IndexHeader::default()
    };
    header.facets = Facet::ALL.iter().map(|facet| data_of(facets, *facet)).collect();
    let statuses = facets.values(Facet::Status).iter();
    header.statuses = statuses.map(|(id, _)| of_status(id)).collect();
    header.replaced = replaced(found);
    add_lengths(&mut header, counted);
    add_properties(&mut header, facets, found);
    header
}

fn data_of(facets: &Facets, facet: Facet) -> FacetData {
    let values = facets.values(facet).iter();
    let values = values.map(|(id, name)| (id.to_string(), name.clone())).collect();
    FacetData { id: facet.as_str(), values }
}

fn replaced(found: &[SearchablePage<'_>]) -> Vec<(u32, u32)> {
    let numbers = (0..).zip(found).map(|(number, found)| (&found.page.id, number));
    let numbers: BTreeMap<_, u32> = numbers.collect();
    let pair = |(number, found): (u32, &SearchablePage<'_>)| {
        let instead = found.replaced_by.as_ref()?;
        Some((number, *numbers.get(instead)?))
    };
    (0..).zip(found).filter_map(pair).collect()
}

fn add_lengths(header: &mut IndexHeader, counted: &[Hashed<Terms>]) {
    let pages = counted.len() as u64;
    header.mean = header::mean(counted.iter().map(|it| u64::from(it.length)).sum(), pages);
    header.mean_title =
        header::mean(counted.iter().map(|it| u64::from(it.title_length)).sum(), pages);
    let lengths = counted.iter().map(|it| digit(header::class_of(it.length)));
    header.lengths = lengths.collect();
    header.title_lengths = counted.iter().map(|it| digit(it.title_length)).collect();
}

fn add_properties(header: &mut IndexHeader, facets: &Facets, found: &[SearchablePage<'_>]) {
    let kinds = found.iter().map(|found| vec![of_kind(found.page.id.kind).0]).collect();
    header.kind = column(kinds);
    header.status = column_of(facets, Facet::Status, found);
    // Against the newest page and not today: an index has no clock, and is the same tomorrow.
    let newest = found.iter().filter_map(|found| found.last_run).max();
    let age = |found: &SearchablePage<'_>| digit(months_between(found.last_run, newest).ilog2());
    header.ages = found.iter().map(age).collect();
}

/// The values of a facet.
fn column_of(facets: &Facets, facet: Facet, found: &[SearchablePage<'_>]) -> Column {
    let known = facets.values(facet).iter().map(|(id, _)| &**id);
    let known: FxHashMap<&str, u32> = known.zip(0..).collect();
    let values = found.iter().map(|found| {
        let ids = found.values(facet).iter();
        let mut numbers: Vec<u32> = ids.filter_map(|id| known.get(&**id).copied()).collect();
        numbers.sort_unstable();
        numbers
    });
    column(values.collect())
}

/// Sets are numbered by how often they occur, so that most pages take a digit.
fn column(sets: Vec<Vec<u32>>) -> Column {
    let mut counts: FxHashMap<&Vec<u32>, usize> = FxHashMap::default();
    for set in &sets {
        *counts.entry(set).or_default() += 1;
    }
    let mut order: Vec<(&Vec<u32>, usize)> = counts.into_iter().collect();
    // Ties by the sets themselves: a hash map has no order.
    order.sort_by_key(|(set, count)| (Reverse(*count), *set));
    let numbers: FxHashMap<&Vec<u32>, u32> =
        (0..).zip(&order).map(|(number, (set, _))| (*set, number)).collect();
    let mut of = String::with_capacity(sets.len());
    for set in &sets {
        push(&mut of, numbers.get(set).copied().unwrap_or(0));
    }
    Column { sets: order.iter().map(|(set, _)| (*set).clone()).collect(), of }
}

/// One for what is as new as the newest; very many for what has no date.
fn months_between(date: Option<Date>, newest: Option<Date>) -> u32 {
    let months = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
    match (date, newest) {
        // At least one, since zero has no logarithm.
        (Some(date), Some(newest)) => 1 + u32::try_from(months(newest) - months(date)).unwrap_or(0),
        _ => u32::MAX,
    }
}
