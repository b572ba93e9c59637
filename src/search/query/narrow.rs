//! Facets: any of the chosen values of one, all facets together. Deliberately
//! absent: what a further choice would give, which only the search's page counts.

use std::sync::Arc;

use super::super::build::Index;
use super::super::facets::FACETS;
use super::super::header::{Column, IndexHeader};
use super::super::postings::numbers;

/// Ids of chosen values, by facet.
pub type Filters = [Vec<String>; FACETS];

/// Chosen values by number; an unknown id is none of any page.
pub(super) struct ChosenFilters {
    by_facet: [Vec<u32>; FACETS],
    given: [bool; FACETS],
    /// The set of each page: its kind, its status, then each facet.
    kinds: Vec<u32>,
    statuses: Vec<u32>,
    columns: Vec<Vec<u32>>,
    values: Arc<Vec<Column>>,
}

impl ChosenFilters {
    pub(super) fn new(index: &Index, filters: &Filters) -> Self {
        let header = &*index.header;
        let mut by_facet: [Vec<u32>; FACETS] = Default::default();
        let mut given = [false; FACETS];
        let facets = by_facet.iter_mut().zip(&mut given).zip(&header.facets).zip(filters);
        for (((chosen, given), facet), ids) in facets {
            // Kept apart from the numbers: an id that nobody knows leaves none, and must admit
            // nothing.
            *given = !ids.is_empty();
            let known = (0..).zip(&facet.values).filter(|(_, (id, _))| ids.contains(id));
            *chosen = known.map(|(number, _)| number).collect();
        }
        // Taken apart once, and not for every page that is counted.
        let columns = index.values.iter().map(|column| numbers(&column.of)).collect();
        let (kinds, statuses) = (numbers(&header.kind.of), numbers(&header.status.of));
        Self { by_facet, given, kinds, statuses, columns, values: Arc::clone(&index.values) }
    }

    /// What a page has of a facet.
    fn values(&self, page: u32, facet: usize) -> &[u32] {
        let sets = self.columns.get(facet).map_or(&[] as &[u32], Vec::as_slice);
        self.values.get(facet).map_or(&[], |column| set_of(column, sets, page))
    }

    /// The number of its kind.
    pub(super) fn kind(&self, header: &IndexHeader, page: u32) -> usize {
        set_of(&header.kind, &self.kinds, page).first().map_or(0, |kind| *kind as usize)
    }

    /// The number of its status, if it has one.
    pub(super) fn status(&self, header: &IndexHeader, page: u32) -> Option<usize> {
        set_of(&header.status, &self.statuses, page).first().map(|status| *status as usize)
    }

    /// Whether a page has what is chosen of every facet.
    pub(super) fn admits(&self, page: u32) -> bool {
        self.by_facet.iter().zip(&self.given).enumerate().all(|(facet, (chosen, given))| {
            let has = || self.values(page, facet).iter().any(|it| chosen.contains(it));
            !given || has()
        })
    }
}

/// The values of a page in a column whose sets are `sets`.
fn set_of<'c>(column: &'c Column, sets: &[u32], page: u32) -> &'c [u32] {
    let set = sets.get(page as usize).and_then(|set| column.sets.get(*set as usize));
    set.map_or(&[], Vec::as_slice)
}
