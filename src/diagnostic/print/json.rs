//! The form for programs: one JSON document, its keys always in one order.

use serde::Serialize;

use super::{Counts, Lookup, counts, locate};
use crate::diagnostic::{Diagnostic, Location, Place, SourceMap, Translation};

#[derive(Serialize)]
struct JsonReport<'a> {
    diagnostics: Vec<Message<'a>>,
    counts: Counts,
}

#[derive(Serialize)]
struct Message<'a> {
    #[serde(flatten)]
    span: Span<'a>,
    severity: &'static str,
    code: &'static str,
    message: String,
    label: Option<String>,
    help: Vec<String>,
    related: Vec<Related<'a>>,
    /// Who answers for the page, by file name.
    owner: Option<String>,
    /// The same wherever its line moves to.
    fingerprint: String,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    span: Span<'a>,
    label: String,
}

/// Lines and columns from 1, columns in characters; the end is exclusive.
#[derive(Serialize)]
struct Span<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// Who answers for a page, by the path of its file.
pub type Owner<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// `{"diagnostics": [...], "counts": {...}}` and a line end.
pub fn json(
    diagnostics: &[&Diagnostic],
    lookup: &Lookup<'_>,
    owner: &Owner<'_>,
    translation: Translation,
) -> String {
    let document = JsonReport {
        diagnostics: diagnostics.iter().map(|it| message(it, lookup, owner, translation)).collect(),
        counts: counts(diagnostics.iter().copied()),
    };
    // Strings and numbers only: nothing here that JSON cannot say.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

fn message<'a>(
    diagnostic: &'a Diagnostic,
    lookup: &Lookup<'_>,
    owner: &Owner<'_>,
    translation: Translation,
) -> Message<'a> {
    Message {
        owner: owner(&diagnostic.place.path),
        fingerprint: diagnostic.fingerprint(lookup(&diagnostic.place.path)),
        span: span(&diagnostic.place, lookup),
        severity: diagnostic.severity.as_str(),
        code: diagnostic.code,
        message: diagnostic.line(translation),
        label: diagnostic.label.as_ref().map(|label| label.translated(translation)),
        help: diagnostic.help.iter().map(|help| help.translated(translation)).collect(),
        related: diagnostic
            .related
            .iter()
            .map(|(place, label)| Related {
                span: span(place, lookup),
                label: label.translated(translation),
            })
            .collect(),
    }
}

fn span<'a>(place: &'a Place, lookup: &Lookup<'_>) -> Span<'a> {
    let start = locate(place, lookup);
    let (end_line, end_column) = match lookup(&place.path) {
        Some(map) => end(map, &start),
        None => (start.line, start.column),
    };
    Span { path: &place.path, line: start.line, column: start.column, end_line, end_column }
}

fn end(map: &SourceMap, start: &Location) -> (usize, usize) {
    let marked = map.text.get(start.range.clone()).unwrap_or_default();
    match marked.rsplit_once('\n') {
        Some((lines, last)) => {
            (start.line + lines.matches('\n').count() + 1, last.chars().count() + 1)
        }
        None => (start.line, start.column + marked.chars().count()),
    }
}
