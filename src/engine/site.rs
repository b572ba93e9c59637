//! A whole site as a value: what is published at each address. Deliberately
//! absent: where a site is written.

use std::collections::BTreeMap;

use crate::address::{Folder, Route};

use super::output::Output;
use super::search::SearchFiles;
use super::table::Outputs;

/// Everything that is published.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// What is at each address, but for the search index.
    pub outputs: Outputs,
    /// The files of the search index.
    pub search: SearchFiles,
}

impl Site {
    /// A site of these outputs, without a search index.
    pub fn of(outputs: BTreeMap<Route, Output>) -> Self {
        Self { outputs: outputs.into(), search: SearchFiles::default() }
    }

    /// What is at an address.
    pub fn get(&self, route: &Route) -> Option<&Output> {
        self.find(route.as_str())
    }

    /// What is at the address of this text.
    pub fn find(&self, route: &str) -> Option<&Output> {
        // By folder first: a wrong address anywhere else must not make the whole index.
        let searched = || Folder::Search.holds(route);
        self.outputs.get(route).or_else(|| searched().then(|| self.search.outputs().get(route))?)
    }

    /// Every output, those of the search index last.
    pub fn all(&self) -> impl Iterator<Item = (&Route, &Output)> {
        self.outputs.iter().chain(self.search.outputs())
    }
}
