//! `playbook report`: what a pull request changes, for a comment.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::change::{self, SearchChange, Since};
use crate::engine::{Build, Engine};
use crate::search::eval::{self, QueryOutcome};

use super::day::today;
use super::exit::Exit;
use super::history::{self, EarlierBuild};
use super::root;
use super::terminal::Terminal;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The branch that the change is for, or any other revision
    #[arg(long, value_name = "REV")]
    against: String,
    /// How to write it
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// Say which of these queries find another page; a table as `search --eval` takes it
    #[arg(long, value_name = "FILE")]
    eval: Option<PathBuf>,
    /// Judge dates as of this day [default: today, in UTC]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// For a comment
    #[default]
    Markdown,
    /// For programs
    Json,
}

pub(super) fn run(args: &Args, given: Option<&Path>, terminal: &Terminal) -> Result<Exit, Exit> {
    let root = root::find(given, terminal)?;
    let progress = terminal.progress("comparing");
    let mut reader = root::reader(&root, terminal)?;
    let sources = reader.load().map_err(|error| root::tell(&error, terminal))?;
    let mut engine = Engine::new();
    let EarlierBuild { build: before, commit, is_empty } =
        history::build_at(&mut engine, &reader, &sources, &args.against, terminal)?;
    let after = engine.build(&sources);
    let change = change::compare(&before, &after, args.as_of.unwrap_or_else(today));
    let others = change::other_outputs(&before, &after, &change.pages);
    let searches = match &args.eval {
        Some(file) => Some(searches(file, &before, &after, terminal)?),
        None => None,
    };
    let since = Since { commit, was_empty: is_empty };
    let report = change::report(&change, (&before, &after), since, (others, searches));
    drop(progress);
    match args.format {
        Format::Markdown => terminal.answer(report.to_markdown(after.translation()).trim_end()),
        Format::Json => {
            // Strings and numbers only: nothing here that JSON cannot say.
            terminal.answer(&serde_json::to_string_pretty(&report).unwrap_or_default());
        }
    }
    Ok(Exit::Done)
}

/// Queries that find another page first, or their own page no longer.
fn searches(
    file: &Path,
    before: &Build,
    after: &Build,
    terminal: &Terminal,
) -> Result<Vec<SearchChange>, Exit> {
    let judged = super::search::judged(file, terminal)?;
    let outcomes = |build: &Build| {
        let index = build.site.search.index();
        index.map(|index| eval::evaluate(index, &judged, |route| build.site.search.record(route)))
    };
    let (Some(before), Some(after)) = (outcomes(before), outcomes(after)) else {
        return Ok(Vec::new());
    };
    let first = |outcome: &QueryOutcome| outcome.found.first().map(|(route, _)| route.clone());
    let changes = before.outcomes.iter().zip(&after.outcomes).filter_map(|(before, after)| {
        let verdict = match (before.passes(), after.passes()) {
            (true, false) => Some("lost"),
            (false, true) => Some("found"),
            _ => None,
        };
        let change = SearchChange {
            query: after.judged.text.clone(),
            before: first(before),
            after: first(after),
            verdict,
        };
        (verdict.is_some() || change.before != change.after).then_some(change)
    });
    Ok(changes.collect())
}
