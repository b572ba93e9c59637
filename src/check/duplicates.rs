//! Near-duplicates: two pages whose sketches agree in most places share most of
//! their text. The younger one, by id, is told. A stage of its own: sketches
//! change with the prose, cards do not.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, rules::whole::pb511_near_duplicate};
use crate::memo::{Fields, Hashed, Key};

/// Min-hashes that are compared together: two pages are only looked at when
/// one such band is equal.
const BAND: usize = 4;

/// Share of equal min-hashes, in percent, from which pages are near-duplicates:
/// an estimate of the share of word sequences they have in common.
const NEAR: usize = 60;

/// What two pages are compared by.
#[derive(Clone, Debug, Hash)]
pub struct Sketched {
    /// Path of the source.
    pub path: Arc<str>,
    /// Shown when it is the older one.
    pub title: String,
    /// Min-hashes, as many for every page; empty for short texts.
    pub sketch: Hashed<Vec<u32>>,
}

/// Every page that is compared, in the order of ids.
#[derive(Clone, Debug)]
pub struct DuplicatesKey {
    /// The pages.
    pub pages: Vec<Sketched>,
}

impl Key for DuplicatesKey {
    fn feed(&self, fields: &mut Fields<'_>) {
        fields.field("pages", &self.pages);
    }
}

/// Every page that is close to an older one.
pub fn duplicates(key: &DuplicatesKey) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut first_of: BTreeMap<(usize, &[u32]), usize> = BTreeMap::new();
    for (number, page) in key.pages.iter().enumerate() {
        let mut original = None;
        for (band, hashes) in page.sketch.chunks_exact(BAND).enumerate() {
            let first = *first_of.entry((band, hashes)).or_insert(number);
            let other = key.pages.get(first).filter(|_| first != number);
            original = original.or(other.filter(|other| is_near(page, other)));
        }
        if let Some(other) = original {
            let place = Place::file(&page.path);
            let other_place = Place::file(&other.path);
            diagnostics.push(pb511_near_duplicate::breach(place, other_place, &other.title));
        }
    }
    diagnostics
}

fn is_near(page: &Sketched, other: &Sketched) -> bool {
    let (ours, theirs) = (&page.sketch, &other.sketch);
    let equal = ours.iter().zip(theirs.iter()).filter(|(our, their)| our == their).count();
    !ours.is_empty() && ours.len() == theirs.len() && equal * 100 >= ours.len() * NEAR
}
