//! `playbook due`: what has to be run again, by owner, for a mail, a chat or a sheet.

mod formats;

pub(super) use formats::reason;

use std::path::Path;

use jiff::civil::Date;

use crate::diagnostic::nearest;
use crate::engine::Engine;
use crate::index::{self, DueFilter};

use super::day::today;
use super::exit::Exit;
use super::root;
use super::terminal::Terminal;

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
    let known_people = || playbook.people.keys().chain(playbook.hidden_people.keys());
    let is_somebody = |id: &str| playbook.anybody(id).is_some();
    known("owner", args.owner.as_deref(), is_somebody, known_people(), terminal)?;
    let is_tool = |id: &str| playbook.tools.contains_key(id);
    known("tool", args.tool.as_deref(), is_tool, playbook.tools.keys(), terminal)?;
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

/// That a page of this name exists: a list that is empty for a slip of the keyboard would be
/// taken for good news.
fn known<'a>(
    what: &str,
    id: Option<&str>,
    exists: impl Fn(&str) -> bool,
    ids: impl Iterator<Item = &'a std::sync::Arc<str>>,
    terminal: &Terminal,
) -> Result<(), Exit> {
    let Some(id) = id.filter(|id| !exists(id)) else { return Ok(()) };
    let help = nearest(id, ids.map(AsRef::as_ref)).map(|near| format!("did you mean `{near}`?"));
    terminal.error(&format!("no {what} is called \"{id}\""), help.as_deref());
    Err(Exit::Usage)
}
