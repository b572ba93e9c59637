//! The files of the index, opened as they are needed.

use std::collections::BTreeMap;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::super::build::Index;
use super::super::keys;
use super::super::lines::{self, KnownWord, decode_lines, decode_words};

/// Words of one stem, and where they stand.
pub(super) type SharedLine = Rc<lines::StemLine<String>>;

/// How many files a prefix may open; it is short where more begin with it.
const MAX_PREFIX_FILES: usize = 4;

/// An index that is being searched.
pub(super) struct IndexReader<'a> {
    pub index: &'a Index,
    open: BTreeMap<&'a str, Rc<WordFile>>,
    vocabulary: BTreeMap<&'a str, Rc<[KnownWord<String>]>>,
}

/// One file of words, read.
struct WordFile {
    lines: Vec<SharedLine>,
    by_word: FxHashMap<String, usize>,
}

impl<'a> IndexReader<'a> {
    pub(super) fn new(index: &'a Index) -> Self {
        Self { index, open: BTreeMap::new(), vocabulary: BTreeMap::new() }
    }

    fn open(&mut self, key: &'a str) -> Rc<WordFile> {
        let index = self.index;
        let words = self.open.entry(key).or_insert_with(|| {
            Rc::new(WordFile::read(index.words.get(key).map_or("", |text| text)))
        });
        Rc::clone(words)
    }

    /// The key of the file that has a word, if it is anywhere.
    fn key_of(&self, word: &str) -> Option<&'a str> {
        let key = keys::key(word);
        let ends = key.char_indices().map(|(at, letter)| at + letter.len_utf8());
        let ends: Vec<usize> = ends.collect();
        // The longest key that it begins with has it, as files are cut.
        ends.iter().rev().find_map(|end| {
            let (known, _) = self.index.words.get_key_value(key.get(..*end)?)?;
            Some(known.as_str())
        })
    }

    /// The line of a word as it is typed.
    pub(super) fn exact(&mut self, word: &str) -> Option<SharedLine> {
        let words = self.open(self.key_of(word)?);
        words.lines.get(*words.by_word.get(word)?).cloned()
    }

    /// Every line with a word that begins so, and that word.
    pub(super) fn beginning(&mut self, prefix: &str) -> Vec<(String, SharedLine)> {
        let key = keys::key(prefix);
        let mut files: Vec<&'a str> = self.key_of(prefix).into_iter().collect();
        let below = self.index.words.range(key.clone()..).map(|(known, _)| known.as_str());
        files.extend(below.take_while(|known| known.starts_with(&key)));
        files.dedup();
        let mut found = Vec::new();
        for file in files.into_iter().take(MAX_PREFIX_FILES) {
            for line in &self.open(file).lines {
                if let Some(word) = line.words.iter().find(|word| word.starts_with(prefix)) {
                    found.push((word.clone(), Rc::clone(line)));
                }
            }
        }
        found
    }

    /// Words that begin as one does, each with the class of the number of its
    /// pages.
    pub(super) fn vocabulary(&mut self, word: &str) -> Rc<[KnownWord<String>]> {
        let known = self.index.vocabulary.get_key_value(&keys::bucket(word).key());
        known.map_or_else(|| Rc::from([]), |(key, _)| self.vocabulary_of(key))
    }

    /// All words.
    pub(super) fn whole_vocabulary(&mut self) -> Vec<Rc<[KnownWord<String>]>> {
        let index = self.index;
        index.vocabulary.keys().map(|key| self.vocabulary_of(key)).collect()
    }

    fn vocabulary_of(&mut self, key: &'a str) -> Rc<[KnownWord<String>]> {
        let text = self.index.vocabulary.get(key).map_or("", |text| text);
        Rc::clone(self.vocabulary.entry(key).or_insert_with(|| decode_words(text).into()))
    }
}

impl WordFile {
    fn read(text: &str) -> Self {
        let lines: Vec<SharedLine> = decode_lines(text).into_iter().map(Rc::new).collect();
        let numbered = (0..).zip(&lines);
        let by_word =
            numbered.flat_map(|(at, line)| line.words.iter().map(move |it| (it.clone(), at)));
        Self { by_word: by_word.collect(), lines }
    }
}
