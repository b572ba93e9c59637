//! `playbook search --eval`: relevance as a test that can fail.

use std::path::Path;

use serde_json::json;

use crate::engine::Build;
use crate::search::Index;
use crate::search::eval::{self, EvalReport, QueryOutcome};

use super::super::exit::Exit;
use super::super::terminal::Terminal;

pub(super) fn run(
    build: &Build,
    index: &Index,
    judged: &[eval::Judged],
    least: f64,
    as_json: bool,
    terminal: &Terminal,
) -> Exit {
    let report = eval::evaluate(index, judged, |route| build.site.search.record(route));
    terminal.answer(&if as_json { programs(&report) } else { people(&report, build) });
    let passed = report.outcomes.iter().filter(|outcome| outcome.passes()).count();
    #[expect(clippy::cast_precision_loss, reason = "counts of queries")]
    let is_enough = passed as f64 >= least * report.outcomes.len() as f64;
    if is_enough { Exit::Done } else { Exit::Content }
}

/// Reads the list from anywhere: it is no part of the playbook.
pub(super) fn read(file: &Path) -> Result<Vec<eval::Judged>, String> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| format!("cannot read {}: {error}", file.display()))?;
    eval::read(&text).map_err(|error| format!("{}: {error}", file.display()))
}

fn people(report: &EvalReport, build: &Build) -> String {
    let mut lines = vec![format!(
        "{:<12} {:>7} {:>7} {:>9} {:>6} {:>6}",
        "", "queries", "first", "first 3", "MRR", "empty"
    )];
    for (name, slice) in report.slices() {
        let name = if name.is_empty() { "all" } else { &name };
        lines.push(format!(
            "{name:<12} {:>7} {:>7.2} {:>9.2} {:>6.3} {:>6}",
            slice.queries, slice.first, slice.first_three, slice.reciprocal_rank, slice.empty
        ));
    }
    let failures: Vec<&QueryOutcome> = report.failures().collect();
    if !failures.is_empty() {
        lines.push(String::new());
    }
    for outcome in failures {
        let judged = &outcome.judged;
        let found = outcome.found.iter().take(3).map(|(route, _)| route.as_str());
        let found = found.collect::<Vec<_>>().join(", ");
        // A list grows old: that a page is gone is another fault than that it was not found.
        let is_there = judged.ideal.iter().any(|route| build.site.find(route).is_some());
        let ideal = judged.ideal.join(" or ");
        let wanted = match outcome.ideal {
            Some(place) => format!("{ideal} (at {place})"),
            None if ideal.is_empty() => "nothing".to_owned(),
            None if is_there => format!("{ideal} (not found)"),
            None => format!("{ideal} (the site has no such page)"),
        };
        lines.push(format!(
            "line {}: \"{}\" should find {wanted}; found {}",
            judged.line,
            judged.text,
            if found.is_empty() { "nothing" } else { &found }
        ));
    }
    lines.join("\n")
}

fn programs(report: &EvalReport) -> String {
    let slices = report.slices().into_iter().map(|(name, slice)| {
        json!({
            "slice": if name.is_empty() { "all" } else { &name },
            "queries": slice.queries,
            "first": slice.first,
            "first_three": slice.first_three,
            "reciprocal_rank": slice.reciprocal_rank,
            "empty": slice.empty,
        })
    });
    let queries = report.outcomes.iter().map(|outcome| {
        json!({
            "line": outcome.judged.line,
            "slice": outcome.judged.slice,
            "query": outcome.judged.text,
            "ideal": outcome.judged.ideal,
            "passes": outcome.passes(),
            "place": outcome.ideal,
            "results": outcome.results,
            "whole": outcome.whole,
            "found": outcome.found,
        })
    });
    let report = json!({
        "slices": slices.collect::<Vec<_>>(),
        "queries": queries.collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&report).unwrap_or_default()
}
