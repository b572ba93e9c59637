//! Relevance as a number: a list of queries with the pages that they should
//! find enters, what was found of them leaves. Deliberately absent: the file
//! that the list is in.

mod judged;
mod known_items;
mod report;

pub use judged::{Judged, JudgedError, read};
pub use known_items::known_items;
pub use report::{EvalReport, QueryOutcome, Slice};

use crate::address::Route;

use super::build::Index;
use super::query::{Query, search};
use super::record::PageRecord;

/// Runs every query of a list.
pub fn evaluate(
    index: &Index,
    judged: &[Judged],
    record: impl Fn(&Route) -> Option<PageRecord>,
) -> EvalReport {
    let outcome = |judged: &Judged| {
        let unfinished = judged.slice == "prefix";
        let query = Query { text: &judged.words, filters: judged.filters.clone(), unfinished };
        let results = search(index, &query, |page| record(index.addresses.get(page as usize)?));
        let routes = results.pages.iter().filter_map(|page| index.addresses.get(*page as usize));
        QueryOutcome::of(judged, &results, routes.map(Route::as_str))
    };
    EvalReport { outcomes: judged.iter().map(outcome).collect() }
}
