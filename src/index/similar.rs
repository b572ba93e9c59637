//! Similar pages: the five with the highest sum of rarities of shared job,
//! tools, role-and-layer pair and stems of title, summary and keywords. Body
//! text plays no part, so that an edit of prose changes no list.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use rust_stemmers::{Algorithm, Stemmer};
use unicode_segmentation::UnicodeSegmentation;

use crate::model::{EVERYONE, Named, Playbook, Workflow};

use super::taxonomy::job_key;

const SHOWN: usize = 5;

/// A feature that more pages have says nothing.
const COMMON: usize = 200;

pub(super) fn derive(playbook: &Playbook) -> BTreeMap<Arc<str>, Vec<Arc<str>>> {
    let hide_gaps = playbook.config.build.hide_gaps;
    let pages: Vec<&Workflow> =
        playbook.workflows.values().filter(|it| it.is_listed(hide_gaps)).collect();
    let stemmer = Stemmer::create(Algorithm::English);
    let features: Vec<Vec<String>> =
        pages.par_iter().map(|page| features(page, &stemmer)).collect();
    let weighted = postings(&features);
    let of_page = |page: usize| similar_to(page, features.get(page)?, &weighted, &pages);
    (0..pages.len()).into_par_iter().filter_map(of_page).collect::<Vec<_>>().into_iter().collect()
}

/// Page numbers by feature, with the feature's weight; features that no two
/// pages share, or too many do, are left out.
type Postings<'a> = BTreeMap<&'a str, (u32, Vec<usize>)>;

fn postings(features: &[Vec<String>]) -> Postings<'_> {
    let mut postings: Postings<'_> = BTreeMap::new();
    for (page, features) in features.iter().enumerate() {
        for feature in features {
            postings.entry(feature).or_default().1.push(page);
        }
    }
    postings.retain(|_, (_, pages)| (2..=COMMON).contains(&pages.len()));
    for (weight, pages) in postings.values_mut() {
        *weight = rarity(pages.len(), features.len());
    }
    postings
}

/// Inverse document frequency in 1/1024: whole numbers add up alike in every
/// order.
fn rarity(having: usize, of: usize) -> u32 {
    let ratio = of as f64 / having as f64;
    ((1.0 + ratio.ln().max(0.0)) * 1024.0) as u32
}

fn similar_to(
    page: usize,
    features: &[String],
    postings: &Postings<'_>,
    pages: &[&Workflow],
) -> Option<(Arc<str>, Vec<Arc<str>>)> {
    let mut scores: BTreeMap<usize, u32> = BTreeMap::new();
    for feature in features {
        let Some((weight, having)) = postings.get(feature.as_str()) else { continue };
        for other in having.iter().filter(|other| **other != page) {
            *scores.entry(*other).or_default() += weight;
        }
    }
    let mut ranked: Vec<(usize, u32)> = scores.into_iter().collect();
    // Pages are numbered by id, which is the order of their routes.
    ranked.sort_by_key(|(other, score)| (std::cmp::Reverse(*score), *other));
    let id = |other: usize| pages.get(other).map(|it| Arc::clone(&it.page.id.id));
    let similar = ranked.into_iter().take(SHOWN).filter_map(|(other, _)| id(other)).collect();
    Some((id(page)?, similar))
}

/// Everything that makes two pages alike, each once.
fn features(page: &Workflow, stemmer: &Stemmer) -> Vec<String> {
    let layer = page.layer().as_str();
    let mut features = BTreeSet::new();
    features.extend(page.front.job.as_deref().map(|job| format!("job {}", job_key(job))));
    features.extend(page.tools.iter().filter_map(Named::id).map(|tool| format!("tool {tool}")));
    features.extend(page.roles.iter().map(|role| format!("role {role} {layer}")));
    if page.everyone {
        features.insert(format!("role {EVERYONE} {layer}"));
    }
    let card = &page.page.card;
    let texts = [card.title.as_str(), card.summary.as_deref().unwrap_or_default()];
    let keywords = page.front.keywords.iter().map(String::as_str);
    for text in texts.into_iter().chain(keywords) {
        for word in text.to_lowercase().unicode_words() {
            features.insert(stemmer.stem(word).into_owned());
        }
    }
    features.into_iter().collect()
}
