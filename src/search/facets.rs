//! What results can be narrowed down by.

use std::sync::Arc;

use rustc_hash::FxHashSet;

/// How many facets there are.
pub const FACETS: usize = 5;

/// Something that results are narrowed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// The roles a page is for.
    Role,
    /// Fluency, judgment or redesign.
    Layer,
    /// The tools a page needs.
    Tool,
    /// The most delicate data that goes in.
    Data,
    /// How far to rely on it.
    Status,
}

impl Facet {
    /// Every facet, in the order in which they are shown.
    pub const ALL: [Self; FACETS] = [Self::Role, Self::Layer, Self::Tool, Self::Data, Self::Status];

    /// Its name in addresses and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Layer => "layer",
            Self::Tool => "tool",
            Self::Data => "data",
            Self::Status => "status",
        }
    }
}

/// The values of every facet that some page has.
#[derive(Clone, Debug, Default)]
pub struct Facets {
    values: [Vec<(Arc<str>, String)>; FACETS],
}

impl Facets {
    pub(super) fn set(&mut self, facet: Facet, all: impl Iterator<Item = (Arc<str>, String)>) {
        if let Some(values) = self.values.get_mut(facet as usize) {
            values.extend(all);
        }
    }

    /// Drops what no page has.
    pub(super) fn keep_used<'a>(
        &mut self,
        pages: impl Iterator<Item = &'a [Vec<Arc<str>>; FACETS]>,
    ) {
        let mut used: [FxHashSet<&str>; FACETS] = Default::default();
        for page in pages {
            for (used, values) in used.iter_mut().zip(page) {
                used.extend(values.iter().map(|value| &**value));
            }
        }
        for (values, used) in self.values.iter_mut().zip(&used) {
            values.retain(|(id, _)| used.contains(&**id));
        }
    }

    /// Id and name of each value.
    pub fn values(&self, facet: Facet) -> &[(Arc<str>, String)] {
        self.values.get(facet as usize).map_or(&[], Vec::as_slice)
    }
}
