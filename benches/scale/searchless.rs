//! The build of a playbook as the program does it, with its search index or without: what search
//! adds to a build. The program has no switch for that, so this binary builds through the library,
//! in a process of its own for each build. Deliberately absent: what a build prints.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use clap::Args;
use playbook::{
    emit::{self, Options, OutputFolder, StoredSummary},
    engine::{Engine, SearchFiles},
    source,
};

use crate::Outcome;

/// As in the program.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// What this binary is started with to make one build.
#[derive(Args)]
pub struct One {
    /// Build the playbook in this folder once, and measure nothing
    #[arg(long, hide = true, requires = "output")]
    root: Option<PathBuf>,

    /// Where to
    #[arg(long, hide = true)]
    output: Option<PathBuf>,

    /// Without a search index
    #[arg(long, hide = true)]
    searchless: bool,
}

/// This binary, asked for one build.
#[expect(clippy::disallowed_methods, reason = "this program is measured in another process")]
pub fn command(root: &Path, output: &Path, searchless: bool) -> Outcome<Command> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("--root").arg(root).arg("--output").arg(output);
    command.args(searchless.then_some("--searchless"));
    Ok(command)
}

impl One {
    /// Makes the build, if that is what was asked for.
    pub fn build(&self) -> Outcome<bool> {
        let (Some(root), Some(output)) = (&self.root, &self.output) else { return Ok(false) };
        let sources = source::load(root)?;
        let mut build = Engine::new().build(&sources);
        let text = format!("{} messages", build.diagnostics().len());
        if self.searchless {
            build.site.search = SearchFiles::default();
        }
        let summary = StoredSummary { text, ..StoredSummary::default() };
        let options = Options::new(sources.digest(), summary);
        emit::write(&build.site, &OutputFolder::resolve(output, root)?, &options)?;
        // Like the program, which ends without giving anything back.
        std::mem::forget((sources, build));
        Ok(true)
    }
}
