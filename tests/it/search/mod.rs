//! Finding pages: what a colleague types, and which page comes first.

mod files;
mod finding;
mod judged;
mod words;

use playbook::engine::Build;
use playbook::search::{Filters, Query, Results, search};

use crate::fixture::{self, Files};

/// A playbook that is being searched.
pub struct Searched(Build);

impl Searched {
    pub fn of(files: &Files) -> Self {
        Self(fixture::build(files))
    }

    pub fn results(&self, query: &Query<'_>) -> Results {
        let index = self.0.site.search.index().unwrap();
        search(index, query, |page| self.0.site.search.record(&index.addresses[page as usize]))
    }

    /// Addresses of what a finished query finds, the best first.
    pub fn find(&self, text: &str) -> Vec<String> {
        self.shown(&Query { text, ..Query::default() })
    }

    pub fn shown(&self, query: &Query<'_>) -> Vec<String> {
        let index = self.0.site.search.index().unwrap();
        let pages = self.results(query).pages;
        pages.iter().map(|page| index.addresses[*page as usize].to_string()).collect()
    }

    /// The same among pages of one role.
    pub fn find_for(&self, role: &str, text: &str) -> Vec<String> {
        let mut filters = Filters::default();
        filters[0].push(role.to_owned());
        self.shown(&Query { text, filters, unfinished: false })
    }
}
