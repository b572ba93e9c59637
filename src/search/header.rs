//! What a search needs before it knows the query: how many pages there are and
//! how long, what they can be narrowed down by, which files there are. A few
//! bytes for each page, and no word of its text.

use std::collections::BTreeMap;

use serde::Serialize;

/// All that `search/core.js` says.
#[derive(Clone, Debug, Default, Serialize)]
pub struct IndexHeader {
    /// Digest of everything below and of the files.
    pub version: String,
    /// How many pages can be found.
    pub pages: u32,
    /// Mean number of words of a page, in sixteenths, rounded so that an edit
    /// seldom changes it.
    pub mean: u32,
    /// Mean number of words of a title, likewise.
    pub mean_title: u32,
    /// Facets with their values.
    pub facets: Vec<FacetData>,
    /// Factor of each status, in the order of that facet's values.
    pub statuses: Vec<u32>,
    /// Kinds of pages with their factors.
    pub kinds: Vec<(&'static str, u32)>,
    /// The kind of each page.
    pub kind: Column,
    /// The status of each page that has one.
    pub status: Column,
    /// Version of the file that has the values of every facet.
    pub values: String,
    /// The class of each page's length, a digit each.
    pub lengths: String,
    /// The number of words of each title, a digit each.
    pub title_lengths: String,
    /// The class of the time between the newest page and each page, a digit each.
    pub ages: String,
    /// Files of words with their versions, by what the words begin with.
    pub words: BTreeMap<String, String>,
    /// Files for words that are mistyped, likewise.
    pub vocabulary: BTreeMap<String, String>,
    /// Files of addresses: of [`BLOCK`] pages each.
    pub addresses: Vec<String>,
    /// Words that say nothing of a text.
    pub stop: Vec<String>,
    /// Beginnings of words that are spelled in two ways.
    pub spellings: Vec<(&'static str, &'static str)>,
    /// Words to look for as well, by what is typed.
    pub synonyms: BTreeMap<String, Vec<String>>,
    /// Pages that are meant by a name.
    pub names: BTreeMap<String, Vec<u32>>,
    /// Retired pages and what to use instead.
    pub replaced: Vec<(u32, u32)>,
}

/// One property of all pages. By itself it compresses better than together with
/// others, which have little to do with it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Column {
    /// The sets of values that occur, by number.
    pub sets: Vec<Vec<u32>>,
    /// The set of each page, in base 64.
    pub of: String,
}

/// A facet with its values.
#[derive(Clone, Debug, Serialize)]
pub struct FacetData {
    /// Its word, such as `role`.
    pub id: &'static str,
    /// Id and name of each value.
    pub values: Vec<(String, String)>,
}

/// Addresses in one file.
pub const BLOCK: usize = 128;

/// The class of a length: its highest three bits. Lengths of one class differ
/// by less than a quarter.
pub(super) fn class_of(length: u32) -> u32 {
    // A digit of base 64 has 63 as the last one: so a text of 65,536 words is as long as any.
    let length = length.clamp(1, (1 << 16) - 1);
    let power = length.ilog2();
    let next = (length << 2 >> power) & 3;
    power * 4 + next
}

/// The least length of a class.
pub(super) fn length_of(class: u32) -> u32 {
    (4 + (class & 3)) << (class >> 2) >> 2
}

/// A mean in sixteenths, to a sixteenth to a thirty-second of itself.
pub(super) fn mean(sum: u64, count: u64) -> u32 {
    // At least one word, since lengths are divided by it.
    let mean = u32::try_from(16 * sum / count.max(1)).unwrap_or(u32::MAX).max(16);
    let step = (1 << mean.ilog2()) / 16;
    (mean + step / 2) / step * step
}
