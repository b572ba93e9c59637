//! Relevance on the sample playbook: lists of queries with the pages that they
//! should find, written before anybody looked at results.

use std::path::Path;

use playbook::engine::Build;
use playbook::search::eval::{self, EvalReport, Slice};

use crate::fixture;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn run(build: &Build, list: &str) -> EvalReport {
    let text = std::fs::read_to_string(root().join("tests/search").join(list)).unwrap();
    let judged = eval::read(&text).unwrap();
    for query in &judged {
        for route in query.ideal.iter().chain(&query.good) {
            let there = build.site.find(route).is_some();
            assert!(there, "{list}, line {}: there is no {route}", query.line);
        }
    }
    let index = build.site.search.index().unwrap();
    eval::evaluate(index, &judged, |route| build.site.search.record(route))
}

fn slice(report: &EvalReport, name: &str) -> Slice {
    let slices = report.slices().into_iter();
    slices.into_iter().find(|(known, _)| known == name).unwrap().1
}

#[test]
fn the_sample_playbook_answers_what_people_ask() {
    let report = run(&fixture::build_folder(root()), "queries.tsv");
    assert!(report.outcomes.len() >= 60);
    assert!(slice(&report, "title").first_three >= 0.97);
    assert!(slice(&report, "typo").reciprocal_rank >= 0.90);
    assert!(slice(&report, "prefix").reciprocal_rank >= 0.95);
    assert!(slice(&report, "question").first_three >= 0.80);
    let all = slice(&report, "");
    assert_eq!(all.empty, 0);
    let zero = report.outcomes.iter().filter(|it| it.judged.slice == "zero");
    assert!(zero.into_iter().all(|outcome| outcome.results == 0));
    for name in ["body", "synonym", "name", "facet"] {
        assert!(slice(&report, name).first_three >= 0.9, "{name}");
    }
}

#[test]
fn the_thirty_queries_find_their_page() {
    let report = run(&fixture::build_folder(root()), "thirty.tsv");
    let first = report.outcomes.iter().filter(|outcome| outcome.ideal == Some(1)).count();
    let first_three = report.outcomes.iter().filter(|outcome| outcome.passes()).count();
    assert_eq!(report.outcomes.len(), 30);
    assert!(first >= 24, "{first}");
    assert!(first_three >= 29, "{first_three}");
}

#[test]
fn a_site_without_judged_queries_measures_itself() {
    let build = fixture::build_folder(root());
    let index = build.site.search.index().unwrap();
    let record = |page: u32| build.site.search.record(&index.addresses[page as usize]);
    let list = eval::known_items(index, 60, record);
    assert_eq!(list, eval::known_items(index, 60, record), "the same each time");
    let judged = eval::read(&list).unwrap();
    let report = eval::evaluate(index, &judged, |route| build.site.search.record(route));
    for (name, least) in [("title", 0.9), ("body", 0.8), ("typo", 0.85), ("prefix", 0.8)] {
        let rank = slice(&report, name).reciprocal_rank;
        assert!(rank >= least, "{name}: {rank}");
    }
}

#[test]
fn a_list_that_cannot_be_read_says_where() {
    let error = |text: &str| eval::read(text).unwrap_err().to_string();
    assert_eq!(
        error("words\troute\n"),
        "line 1: the first line names the columns, divided by tabs: at least query and ideal"
    );
    assert_eq!(error("query\tideal\n\tindex.html\n"), "line 2: there is no query in this line");
}
