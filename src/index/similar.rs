//! Similar pages: the five with the highest sum of rarities of shared job,
//! tools, role-and-layer pair and stems of title, summary and keywords. Body
//! text plays no part, so that an edit of prose changes no list.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::hash::BuildHasher;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use crate::domain::Layer;
use crate::model::{EVERYONE, Named, Playbook, Workflow};

use super::job::job_key;

const MAX_SIMILAR: usize = 5;

/// A feature that more pages have says nothing.
const MAX_PAGES_PER_FEATURE: usize = 200;

pub(super) fn derive(playbook: &Playbook) -> BTreeMap<Arc<str>, Vec<Arc<str>>> {
    let hide_gaps = playbook.config.build.hide_gaps;
    let pages: Vec<&Workflow> =
        playbook.workflows.values().filter(|it| it.is_listed(hide_gaps)).collect();
    let (numbered, postings) = postings(&pages);
    // One for each thread: a new one for each page would cost more than the comparing.
    let scores = || vec![0_u32; pages.len()];
    let similar = |scores: &mut Vec<u32>, (page, features): (usize, &Vec<usize>)| {
        let similar = similar_to(page, features, &postings, scores);
        let id = |page: usize| pages.get(page).map(|it| Arc::clone(&it.page.id.id));
        Some((id(page)?, similar.into_iter().filter_map(id).collect()))
    };
    let all = numbered.par_iter().enumerate().map_init(scores, similar);
    all.flatten().collect::<Vec<_>>().into_iter().collect()
}

/// What a feature adds to the score of the pages that share it, and which pages
/// those are.
struct FeaturePages {
    weight: u32,
    pages: Vec<usize>,
}

/// The features of each page by number, and the postings by that number.
/// Features that no two pages share, or too many do, are left out.
fn postings(workflows: &[&Workflow]) -> (Vec<Vec<usize>>, Vec<FeaturePages>) {
    let having = workflows.par_iter().enumerate();
    let having = having.flat_map_iter(|(page, it)| features(it).map(move |it| (it, page)));
    let mut having: Vec<(u64, usize)> = having.collect();
    // Sorted on all processors instead of gathered in one table of hundreds of thousands.
    having.par_sort_unstable();
    let mut numbered = vec![Vec::new(); workflows.len()];
    let mut postings = Vec::new();
    for alike in having.chunk_by(|(one, _), (other, _)| one == other) {
        if !(2..=MAX_PAGES_PER_FEATURE).contains(&alike.len()) {
            continue;
        }
        let pages: Vec<usize> = alike.iter().map(|(_, page)| *page).collect();
        for page in &pages {
            if let Some(numbers) = numbered.get_mut(*page) {
                numbers.push(postings.len());
            }
        }
        let weight = rarity(pages.len(), workflows.len());
        postings.push(FeaturePages { weight, pages });
    }
    (numbered, postings)
}

/// Inverse document frequency in 1/1024: whole numbers add up alike in every
/// order.
fn rarity(having: usize, of: usize) -> u32 {
    let ratio = of as f64 / having as f64;
    ((1.0 + ratio.ln().max(0.0)) * 1024.0) as u32
}

/// The pages with the highest scores. `scores` has a zero for every page, and
/// again afterwards.
fn similar_to(
    page: usize,
    features: &[usize],
    postings: &[FeaturePages],
    scores: &mut [u32],
) -> Vec<usize> {
    let mut touched = Vec::new();
    for posting in features.iter().filter_map(|number| postings.get(*number)) {
        for other in posting.pages.iter().filter(|other| **other != page) {
            let Some(score) = scores.get_mut(*other) else { continue };
            if *score == 0 {
                touched.push(*other);
            }
            *score += posting.weight;
        }
    }
    let mut take = |other: &usize| scores.get_mut(*other).map_or(0, std::mem::take);
    // Pages are numbered by id, which is the order of their routes.
    let mut ranked: Vec<(Reverse<u32>, usize)> =
        touched.iter().map(|other| (Reverse(take(other)), *other)).collect();
    // Only five are wanted: of a common word, all that share it would be sorted.
    if ranked.len() > MAX_SIMILAR {
        ranked.select_nth_unstable(MAX_SIMILAR);
        ranked.truncate(MAX_SIMILAR);
    }
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, other)| other).collect()
}

/// Something that makes two pages alike.
#[derive(Hash)]
enum Feature<'a> {
    /// As [`job_key`] has it.
    Job(String),
    Tool(&'a str),
    Role(&'a str, Layer),
}

/// Everything that makes two pages alike, each once and by its hash.
fn features(page: &Workflow) -> impl Iterator<Item = u64> {
    let layer = page.layer();
    let job = page.front.job.as_deref().map(|job| Feature::Job(job_key(job)));
    let tools = page.tools.iter().filter_map(Named::id).map(|tool| Feature::Tool(tool));
    let roles = page.roles.iter().map(move |role| Feature::Role(role, layer));
    let everyone = page.everyone.then_some(Feature::Role(EVERYONE, layer));
    let named = job.into_iter().chain(tools).chain(roles).chain(everyone);
    let stems = page.page.card.stems.iter().copied();
    // Without a seed, so that the same things have the same hash in every run.
    stems.chain(named.map(|feature| FxBuildHasher.hash_one(feature)))
}
