//! What a build says: its problems, why it was not published, and what became of
//! the files.

use std::time::Duration;

use crate::cli::capped::capped;
use crate::cli::counted::counted;
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Severity, Translation, grouped, print};
use crate::emit::{EmitError, OutputFolder, WriteReport};
use crate::engine::Build;
use crate::source::Sources;

/// Errors, gaps and warnings that a build prints of each; `check` prints all.
pub(super) const MAX_WARNINGS: usize = 20;

/// Why a build is not published, and what the program ends with then.
pub(super) fn unpublished(
    sources: &Sources,
    build: &Build,
    strict: bool,
) -> Option<(Exit, &'static str)> {
    let nothing = "nothing was published";
    // First, since what was not read may be why the theme failed.
    if !sources.is_complete {
        let why = "nothing was published, because the playbook could not be read whole: \
                   the site stays as it was";
        Some((Exit::Code(4), why))
    } else if build.theme_failed {
        Some((Exit::Usage, nothing))
    } else {
        (strict && build.has_errors()).then_some((Exit::Content, nothing))
    }
}

/// The messages as a later build that finds nothing changed will repeat them.
pub(super) fn problems(build: &Build) -> String {
    let lookup = |path: &str| build.source_map(path);
    let all = build.diagnostics();
    let whole = grouped(&all);
    let shown = capped(whole.iter().collect(), MAX_WARNINGS);
    let summary = summary(&all, shown.len() == whole.len(), build.translation());
    // Without colours: the next run may write them to a file.
    let messages = print::human(shown, &lookup, plain(build));
    if messages.is_empty() { summary } else { format!("{messages}\n{summary}") }
}

/// The errors alone, for those who want to know of nothing else.
pub(super) fn errors(build: &Build) -> String {
    let lookup = |path: &str| build.source_map(path);
    let mut errors = build.diagnostics();
    errors.retain(|it| it.severity == Severity::Error);
    print::human(&grouped(&errors), &lookup, plain(build))
}

fn plain(build: &Build) -> print::Style {
    print::Style { translation: build.translation(), ..print::Style::default() }
}

fn summary(all: &[&Diagnostic], is_all: bool, translation: Translation) -> String {
    let summary = print::summary(print::counts(all.iter().copied()), translation);
    summary + if is_all { "" } else { "; `playbook check` shows all of them" }
}

/// Prints the messages, up to as many as a build prints.
pub(in crate::cli) fn show(build: &Build, terminal: &Terminal) {
    let lookup = |path: &str| build.source_map(path);
    let all = build.diagnostics();
    let whole = grouped(&all);
    let shown = capped(whole.iter().collect(), MAX_WARNINGS);
    let summary = summary(&all, shown.len() == whole.len(), build.translation());
    terminal.say(shown, &lookup, build.translation());
    terminal.note(&summary);
}

/// Files in the output folder that were left alone, and what did not go as it should.
pub(super) fn tell_kept(report: &WriteReport, target: &OutputFolder, terminal: &Terminal) {
    let folder = target.output().display();
    let names = |files: &[String]| {
        let named: Vec<&str> = files.iter().take(10).map(String::as_str).collect();
        let more = if files.len() > named.len() { ", ..." } else { "" };
        named.join(", ") + more
    };
    if !report.foreign.is_empty() {
        let count = report.foreign.len();
        let names = names(&report.foreign);
        terminal.note(&format!("warning: {folder} holds {count} other files, left alone: {names}"));
    }
    if !report.edited.is_empty() {
        let names = names(&report.edited);
        terminal.note(&format!(
            "warning: no longer published but edited by hand, so left alone: {names}"
        ));
    }
    if !report.made_again.is_empty() {
        let names = names(&report.made_again);
        terminal.note(&format!("warning: edited by hand, made again: {names}"));
    }
    for warning in &report.warnings {
        terminal.fault(&format!("warning: {warning}"));
    }
}

pub(super) fn line(
    build: &Build,
    report: &WriteReport,
    target: &OutputFolder,
    took: Duration,
) -> String {
    let pages = build.playbook().pages().count();
    format!(
        "{}: {}; {} written, {} unchanged, {} removed, {:.2} s",
        target.output().display(),
        counted(pages, "page"),
        counted(report.written.len(), "file"),
        report.unchanged,
        report.removed.len(),
        took.as_secs_f64(),
    )
}

/// Tells why nothing could be written.
pub(in crate::cli) fn emit_failed(error: &EmitError, terminal: &Terminal) -> Exit {
    terminal.error(&error.to_string(), error.help().iter().map(String::as_str));
    Exit::Code(error.exit_code())
}

pub(super) fn finish(open: bool, target: &OutputFolder, code: u8, terminal: &Terminal) -> Exit {
    if open {
        let home = target.output().join("index.html");
        if open::that_detached(&home).is_err() {
            terminal.note(&format!("no browser to open; the site is {}", home.display()));
        }
    }
    if code == 0 { Exit::Done } else { Exit::Code(code) }
}
