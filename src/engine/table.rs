//! Outputs by address. What many builds have in common lies in a table that they
//! share, so that an edit of prose does not copy ten thousand addresses.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::address::Route;

use super::output::Output;

/// What is published at each address.
#[derive(Clone, Debug, Default)]
pub struct Outputs {
    /// By address.
    shared: Arc<[(Route, OutputAt)]>,
    /// What shows the body of a document, by number.
    own: Arc<[Arc<DocumentOutputs>]>,
    /// Everything else; none of its addresses is in `shared`.
    others: BTreeMap<Route, Output>,
}

/// What lies at an address of a shared table.
#[derive(Debug)]
pub(super) enum OutputAt {
    /// The same for all who share it.
    Fixed(Output),
    /// The page of a document, by its number.
    Page(usize),
    /// Its twin.
    Twin(usize),
}

/// The outputs that show the body of one document.
#[derive(Clone, Debug)]
pub(super) struct DocumentOutputs {
    pub page: Output,
    pub twin: Output,
}

impl Outputs {
    /// What is shared, with what is this build's own.
    pub(super) fn new(shared: Arc<[(Route, OutputAt)]>, own: Arc<[Arc<DocumentOutputs>]>) -> Self {
        Self { shared, own, others: BTreeMap::new() }
    }

    /// Adds an output where none is.
    pub(super) fn add(&mut self, route: &Route, output: impl FnOnce() -> Output) {
        if self.shared_at(route.as_str()).is_none() {
            self.others.entry(route.clone()).or_insert_with(output);
        }
    }

    /// What is at an address.
    pub fn get(&self, route: &str) -> Option<&Output> {
        match self.shared_at(route) {
            Some(place) => self.at(place),
            None => self.others.get(route),
        }
    }

    /// Every output by address.
    pub fn iter(&self) -> impl Iterator<Item = (&Route, &Output)> {
        // Both are in order, so they are merged on the way: copying them together is what tables
        // avoid.
        let mut shared = self.shared.iter().peekable();
        let mut others = self.others.iter().peekable();
        std::iter::from_fn(move || {
            loop {
                let is_next = match (shared.peek(), others.peek()) {
                    (Some((route, _)), Some((other, _))) => route < *other,
                    (next, _) => next.is_some(),
                };
                if !is_next {
                    return others.next();
                }
                let (route, place) = shared.next()?;
                if let Some(output) = self.at(place) {
                    return Some((route, output));
                }
            }
        })
    }

    /// Every address, in order.
    pub fn routes(&self) -> impl Iterator<Item = &Route> {
        self.iter().map(|(route, _)| route)
    }

    /// Whether nothing is published.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    fn shared_at(&self, route: &str) -> Option<&OutputAt> {
        let at = self.shared.binary_search_by(|(other, _)| other.as_str().cmp(route)).ok()?;
        self.shared.get(at).map(|(_, place)| place)
    }

    fn at<'a>(&'a self, place: &'a OutputAt) -> Option<&'a Output> {
        match place {
            OutputAt::Fixed(output) => Some(output),
            OutputAt::Page(number) => self.own.get(*number).map(|own| &own.page),
            OutputAt::Twin(number) => self.own.get(*number).map(|own| &own.twin),
        }
    }
}

impl From<BTreeMap<Route, Output>> for Outputs {
    fn from(others: BTreeMap<Route, Output>) -> Self {
        Self { others, ..Self::default() }
    }
}
