//! `playbook build`: publishes what can stand.

mod watch;

pub(super) use watch::changed;

use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::diagnostic::{Diagnostic, Severity, print};
use crate::emit::{self, EmitError, Options, Report, StoredSummary, Target};
use crate::engine::{Build, Engine};
use crate::memo::Digest;
use crate::source::Sources;

use super::check::capped;
use super::exit::Exit;
use super::root;
use super::terminal::Terminal;

/// Warnings, and gaps, that a build prints; `check` prints all.
const SHOWN: usize = 20;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Where to write the site [default: `output` in playbook.toml, or public]
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Where the site will be, instead of `base_url` in playbook.toml
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// Publish nothing when there is an error
    #[arg(long)]
    strict: bool,
    /// Open the site in a browser
    #[arg(long)]
    open: bool,
    /// Take over a folder that holds other files; they are never deleted
    #[arg(long)]
    adopt: bool,
    /// Remove most of the site's pages, if the playbook no longer has them
    #[arg(long)]
    allow_removals: bool,
    /// Survive a power cut: wait until everything is on the disk
    #[arg(long)]
    durable: bool,
    /// Build even if nothing has changed
    #[arg(long)]
    no_cache: bool,
    /// Publish again after every change, until Ctrl-C
    #[arg(long)]
    watch: bool,
    /// How many processors to use [default: all]
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
}

pub(super) fn run(args: &Args, given: Option<&Path>, terminal: &Terminal) -> Exit {
    match build(args, given, terminal) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn build(args: &Args, given: Option<&Path>, terminal: &Terminal) -> Result<Exit, Exit> {
    let start = Instant::now();
    if let Some(threads) = args.threads {
        // Fails only when a pool exists, and then it serves as well.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads.max(1)).build_global();
    }
    let progress = terminal.progress("building");
    let root = root::find(given, terminal)?;
    let mut reader =
        root::reader(&root, terminal)?.with_base_url(base_url(args.base_url.as_deref(), terminal)?);
    if args.watch {
        drop(progress);
        return Ok(watch::run(args, reader, terminal));
    }
    let sources = reader.load().map_err(|error| root::tell(&error, terminal))?;
    let target = target(args, &root, &sources).map_err(|it| emit_failed(&it, terminal))?;
    let strict = args.strict;
    let inputs = inputs(&sources, strict);
    if !args.no_cache
        && let Some(stored) = emit::unchanged(&target, inputs)
    {
        drop(progress);
        terminal.say_again(&stored.text, &stored.errors);
        terminal.answer(&format!("{}: nothing has changed", target.output().display()));
        return Ok(finish(args, &target, stored.exit_code, terminal));
    }
    // The engine goes at once: what it remembers would only serve a next build.
    let build = Engine::new().build(&sources);
    terminal.detail(&format!(
        "{} documents parsed, {} outputs planned",
        build.trace.parsed, build.trace.pages
    ));
    if let Some((exit, why)) = unpublished(&sources, &build, strict) {
        drop(progress);
        show(&build, terminal);
        terminal.error(why, []);
        return Err(exit);
    }
    let report = emit::write(&build.site, &target, &options(args, inputs, &build));
    drop(progress);
    let report = report.map_err(|it| emit_failed(&it, terminal))?;
    show(&build, terminal);
    tell_kept(&report, &target, terminal);
    terminal.answer(&line(&build, &report, &target, start.elapsed()));
    // The process ends: giving back every page one by one would only delay that.
    std::mem::forget((sources, build));
    Ok(finish(args, &target, 0, terminal))
}

/// Why a build is not published, and what the program ends with then.
fn unpublished(sources: &Sources, build: &Build, strict: bool) -> Option<(Exit, &'static str)> {
    let nothing = "nothing was published";
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

fn options(args: &Args, inputs: Digest, build: &Build) -> Options {
    let Args { adopt, allow_removals, durable, .. } = *args;
    let summary = StoredSummary { exit_code: 0, text: problems(build), errors: errors(build) };
    Options { adopt, allow_removals, durable, ..Options::new(inputs, summary) }
}

/// Where the site goes.
fn target(args: &Args, root: &Path, sources: &Sources) -> Result<Target, EmitError> {
    let given = args.output.clone();
    Target::resolve(&given.unwrap_or_else(|| root.join(&sources.config.build.output)), root)
}

/// Digest of everything that decides what a build does.
fn inputs(sources: &Sources, strict: bool) -> Digest {
    Digest::of(&(sources.digest(), strict))
}

/// The address that was typed, if it is one.
pub(super) fn base_url<'a>(
    given: Option<&'a str>,
    terminal: &Terminal,
) -> Result<Option<&'a str>, Exit> {
    let Some(url) = given else { return Ok(None) };
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        let help = "write it with its scheme, for example https://playbook.example";
        terminal.error(&format!("\"{url}\" is no address of a site"), [help]);
        return Err(Exit::Usage);
    }
    Ok(Some(url))
}

/// The messages as a later build that finds nothing changed will repeat them.
fn problems(build: &Build) -> String {
    let lookup = |path: &str| build.source_map(path);
    let all = build.diagnostics();
    let shown = capped(all.clone(), SHOWN);
    let summary = summary(&all, &shown);
    let messages = print::human(shown, &lookup, print::Style::default());
    if messages.is_empty() { summary } else { format!("{messages}\n{summary}") }
}

/// The errors alone, for those who want to know of nothing else.
fn errors(build: &Build) -> String {
    let lookup = |path: &str| build.source_map(path);
    let errors = build.diagnostics().into_iter().filter(|it| it.severity == Severity::Error);
    print::human(errors, &lookup, print::Style::default())
}

fn summary(all: &[&Diagnostic], shown: &[&Diagnostic]) -> String {
    let summary = print::summary(print::counts(all.iter().copied()));
    let is_all = shown.len() == all.len();
    summary + if is_all { "" } else { "; `playbook check` shows all of them" }
}

pub(super) fn show(build: &Build, terminal: &Terminal) {
    let lookup = |path: &str| build.source_map(path);
    let all = build.diagnostics();
    let shown = capped(all.clone(), SHOWN);
    let summary = summary(&all, &shown);
    terminal.say(shown, &lookup);
    terminal.note(&summary);
}

/// Files in the output folder that were left alone, and what did not go as it should.
fn tell_kept(report: &Report, target: &Target, terminal: &Terminal) {
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

fn line(build: &Build, report: &Report, target: &Target, took: std::time::Duration) -> String {
    let pages = build.playbook().pages().count();
    format!(
        "{}: {pages} pages; {} files written, {} unchanged, {} removed, {:.2} s",
        target.output().display(),
        report.written.len(),
        report.unchanged,
        report.removed.len(),
        took.as_secs_f64(),
    )
}

pub(super) fn emit_failed(error: &EmitError, terminal: &Terminal) -> Exit {
    terminal.error(&error.to_string(), error.help().iter().map(String::as_str));
    Exit::Code(error.exit_code())
}

fn finish(args: &Args, target: &Target, code: u8, terminal: &Terminal) -> Exit {
    if args.open {
        let home = target.output().join("index.html");
        if open::that_detached(&home).is_err() {
            terminal.note(&format!("no browser to open; the site is {}", home.display()));
        }
    }
    if code == 0 { Exit::Done } else { Exit::Code(code) }
}
