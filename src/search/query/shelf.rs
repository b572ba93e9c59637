//! The files of the index, opened as they are needed.

use std::collections::BTreeMap;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::super::build::Index;
use super::super::keys;
use super::super::postings::{Posting, decode, value};

/// How many files a prefix may open; it is short where more begin with it.
const FILES: usize = 4;

/// An index that is being searched.
pub(super) struct Shelf<'a> {
    pub index: &'a Index,
    open: BTreeMap<&'a str, Rc<Words<'a>>>,
}

/// One file of words, read.
struct Words<'a> {
    lines: Vec<Line<'a>>,
    by_word: FxHashMap<&'a str, usize>,
}

/// Words of one stem, and where they stand.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// The most frequent first.
    pub words: Vec<&'a str>,
    postings: &'a str,
}

impl Line<'_> {
    /// Where they stand.
    pub(super) fn postings(&self) -> Vec<Posting> {
        decode(self.postings)
    }
}

impl<'a> Shelf<'a> {
    pub(super) fn new(index: &'a Index) -> Self {
        Self { index, open: BTreeMap::new() }
    }

    fn open(&mut self, key: &'a str) -> Rc<Words<'a>> {
        let index = self.index;
        let words = self
            .open
            .entry(key)
            .or_insert_with(|| Rc::new(Words::read(index.words.get(key).map_or("", |text| text))));
        Rc::clone(words)
    }

    /// The key of the file that has a word, if it is anywhere.
    fn key_of(&self, word: &str) -> Option<&'a str> {
        let key = keys::key(word);
        let ends = key.char_indices().map(|(at, letter)| at + letter.len_utf8());
        let ends: Vec<usize> = ends.collect();
        ends.iter().rev().find_map(|end| {
            let (known, _) = self.index.words.get_key_value(key.get(..*end)?)?;
            Some(known.as_str())
        })
    }

    /// The line of a word as it is typed.
    pub(super) fn exact(&mut self, word: &str) -> Option<Line<'a>> {
        let words = self.open(self.key_of(word)?);
        words.lines.get(*words.by_word.get(word)?).cloned()
    }

    /// Every line with a word that begins so, and that word.
    pub(super) fn beginning(&mut self, prefix: &str) -> Vec<(&'a str, Line<'a>)> {
        let key = keys::key(prefix);
        let mut files: Vec<&'a str> = self.key_of(prefix).into_iter().collect();
        let below = self.index.words.range(key.clone()..).map(|(known, _)| known.as_str());
        files.extend(below.take_while(|known| known.starts_with(&key)));
        files.dedup();
        let mut found = Vec::new();
        for file in files.into_iter().take(FILES) {
            for line in &self.open(file).lines {
                if let Some(word) = line.words.iter().find(|word| word.starts_with(prefix)) {
                    found.push((*word, line.clone()));
                }
            }
        }
        found
    }

    /// Words of the vocabulary under a key, with the class of their number of
    /// pages.
    pub(super) fn vocabulary(&self, key: &str) -> impl Iterator<Item = (&'a str, u32)> + use<'a> {
        let text = self.index.vocabulary.get(key).map_or("", |text| text);
        text.lines().filter_map(|line| {
            let (word, class) = line.split_once(' ')?;
            Some((word, value(*class.as_bytes().first()?)))
        })
    }
}

impl<'a> Words<'a> {
    fn read(text: &'a str) -> Self {
        let mut words = Self { lines: Vec::new(), by_word: FxHashMap::default() };
        for line in text.lines() {
            let (found, postings) = line.split_once(' ').unwrap_or((line, ""));
            let found: Vec<&str> = found.split(',').collect();
            words.by_word.extend(found.iter().map(|word| (*word, words.lines.len())));
            words.lines.push(Line { words: found, postings });
        }
        words
    }
}
