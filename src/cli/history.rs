//! The playbook as it was at a revision, for commands that compare with it.

use std::path::Path;

use crate::engine::{Build, Engine};
use crate::source::{Earlier, HistoryError, LoadError, Reader, Sources};

use super::exit::Exit;
use super::terminal::Terminal;

/// An earlier state of a playbook.
pub(super) struct EarlierBuild {
    pub build: Build,
    /// Its commit, shortened as git shortens them.
    pub commit: String,
    /// There was no playbook that could be read: it is compared with an empty one.
    pub is_empty: bool,
}

/// Builds the playbook as it was at a revision, or where that one and what is checked out
/// here parted.
pub(super) fn build_at(
    engine: &mut Engine,
    reader: &Reader,
    now: &Sources,
    revision: &str,
    terminal: &Terminal,
) -> Result<EarlierBuild, Exit> {
    let Earlier { commit, sources, is_merging } =
        reader.load_at(revision).map_err(|error| tell(&error, terminal))?;
    let commit = commit.chars().take(10).collect();
    if is_merging {
        terminal.note("note: a merge is not finished; the files are looked at as they are now");
    }
    let (sources, is_empty) = match sources {
        Ok(sources) => (sources, false),
        Err(error) => {
            let why = earlier_fault(&error, reader.root());
            terminal.note(&format!("note: at {commit} {why}: everything counts as new"));
            let settings = ("playbook.toml", now.config_text.as_bytes().to_vec());
            let empty = Sources::in_memory([settings]);
            (empty.map_err(|error| super::root::tell(&error, terminal))?, true)
        }
    };
    Ok(EarlierBuild { build: engine.build(&sources), commit, is_empty })
}

fn earlier_fault(error: &LoadError, root: &Path) -> String {
    match error {
        LoadError::NoPlaybook { .. } => format!("there was no playbook in {}", root.display()),
        other => other.to_string(),
    }
}

fn tell(error: &HistoryError, terminal: &Terminal) -> Exit {
    let help = error.help();
    terminal.error(&error.to_string(), help.iter().map(String::as_str));
    Exit::Code(error.exit_code())
}
