//! What may be typed after `playbook build`, and what it means for a playbook.

use std::path::{Path, PathBuf};

use crate::emit::{EmitError, Options, OutputFolder, StoredSummary};
use crate::engine::Build;
use crate::memo::Digest;
use crate::source::Sources;

use super::messages::{errors, problems};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Args {
    /// Where to write the site [default: `output` in playbook.toml, or public]
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Where the site will be, instead of `base_url` in playbook.toml
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Publish nothing when there is an error
    #[arg(long)]
    pub strict: bool,
    /// Open the site in a browser
    #[arg(long)]
    pub open: bool,
    /// Take over a folder that holds other files; they are never deleted
    #[arg(long)]
    pub adopt: bool,
    /// Remove most of the site's pages, if the playbook no longer has them
    #[arg(long)]
    pub allow_removals: bool,
    /// Survive a power cut: wait until everything is on the disk
    #[arg(long)]
    pub durable: bool,
    /// Build even if nothing has changed
    #[arg(long)]
    pub no_cache: bool,
    /// Publish again after every change, until Ctrl-C
    #[arg(long)]
    pub watch: bool,
    /// How many processors to use [default: all]
    #[arg(long, value_name = "N")]
    pub threads: Option<usize>,
}

impl Args {
    pub(super) fn options(&self, inputs: Digest, build: &Build) -> Options {
        let Self { adopt, allow_removals, durable, .. } = *self;
        // Only what was published is remembered, and that has ended well.
        let summary = StoredSummary { exit_code: 0, text: problems(build), errors: errors(build) };
        Options { adopt, allow_removals, durable, ..Options::new(inputs, summary) }
    }

    /// Where the site goes.
    pub(super) fn target(&self, root: &Path, sources: &Sources) -> Result<OutputFolder, EmitError> {
        let given = self.output.clone();
        OutputFolder::resolve(
            &given.unwrap_or_else(|| root.join(&sources.config.build.output)),
            root,
        )
    }
}

/// Digest of everything that decides what a build does.
pub(super) fn inputs(sources: &Sources, strict: bool) -> Digest {
    // With `--strict`, the same sources may end otherwise.
    Digest::of(&(sources.digest(), strict))
}
