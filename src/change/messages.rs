//! Messages of two builds, held against each other: one is the same where its rule, its
//! words and its line are, wherever the line stands by now.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::check;
use crate::diagnostic::{Diagnostic, SourceMap};
use crate::engine::Build;

use super::pages::PageChanges;

/// Messages that came, went and stayed.
#[derive(Debug, Default)]
pub struct Messages {
    /// Those that nobody had before.
    pub new: Vec<Diagnostic>,
    /// Those that are gone, as they were.
    pub mended: Vec<Diagnostic>,
    /// How many were there before and still are.
    pub older: usize,
}

pub(super) fn compare(before: &Build, after: &Build, pages: &PageChanges, as_of: Date) -> Messages {
    let mut known: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    for mut found in all(before, as_of) {
        // The text is that of the file as it was, also where it lies elsewhere now.
        let map = before.source_map(&found.place.path);
        let was = Arc::clone(&found.place.path);
        if let Some(now) = pages.moved.get(&was) {
            found.place.path = Arc::clone(now);
        }
        let fingerprint = found.fingerprint(map);
        found.place.path = was;
        known.entry(fingerprint).or_default().push(found);
    }
    let mut messages = Messages::default();
    for found in all(after, as_of) {
        let map: Option<&SourceMap> = after.source_map(&found.place.path);
        // Of equal ones so many are old as there were.
        match known.get_mut(&found.fingerprint(map)).and_then(Vec::pop) {
            Some(_) => messages.older += 1,
            None => messages.new.push(found),
        }
    }
    messages.mended = known.into_values().flatten().collect();
    messages
}

/// Every message that `check` has for a build.
fn all(build: &Build, as_of: Date) -> Vec<Diagnostic> {
    let mut all: Vec<Diagnostic> = build.diagnostics().into_iter().cloned().collect();
    all.extend(check::dates(build.playbook(), as_of));
    all.extend(check::way_in(build.playbook()));
    all
}
