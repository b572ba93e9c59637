//! The page that GitHub shows beside a job's log: what has no room among its notes.

use std::io::Write;

use crate::change::prose;
use crate::diagnostic::print::Lookup;
use crate::diagnostic::{Diagnostic, Severity, Translation, text};

use super::exit::Exit;
use super::terminal::Terminal;

/// Bytes that GitHub takes of a step; more of it, and it shows nothing.
const MOST: usize = 1_000_000;

/// Adds messages to that page, where this runs on GitHub.
pub(super) fn add(
    diagnostics: &[&Diagnostic],
    lookup: &Lookup<'_>,
    translation: Translation,
    terminal: &Terminal,
) -> Result<(), Exit> {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY") else { return Ok(()) };
    if diagnostics.is_empty() {
        return Ok(());
    }
    let text = page(diagnostics, lookup, translation);
    let file = std::fs::OpenOptions::new().create(true).append(true).open(&path);
    file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|error| {
        terminal.error(&format!("cannot write {}: {error}", path.display()), []);
        Exit::Code(4)
    })
}

fn page(diagnostics: &[&Diagnostic], lookup: &Lookup<'_>, translation: Translation) -> String {
    let heading = text!("Messages that have no room at the lines of the pull request");
    let mut page = format!("## {}\n\n", heading.translated(translation));
    for diagnostic in diagnostics {
        let severity = match diagnostic.severity {
            Severity::Error => text!("error"),
            Severity::Gap => text!("gap"),
            Severity::Warn => text!("warn"),
        };
        let line =
            lookup(&diagnostic.place.path).map_or(1, |map| map.locate(&diagnostic.place.at).line);
        let message = prose(&diagnostic.line(translation));
        let path = prose(&diagnostic.place.path);
        let severity = severity.translated(translation);
        let code = diagnostic.code;
        page.push_str(&format!("- **{severity}** {code} {path}:{line}: {message}\n"));
        if page.len() > MOST {
            break;
        }
    }
    page
}
