//! What is wrong with the playbook, as a browser is told: the errors, gaps and
//! warnings of the page in view, the errors that the last save has brought, and
//! apart from them, what is wrong elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Serialize;

use crate::address::Route;
use crate::diagnostic::print::{self, Counts};
use crate::diagnostic::{Diagnostic, Severity, SourceMap};
use crate::language::Language;
use crate::source::LoadError;

use super::address_help;
use super::editor::{self, EditorChoice};
use super::generation::Generation;
use super::problem::{Problem, ProblemWriter};

/// More than anybody reads before mending one.
const MAX_PROBLEMS: usize = 50;

/// Who asks what is wrong.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asker<'a> {
    /// The page in view.
    pub route: &'a str,
    /// The editor that was chosen on that device.
    pub editor: Option<&'a str>,
}

/// What the preview knows beside its state.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings<'a> {
    /// The folder that the playbook lies in.
    pub root: &'a Path,
    /// Editors of this device.
    pub editors: &'a [&'static str],
    /// Searches that found nothing, the newest first.
    pub missed: &'a [String],
}

/// What is wrong, as seen from one page.
#[derive(Debug, Serialize)]
pub(super) struct Problems {
    generation: u64,
    /// The page in view is an earlier version of itself.
    kept: bool,
    /// How much there is of everything, in words; empty when there is nothing.
    summary: String,
    /// How much is to be mended here.
    here: String,
    /// Errors of the page in view, and then those of the last save.
    pub errors: Vec<Problem>,
    /// Warnings and gaps of the page in view.
    page: Vec<Problem>,
    /// Says so when not all of these are listed.
    more: Option<String>,
    /// Errors of neither the page in view nor the last save.
    elsewhere: Vec<Problem>,
    /// How many these are, in words; empty when there are none.
    others: String,
    /// Searches in the preview that found nothing, the newest first.
    missed: Vec<String>,
    /// What can be chosen to open files in.
    editors: Vec<EditorChoice>,
    /// The language of all this, and the words around it.
    language: &'static str,
    words: &'static BTreeMap<String, String>,
}

impl Problems {
    /// Everything that is wrong, as somebody sees it.
    pub(super) fn of(generation: &Generation, around: Surroundings<'_>, asker: Asker<'_>) -> Self {
        let settings = &generation.settings;
        let language = settings.words();
        let editors = editor::choices(settings.editor.as_deref(), around.editors);
        let lookup = |path: &str| generation.build.as_ref()?.source_map(path);
        let writer = ProblemWriter {
            root: around.root,
            // Where no editor is offered, none is opened.
            editor: asker.editor.filter(|_| !editors.is_empty()),
            lookup: &lookup,
            translation: settings.translation(),
            language,
        };
        let failures = failures(generation, &writer);
        let faults = generation.template_faults();
        let found = SortedProblems::of(generation, &faults, asker.route);
        let listed = |of: &[&Diagnostic]| {
            of.iter().take(MAX_PROBLEMS).map(|it| writer.tell(it)).collect::<Vec<_>>()
        };
        let mut here = print::counts(found.here.iter().chain(&found.page).copied());
        here.error += failures.len();
        let all = Counts { error: here.error + found.elsewhere.len(), ..here };
        let is_more = found.here.len().max(found.page.len()) > MAX_PROBLEMS;
        let first = MAX_PROBLEMS.to_string();
        let counted = |counts| match counts == Counts::default() {
            true => None,
            false => Some(print::summary(counts, writer.translation)),
        };
        let searches = counted_words(language, "missed", around.missed.len());
        let summary: Vec<_> = counted(all).into_iter().chain(searches).collect();
        Self {
            generation: generation.number,
            kept: generation.is_kept(asker.route),
            summary: summary.join(", "),
            here: counted(here).unwrap_or_else(|| language.preview("mended", &[])),
            errors: failures.into_iter().chain(listed(&found.here)).collect(),
            page: listed(&found.page),
            more: is_more.then(|| language.preview("more-here", &[("shown", &first)])),
            elsewhere: listed(&found.elsewhere),
            others: counted_words(language, "elsewhere", found.elsewhere.len()).unwrap_or_default(),
            missed: around.missed.to_vec(),
            editors,
            language: &language.code,
            words: &language.preview,
        }
    }
}

/// "1 error elsewhere", "2 errors elsewhere"; none of nothing.
fn counted_words(language: &Language, key: &str, count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some(language.preview(key, &[])),
        _ => Some(language.preview(&format!("{key}-many"), &[("n", &count.to_string())])),
    }
}

/// Messages by what they have to do with the page in view.
struct SortedProblems<'a> {
    /// Errors of the page in view, and then those of the last save.
    here: Vec<&'a Diagnostic>,
    /// Warnings and gaps of the page in view.
    page: Vec<&'a Diagnostic>,
    /// Other errors.
    elsewhere: Vec<&'a Diagnostic>,
}

impl<'a> SortedProblems<'a> {
    fn of(
        generation: &'a Generation,
        faults: &'a BTreeMap<Route, Diagnostic>,
        route: &str,
    ) -> Self {
        let build = generation.build.as_deref();
        let files = build.map(|build| address_help::files(build, route)).unwrap_or_default();
        let is_themeless = build.is_some_and(|build| build.theme_failed);
        let is_own = |it: &&Diagnostic| {
            let path = &*it.place.path;
            // Without a theme no page is shown as it is now.
            files.iter().any(|file| file == path) || is_themeless && path.starts_with("themes/")
        };
        let all = build.map(|build| build.diagnostics()).unwrap_or_default();
        let (errors, rest): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|it| it.severity == Severity::Error);
        let (mut here, others): (Vec<_>, Vec<_>) = errors.into_iter().partition(is_own);
        here.extend(faults.get(route));
        let others = others.into_iter().chain(faults.values());
        let (saved, elsewhere): (Vec<_>, Vec<_>) =
            others.partition(|it| generation.is_of_last_save(it));
        here.extend(saved);
        // A template's fault is one, however many pages have met it.
        let mut seen = BTreeSet::new();
        here.retain(|it| seen.insert(*it));
        let elsewhere = elsewhere.into_iter().filter(|it| seen.insert(*it)).collect();
        Self { here, page: rest.into_iter().filter(is_own).collect(), elsewhere }
    }
}

/// Why there are no sources.
fn failures(generation: &Generation, writer: &ProblemWriter<'_>) -> Vec<Problem> {
    match &generation.failure {
        None => Vec::new(),
        Some(LoadError::Config { diagnostics, text }) => {
            let map = SourceMap::of_text(text.clone());
            let lookup = |_: &str| Some(&map);
            let writer = ProblemWriter { lookup: &lookup, ..*writer };
            diagnostics.iter().map(|it| writer.tell(it)).collect()
        }
        Some(error) => vec![writer.failure(&error.to_string(), error.help())],
    }
}
