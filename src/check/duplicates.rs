//! Near-duplicates: two pages whose sketches agree in most places share most of
//! their text. The younger one, by id, is told. Apart from all other checks:
//! sketches change with the prose, cards do not.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::diagnostic::{Diagnostic, Place, rules::whole::pb511_near_duplicate};

/// Min-hashes that are compared together: two pages are only looked at when
/// one such band is equal.
const BAND: usize = 4;

/// Share of equal min-hashes, in percent, from which pages are near-duplicates:
/// an estimate of the share of word sequences they have in common.
const NEAR: usize = 60;

/// What two pages are compared by.
#[derive(Clone, Copy, Debug)]
pub struct Sketched<'a> {
    /// Path of the source.
    pub path: &'a Arc<str>,
    /// Shown when it is the older one.
    pub title: &'a str,
    /// Min-hashes, as many for every page; empty for short texts.
    pub sketch: &'a [u32],
}

/// Every page that is close to an older one. Pages come in the order of ids.
pub fn duplicates(pages: &[Sketched<'_>]) -> Vec<Diagnostic> {
    let most = pages.iter().map(|page| page.sketch.len() / BAND).max().unwrap_or_default();
    let firsts: Vec<Vec<Option<usize>>> =
        (0..most).into_par_iter().map(|band| firsts(pages, band)).collect();
    let near = |(number, page): (usize, &Sketched<'_>)| {
        let alike = firsts.iter().filter_map(|firsts| *firsts.get(number)?);
        let mut others = alike.filter_map(|first| pages.get(first));
        let other = others.find(|other| is_near(page, other))?;
        let (place, other_place) = (Place::file(page.path), Place::file(other.path));
        Some(pb511_near_duplicate::breach(place, other_place, other.title))
    };
    pages.iter().enumerate().filter_map(near).collect()
}

/// For each page the first one with the same min-hashes in a band, if that is
/// another one.
fn firsts(pages: &[Sketched<'_>], band: usize) -> Vec<Option<usize>> {
    // Against the first that is alike, and not in pairs: of ten thousand there are fifty million.
    let mut first_of: FxHashMap<&[u32], usize> = FxHashMap::default();
    let mut firsts = Vec::with_capacity(pages.len());
    for (number, page) in pages.iter().enumerate() {
        let hashes = page.sketch.chunks_exact(BAND).nth(band);
        let first = hashes.map(|hashes| *first_of.entry(hashes).or_insert(number));
        firsts.push(first.filter(|first| *first != number));
    }
    firsts
}

fn is_near(page: &Sketched<'_>, other: &Sketched<'_>) -> bool {
    let (ours, theirs) = (page.sketch, other.sketch);
    let equal = ours.iter().zip(theirs.iter()).filter(|(our, their)| our == their).count();
    // A short text has no sketch, and is near to nothing.
    !ours.is_empty() && ours.len() == theirs.len() && equal * 100 >= ours.len() * NEAR
}
