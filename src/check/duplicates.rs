//! Near-duplicates: two pages whose sketches agree in most places share most of
//! their text. The younger one, by path, is told.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place, rules::whole};
use crate::model::{Playbook, Workflow};

/// Min-hashes that are compared together: two pages are only looked at when
/// one such band is equal.
const BAND: usize = 4;

/// Share of equal min-hashes, in percent, from which pages are near-duplicates:
/// an estimate of the share of word sequences they have in common.
const NEAR: usize = 60;

pub(super) fn check(playbook: &Playbook, diagnostics: &mut Vec<Diagnostic>) {
    let pages: Vec<&Workflow> =
        playbook.workflows.values().filter(|page| !page.is_retired()).collect();
    let mut first_of: BTreeMap<(usize, &[u32]), usize> = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        let mut original = None;
        for (band, hashes) in page.page.card.sketch.chunks_exact(BAND).enumerate() {
            let first = *first_of.entry((band, hashes)).or_insert(number);
            let other = pages.get(first).filter(|_| first != number);
            original = original.or(other.filter(|other| is_near(page, other)));
        }
        if let Some(other) = original {
            let card = &other.page.card;
            let place = Place::file(&page.page.card.path);
            diagnostics.push(whole::near_duplicate(place, Place::file(&card.path), &card.title));
        }
    }
}

fn is_near(page: &Workflow, other: &Workflow) -> bool {
    let (ours, theirs) = (&page.page.card.sketch, &other.page.card.sketch);
    let equal = ours.iter().zip(theirs).filter(|(our, their)| our == their).count();
    !ours.is_empty() && ours.len() == theirs.len() && equal * 100 >= ours.len() * NEAR
}
