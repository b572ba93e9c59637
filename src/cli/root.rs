//! Which playbook a command is about.

use std::path::{Path, PathBuf};

use crate::diagnostic::{SourceMap, Translation};
use crate::source::{self, LoadError, Reader, Sources};

use super::exit::Exit;
use super::terminal::Terminal;

/// The folder named by `--root`, or the nearest one upwards that is a playbook.
pub(super) fn find(given: Option<&Path>, terminal: &Terminal) -> Result<PathBuf, Exit> {
    if let Some(root) = given {
        return Ok(root.to_owned());
    }
    let here = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    source::find_root(&here).map_err(|error| tell(&error, terminal))
}

/// Everything that the playbook is made from.
pub(super) fn load(root: &Path, terminal: &Terminal) -> Result<Sources, Exit> {
    source::load(root).map_err(|error| tell(&error, terminal))
}

/// The same, to be read again later.
pub(super) fn reader(root: &Path, terminal: &Terminal) -> Result<Reader, Exit> {
    Reader::new(root).map_err(|error| tell(&error, terminal))
}

/// Says why there is nothing to build.
pub(super) fn tell(error: &LoadError, terminal: &Terminal) -> Exit {
    tell_with(error, "nothing was published", terminal)
}

/// Says it, and what became of it.
pub(super) fn tell_with(error: &LoadError, outcome: &str, terminal: &Terminal) -> Exit {
    if let LoadError::Config { diagnostics, text } = error {
        let map = SourceMap::of_text(text.clone());
        let lookup = |_: &str| Some(&map);
        let messages =
            terminal.messages(diagnostics, &lookup, Translation::default(), &std::io::stderr());
        terminal.error(&format!("playbook.toml cannot be used; {outcome}"), []);
        terminal.fault(messages.trim_end());
    } else {
        terminal.error(&error.to_string(), error.help());
    }
    Exit::Code(error.exit_code())
}
