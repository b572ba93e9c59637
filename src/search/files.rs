//! The index as files: each has a version, which `core.js` knows of all of them.
//! Deliberately absent: records, which show what only the page itself has.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;

use crate::address::{Folder, Route};
use crate::memo::Digest;

use super::build::Index;
use super::header::{BLOCK, Column, IndexHeader};
use super::{keys, script};

impl Index {
    /// Gives each file its version, then the header that of them all.
    pub(super) fn sealed(&self, header: IndexHeader) -> IndexHeader {
        let versions = |files: &BTreeMap<String, Arc<str>>| {
            let version = |(key, text): (&String, &Arc<str>)| (key.clone(), version_of(text));
            files.par_iter().map(version).collect()
        };
        let words = versions(&self.words);
        let vocabulary = versions(&self.vocabulary);
        let addresses = self.blocks().map(|block| version_of(&block)).collect();
        let values = version_of(&serde_json::to_string(&*self.values).unwrap_or_default());
        let header = IndexHeader { words, vocabulary, addresses, values, ..header };
        let version = version_of(&serde_json::to_string(&header).unwrap_or_default());
        IndexHeader { version, ..header }
    }

    /// Addresses without `.html`, a line each, by blocks.
    fn blocks(&self) -> impl Iterator<Item = Arc<str>> {
        self.addresses.chunks(BLOCK).map(|block| {
            let names = block.iter().map(|it| it.as_str().trim_end_matches(".html"));
            names.collect::<Vec<_>>().join("\n").into()
        })
    }

    /// Every file but for the records.
    pub fn files(&self) -> Vec<(Route, IndexFile)> {
        let mut files =
            vec![(Folder::Search.route("core.js"), IndexFile::Header(Arc::clone(&self.header)))];
        let values = IndexFile::Values(self.header.values.clone(), Arc::clone(&self.values));
        files.push((Folder::Search.route("facets.js"), values));
        let mut add =
            |what: &'static str, name: &str, key: &str, version: &str, text: &Arc<str>| {
                let (key, version, text) = (key.to_owned(), version.to_owned(), Arc::clone(text));
                let file = IndexFile::Text { what, key, version, text };
                files.push((Folder::Search.route(format_args!("{what}/{name}.js")), file));
            };
        // Versions were taken of the same tables, in the same order.
        for ((key, text), version) in self.words.iter().zip(self.header.words.values()) {
            add("words", &keys::file_name(key), key, version, text);
        }
        for ((key, text), version) in self.vocabulary.iter().zip(self.header.vocabulary.values()) {
            add("vocabulary", &keys::file_name(key), key, version, text);
        }
        for (number, (block, version)) in self.blocks().zip(&self.header.addresses).enumerate() {
            add("pages", &number.to_string(), &number.to_string(), version, &block);
        }
        files
    }
}

/// A file of the index.
#[derive(Clone, Debug)]
pub enum IndexFile {
    /// What is known before the query.
    Header(Arc<IndexHeader>),
    /// The values of every facet, with their version.
    Values(String, Arc<Vec<Column>>),
    /// Words or postings, line by line.
    Text {
        /// The folder that it is in.
        what: &'static str,
        /// Its name in the tables of the header.
        key: String,
        /// The version that the header names.
        version: String,
        /// The lines of the file.
        text: Arc<str>,
    },
}

impl IndexFile {
    /// The file as it is published.
    pub fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::Header(header) => script::call("core", "", &header.version, &**header),
            Self::Values(version, values) => script::call("facets", "", version, &**values),
            Self::Text { what, key, version, text } => script::call(what, key, version, &**text),
        }
    }
}

impl Hash for IndexFile {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.to_bytes().hash(state);
    }
}

/// The address of a page's record.
pub fn record_route(page: &Route) -> Route {
    let page = page.as_str().trim_end_matches(".html");
    Folder::Search.route(format_args!("records/{page}.js"))
}

fn version_of(text: &str) -> String {
    // A version only tells a file from an older one of the same name.
    Digest::of_bytes(text.as_bytes()).to_string().chars().take(6).collect()
}
