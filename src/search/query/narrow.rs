//! Facets: any of the chosen values of one, all facets together. The counts of
//! a facet follow the query and the other facets, so that a reader sees what a
//! further choice would give.

use super::super::core::Core;
use super::super::facets::{FACETS, Facet};
use super::super::postings::numbers;

/// Ids of chosen values, by facet.
pub type Filters = [Vec<String>; FACETS];

/// A value of a facet, with the number of results that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// `sales`
    pub id: String,
    /// Sales
    pub name: String,
    /// Results with it, whatever else of this facet is chosen.
    pub count: u32,
    /// It is chosen.
    pub chosen: bool,
}

/// Chosen values by number; an unknown id is none of any page.
pub(super) struct Chosen {
    by_facet: [Vec<u32>; FACETS],
    given: [bool; FACETS],
    sets: Vec<u32>,
}

impl Chosen {
    pub(super) fn new(core: &Core, filters: &Filters) -> Self {
        let mut by_facet: [Vec<u32>; FACETS] = Default::default();
        let mut given = [false; FACETS];
        let facets = by_facet.iter_mut().zip(&mut given).zip(&core.facets).zip(filters);
        for (((chosen, given), facet), ids) in facets {
            *given = !ids.is_empty();
            let known = (0..).zip(&facet.values).filter(|(_, (id, _))| ids.contains(id));
            *chosen = known.map(|(number, _)| number).collect();
        }
        Self { by_facet, given, sets: numbers(&core.set_of) }
    }

    fn set<'c>(&self, core: &'c Core, page: u32) -> &'c [Vec<u32>] {
        let set = self.sets.get(page as usize).copied().unwrap_or(0);
        core.sets.get(set as usize).map_or(&[], Vec::as_slice)
    }

    /// The number of its kind.
    pub(super) fn kind(&self, core: &Core, page: u32) -> usize {
        let kind = self.set(core, page).first().and_then(|kinds| kinds.first());
        kind.map_or(0, |kind| *kind as usize)
    }

    /// The number of its status, if it has one.
    pub(super) fn status(&self, core: &Core, page: u32) -> Option<usize> {
        let values = self.set(core, page).get(1 + Facet::Status as usize)?;
        values.first().map(|status| *status as usize)
    }

    /// Whether a page has what is chosen of every facet but `except`.
    pub(super) fn admits(&self, core: &Core, page: u32, except: Option<usize>) -> bool {
        let set = self.set(core, page);
        self.by_facet.iter().zip(&self.given).enumerate().all(|(facet, (chosen, given))| {
            let values = set.get(1 + facet).map_or(&[] as &[u32], Vec::as_slice);
            !given || except == Some(facet) || values.iter().any(|it| chosen.contains(it))
        })
    }

    /// The counts of all facets over `pages`, narrowed or not.
    pub(super) fn counts(&self, core: &Core, pages: &[u32], filters: &Filters) -> Vec<Vec<Count>> {
        let of_facet = |(facet, data): (usize, &super::super::core::FacetData)| {
            let mut counts = vec![0; data.values.len()];
            for page in pages.iter().filter(|page| self.admits(core, **page, Some(facet))) {
                for value in self.set(core, *page).get(1 + facet).into_iter().flatten() {
                    if let Some(count) = counts.get_mut(*value as usize) {
                        *count += 1;
                    }
                }
            }
            let chosen = |id: &String| filters.get(facet).is_some_and(|ids| ids.contains(id));
            let values = data.values.iter().zip(counts);
            let value = |((id, name), count): (&(String, String), u32)| Count {
                id: id.clone(),
                name: name.clone(),
                count,
                chosen: chosen(id),
            };
            values.map(value).collect()
        };
        core.facets.iter().enumerate().map(of_facet).collect()
    }
}
