//! What a list of queries found: by query and by slice.

use std::collections::BTreeMap;

use super::super::query::Results;
use super::judged::Judged;

/// Results that a reader looks at without scrolling.
const RESULTS_ON_FIRST_SCREEN: usize = 3;

/// Results that are kept of each query.
const MAX_RESULTS_KEPT: usize = 10;

/// What one query found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryOutcome {
    /// The query with its judged pages.
    pub judged: Judged,
    /// Place of the first ideal page, from 1.
    pub ideal: Option<usize>,
    /// Place of the first page that answers at all, from 1.
    pub good: Option<usize>,
    /// The first results with their scores.
    pub found: Vec<(String, u64)>,
    /// How many results there are.
    pub results: usize,
    /// How many of them have every word.
    pub whole: usize,
}

impl QueryOutcome {
    pub(super) fn of<'r>(
        judged: &Judged,
        results: &Results,
        routes: impl Iterator<Item = &'r str>,
    ) -> Self {
        let mut outcome = Self {
            judged: judged.clone(),
            ideal: None,
            good: None,
            found: Vec::new(),
            results: results.pages.len(),
            whole: results.whole,
        };
        for (place, (route, score)) in (1..).zip(routes.zip(&results.scores)) {
            let is = |wanted: &[String]| wanted.iter().any(|it| it == route);
            if outcome.ideal.is_none() && is(&judged.ideal) {
                outcome.ideal = Some(place);
            }
            if outcome.good.is_none() && (is(&judged.ideal) || is(&judged.good)) {
                outcome.good = Some(place);
            }
            if place <= MAX_RESULTS_KEPT {
                outcome.found.push((route.to_owned(), *score));
            }
        }
        outcome
    }

    /// Nothing should be found, and nothing was; or an ideal page is among the
    /// first three.
    pub fn passes(&self) -> bool {
        match self.judged.ideal.is_empty() {
            true => self.results == 0,
            false => self.ideal.is_some_and(|place| place <= RESULTS_ON_FIRST_SCREEN),
        }
    }
}

/// What a list found.
#[derive(Clone, Debug, Default)]
pub struct EvalReport {
    /// In the order of the list.
    pub outcomes: Vec<QueryOutcome>,
}

/// The figures of a slice. Shares are of its queries.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slice {
    /// How many queries were asked.
    pub queries: usize,
    /// With an ideal page first.
    pub first: f64,
    /// With an ideal page among the first three, or nothing where nothing
    /// should be found.
    pub first_three: f64,
    /// Mean of one divided by the place of the first ideal page.
    pub reciprocal_rank: f64,
    /// That found nothing although they should.
    pub empty: usize,
}

impl EvalReport {
    /// The figures of each slice, by name; those of all under no name, last.
    pub fn slices(&self) -> Vec<(String, Slice)> {
        let mut by_name: BTreeMap<&str, Vec<&QueryOutcome>> = BTreeMap::new();
        for outcome in &self.outcomes {
            by_name.entry(&outcome.judged.slice).or_default().push(outcome);
        }
        let slices = by_name.into_iter().filter(|(name, _)| !name.is_empty());
        let all = ("", self.outcomes.iter().collect::<Vec<_>>());
        slices.chain([all]).map(|(name, of)| (name.to_owned(), figures(&of))).collect()
    }

    /// Queries that did not find what they should.
    pub fn failures(&self) -> impl Iterator<Item = &QueryOutcome> {
        self.outcomes.iter().filter(|outcome| !outcome.passes())
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of queries")]
fn figures(outcomes: &[&QueryOutcome]) -> Slice {
    let queries = outcomes.len();
    let share = |count: usize| count as f64 / queries.max(1) as f64;
    let is_zero = |outcome: &QueryOutcome| outcome.judged.ideal.is_empty() && outcome.results == 0;
    let first = outcomes.iter().filter(|it| it.ideal == Some(1) || is_zero(it)).count();
    let ranks = outcomes.iter().map(|outcome| match outcome.ideal {
        Some(place) => 1.0 / place as f64,
        None if is_zero(outcome) => 1.0,
        None => 0.0,
    });
    Slice {
        queries,
        first: share(first),
        first_three: share(outcomes.iter().filter(|it| it.passes()).count()),
        reciprocal_rank: ranks.sum::<f64>() / queries.max(1) as f64,
        empty: outcomes.iter().filter(|it| it.results == 0 && !it.judged.ideal.is_empty()).count(),
    }
}
