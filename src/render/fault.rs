//! Where a template error is. The template engine reports in text, with line
//! and column in characters; a message here points at bytes of a file in
//! `themes/NAME/`. A fault that shows in a built-in template is blamed on the
//! override that it came through.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use tera::{Error, ErrorKind};

use super::overrides::file;
use crate::diagnostic::rules::setup::pb950_theme_template as rule;
use crate::diagnostic::{Diagnostic, Place};

/// Every fault that `error` reports, with its place. `template` is what was
/// being rendered.
pub fn located(
    error: &Error,
    template: Option<&str>,
    theme: &str,
    texts: &BTreeMap<Arc<str>, String>,
) -> Vec<Diagnostic> {
    // The engine gives this one no place in its text.
    if let ErrorKind::MissingParent { current, parent } = error.kind()
        && let Some((path, range)) = quoted(current, parent, texts)
    {
        let place = Place::bytes(&file(theme, &path), range);
        return vec![rule::at(place, &format!("unknown template `{parent}`"))];
    }
    let text = error.to_string();
    let mut reports = reports(&text);
    if reports.is_empty() {
        return vec![unplaced(&text, template, theme, texts)];
    }
    let place = |report: &EngineError| match report.first_in(texts) {
        Some((path, range)) => rule::at(Place::bytes(&file(theme, path), range), report.message),
        None => unplaced(&report.in_words(), template, theme, texts),
    };
    // A block that the frame has lost is reported for every page that fills it.
    let mut seen = BTreeSet::new();
    reports.retain(|report| report.first_in(texts).is_some() || seen.insert(report.message));
    reports.iter().map(place).collect()
}

/// One `error: ...` of the engine's text.
struct EngineError<'a> {
    message: &'a str,
    /// Template, line, column and length; the fault first, then its callers.
    source_places: Vec<(&'a str, usize, usize, usize)>,
}

impl EngineError<'_> {
    /// The first spot in a template of the company.
    fn first_in<'t>(
        &self,
        texts: &'t BTreeMap<Arc<str>, String>,
    ) -> Option<(&'t Arc<str>, Range<usize>)> {
        self.source_places.iter().find_map(|(name, line, column, length)| {
            let (path, text) = texts.get_key_value(*name)?;
            Some((path, bytes(text, *line, *column, *length)))
        })
    }

    fn in_words(&self) -> String {
        match self.source_places.first() {
            Some((name, line, ..)) => format!("{} ({name}:{line})", self.message),
            None => self.message.to_owned(),
        }
    }
}

fn reports(text: &str) -> Vec<EngineError<'_>> {
    let mut reports: Vec<EngineError<'_>> = Vec::new();
    for line in text.lines() {
        if let Some(message) = line.strip_prefix("error: ") {
            reports.push(EngineError { message, source_places: Vec::new() });
            continue;
        }
        let Some(report) = reports.last_mut() else { continue };
        let line = line.trim_start();
        if let Some(at) =
            line.strip_prefix("--> ").or_else(|| line.strip_prefix("note: called from "))
        {
            report.source_places.extend(source_place(at));
        } else if line.starts_with("| ") && line.trim_end().ends_with('^') {
            let length = line.bytes().filter(|byte| *byte == b'^').count();
            if let Some((.., last)) = report.source_places.last_mut() {
                *last = length;
            }
        }
    }
    reports
}

/// `workflow.html:3:14`, with line and column from 1.
fn source_place(at: &str) -> Option<(&str, usize, usize, usize)> {
    let (rest, column) = at.rsplit_once(':')?;
    let (name, line) = rest.rsplit_once(':')?;
    Some((name, line.parse().ok()?, column.parse().ok()?, 1))
}

fn bytes(text: &str, line: usize, column: usize, length: usize) -> Range<usize> {
    let start = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or_default();
    let rest = rest.lines().next().unwrap_or_default();
    let ends: Vec<usize> =
        rest.char_indices().map(|(at, _)| at).chain(std::iter::once(rest.len())).collect();
    let at = |n: usize| start + ends.get(n).copied().unwrap_or(rest.len());
    at(column.saturating_sub(1))..at(column.saturating_sub(1).saturating_add(length))
}

/// Where template `from` names `to`.
fn quoted(
    from: &str,
    to: &str,
    texts: &BTreeMap<Arc<str>, String>,
) -> Option<(Arc<str>, Range<usize>)> {
    let (path, text) = texts.get_key_value(from)?;
    let at = text.find(&format!("\"{to}\"")).or_else(|| text.find(&format!("'{to}'")))? + 1;
    Some((Arc::clone(path), at..at + to.len()))
}

/// A fault without a place in the company's files: blamed on the override of
/// the template that was rendered, or of the frame around every page, or on
/// the first there is.
pub fn unplaced(
    text: &str,
    template: Option<&str>,
    theme: &str,
    texts: &BTreeMap<Arc<str>, String>,
) -> Diagnostic {
    let likely = template.into_iter().chain(["base.html"]);
    let path = likely.filter_map(|name| texts.get_key_value(name)).map(|(path, _)| path).next();
    match path.or_else(|| texts.keys().next()) {
        Some(path) => rule::at(Place::file(&file(theme, path)), headline(text)),
        None => rule::without_place(theme, text),
    }
}

fn headline(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    line.strip_prefix("error: ").unwrap_or(line)
}
