//! `playbook due`: what has to be run again, by owner, for a mail, a chat or a sheet.

mod formats;

pub(super) use formats::reason;

use std::path::Path;

use jiff::civil::Date;

use crate::engine::Engine;
use crate::index::{self, DueFilter};

use super::day::today;
use super::exit::Exit;
use super::root;
use super::terminal::Terminal;
use super::triage::known;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Judge dates as of this day [default: today, in UTC]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// Only the pages of this colleague or desk, by file name
    #[arg(long, value_name = "ID")]
    owner: Option<String>,
    /// Only the pages that have to be run again because this tool changed or was retired
    #[arg(long, value_name = "ID")]
    tool: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// A list to tick off
    #[default]
    Markdown,
    /// For programs
    Json,
    /// A table for a sheet
    Csv,
}

pub(super) fn run(args: &Args, given: Option<&Path>, terminal: &Terminal) -> Result<Exit, Exit> {
    let root = root::find(given, terminal)?;
    let progress = terminal.progress("looking");
    let mut reader = root::reader(&root, terminal)?;
    let sources = reader.load().map_err(|error| root::tell(&error, terminal))?;
    let mut engine = Engine::new();
    let build = engine.build(&sources);
    drop(progress);
    let playbook = build.playbook();
    let people = playbook.people.keys().chain(playbook.hidden_people.keys());
    known("owner", args.owner.as_deref(), people.map(AsRef::as_ref), terminal)?;
    let tools = playbook.tools.keys().map(AsRef::as_ref);
    known("tool", args.tool.as_deref(), tools, terminal)?;
    let as_of = args.as_of.unwrap_or_else(today);
    let filter = DueFilter { owner: args.owner.as_deref(), tool: args.tool.as_deref() };
    let owners = index::due(playbook, as_of, filter);
    let list = formats::list(playbook, as_of, &owners);
    terminal.answer(&match args.format {
        Format::Markdown => list.to_markdown(build.translation()),
        // Strings and numbers only: nothing here that JSON cannot say.
        Format::Json => serde_json::to_string_pretty(&list).unwrap_or_default(),
        Format::Csv => list.to_csv(),
    });
    Ok(Exit::Done)
}
