//! What is wrong with the playbook, as a browser is told: every error, and the
//! warnings and gaps of the page in view, each in the words of `check` and with
//! the way to its line in an editor.

use std::path::Path;

use serde::Serialize;

use crate::diagnostic::print::{self, Lookup, Style};
use crate::diagnostic::{Diagnostic, Severity, SourceMap, Translation};
use crate::engine::Build;
use crate::source::LoadError;

use super::editor;
use super::generation::Generation;

/// More than anybody reads before mending one.
const MAX_PROBLEMS: usize = 50;

/// What is wrong, as seen from one page.
#[derive(Debug, Serialize)]
pub(super) struct Problems {
    generation: u64,
    /// The page in view is an earlier version of itself.
    kept: bool,
    /// Those of the page in view come first.
    pub errors: Vec<Problem>,
    /// Errors that are not shown.
    more: usize,
    /// Warnings and gaps of the page in view.
    page: Vec<Problem>,
    /// Searches in the preview that found nothing, the newest first.
    pub missed: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Problem {
    severity: &'static str,
    code: &'static str,
    message: String,
    place: String,
    /// As `check` prints it.
    pub text: String,
    editor: Option<String>,
}

/// What it takes to tell of problems.
struct ProblemWriter<'a> {
    root: &'a Path,
    editor: Option<&'a str>,
    lookup: &'a Lookup<'a>,
    translation: Translation,
}

impl Problems {
    /// Everything that is wrong, as seen from a page.
    pub(super) fn of(generation: &Generation, root: &Path, route: &str) -> Self {
        let faults = generation.template_faults();
        let build = generation.build.as_deref();
        let editor = generation.editor.as_deref();
        let lookup = |path: &str| build.and_then(|build| build.source_map(path));
        let translation = build.map(Build::translation).unwrap_or_default();
        let teller = ProblemWriter { root, editor, lookup: &lookup, translation };
        let own = build.and_then(|build| source(build, route));
        let is_own = |it: &&Diagnostic| Some(&*it.place.path) == own.as_deref();
        let all = build.map(|build| build.diagnostics()).unwrap_or_default();
        let all = || all.iter().copied();
        let (first, then): (Vec<_>, Vec<_>) =
            all().chain(&faults).filter(|it| it.severity == Severity::Error).partition(is_own);
        let mut errors: Vec<Problem> = failure(generation, root).into_iter().collect();
        let count = first.len() + then.len();
        let shown = first.into_iter().chain(then).take(MAX_PROBLEMS);
        errors.extend(shown.map(|it| teller.tell(it)));
        let page = all().filter(|it| it.severity != Severity::Error).filter(is_own);
        Self {
            generation: generation.number,
            kept: generation.is_kept(route),
            more: count.saturating_sub(MAX_PROBLEMS),
            page: page.take(MAX_PROBLEMS).map(|it| teller.tell(it)).collect(),
            errors,
            missed: Vec::new(),
        }
    }
}

/// The file behind a page.
fn source(build: &Build, route: &str) -> Option<String> {
    let page = build.playbook().pages().find(|page| page.route.as_str() == route)?;
    Some(page.card.path.to_string())
}

/// Why there are no sources.
fn failure(generation: &Generation, root: &Path) -> Vec<Problem> {
    let editor = generation.editor.as_deref();
    match &generation.failure {
        None => Vec::new(),
        Some(LoadError::Config { diagnostics, text }) => {
            let map = SourceMap::of_text(text.clone());
            let lookup = |_: &str| Some(&map);
            let translation = Translation::default();
            let teller = ProblemWriter { root, editor, lookup: &lookup, translation };
            diagnostics.iter().map(|it| teller.tell(it)).collect()
        }
        Some(error) => {
            let help = error.help().map(|help| format!("\n  help: {help}")).unwrap_or_default();
            vec![Problem {
                severity: Severity::Error.as_str(),
                code: "",
                message: error.to_string(),
                place: String::new(),
                text: format!("error: {error}{help}"),
                editor: None,
            }]
        }
    }
}

impl ProblemWriter<'_> {
    fn tell(&self, diagnostic: &Diagnostic) -> Problem {
        let path = &*diagnostic.place.path;
        let found = (self.lookup)(path).map(|map| map.locate(&diagnostic.place.at));
        // A picture, or a file that is gone, has no lines.
        let (line, column) = found.map_or((1, 1), |found| (found.line, found.column));
        let one = std::slice::from_ref(diagnostic);
        let style = Style { translation: self.translation, ..Style::default() };
        Problem {
            severity: diagnostic.severity.as_str(),
            code: diagnostic.code,
            message: diagnostic.line(self.translation),
            place: format!("{path}:{line}:{column}"),
            text: print::human(one, self.lookup, style),
            editor: editor::link(self.editor, &self.root.join(path), line, column),
        }
    }
}
