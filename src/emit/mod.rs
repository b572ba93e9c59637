//! The only room that writes a site. A [`Site`](crate::engine::Site) and a [`OutputFolder`] enter; the
//! folder holds the new site, or still the old one, whole. Deliberately absent:
//! any opinion of what is in a site.

#![expect(clippy::disallowed_methods, reason = "this room writes the site to disk")]

mod earlier;
mod error;
mod foreign;
mod lock;
mod manifest;
mod output_folder;
mod previous;
mod removals;
mod retire;
mod staging;
mod swap;
mod verify;
mod write;

use std::time::Duration;

pub use earlier::Earlier;
pub use error::EmitError;
pub use output_folder::OutputFolder;
pub use verify::{Comparison, Difference, DifferenceKind, compare};
pub use write::{write, write_over};

use crate::address::Route;
use crate::memo::Digest;
use manifest::{GENERATOR, Manifest};

/// How to write, and what to remember of the build.
#[derive(Clone, Debug)]
pub struct Options {
    /// Digest of everything that the site was made from.
    pub inputs: Digest,
    /// Stored for a build that finds nothing changed.
    pub summary: StoredSummary,
    /// Take over a folder with other files in it.
    pub adopt: bool,
    /// Take away most of a site's pages, if that is what the site has come to.
    pub allow_removals: bool,
    /// Survive a power cut, too.
    pub durable: bool,
    /// How long to wait for another build.
    pub patience: Duration,
    /// Exchange folders in one step where the system can. Switched off only to
    /// test the other way.
    pub in_one_step: bool,
}

impl Options {
    /// The usual way to write a site.
    pub fn new(inputs: Digest, summary: StoredSummary) -> Self {
        Self {
            inputs,
            summary,
            adopt: false,
            allow_removals: false,
            durable: false,
            // Most builds are over by then; who has waited longer wants to know for whom.
            patience: Duration::from_secs(10),
            in_one_step: true,
        }
    }
}

/// How a build ended, as the next one will repeat it when nothing has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredSummary {
    /// What the program ended with.
    pub exit_code: u8,
    /// What the build printed.
    pub text: String,
    /// The errors among that.
    pub errors: String,
}

/// What became of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WriteReport {
    /// Written, because their bytes are new.
    pub written: Vec<Route>,
    /// How many were there already.
    pub unchanged: usize,
    /// Removed, because the site no longer has them.
    pub removed: Vec<String>,
    /// Somebody else's files, left alone.
    pub foreign: Vec<String>,
    /// Files that the site no longer has, left alone because somebody edited them.
    pub edited: Vec<String>,
    /// Edited by somebody, and made again.
    pub made_again: Vec<String>,
    /// Size of what was written.
    pub bytes: u64,
    /// What failed after the site was published, and what did not go as it
    /// should; the next build tries again.
    pub warnings: Vec<String>,
}

/// What the last build printed, if it was made by this version from the same
/// inputs and everything that it wrote is still there.
pub fn unchanged(target: &OutputFolder, inputs: Digest) -> Option<StoredSummary> {
    // A run without changes takes no lock, and would never clear the one of a killed build.
    lock::clear_abandoned(target);
    // The head first: a manifest of tens of thousands of files is not parsed when the build has to
    // run anyway.
    if swap::is_pending(target) || !Manifest::may_be_of(target.output(), &inputs.to_string()) {
        return None;
    }
    // What is wrong with a manifest the full build will tell.
    let manifest = Manifest::read(target.output()).ok()?;
    // The head may hold these digits by chance, in something that was printed.
    let same = manifest.inputs == inputs.to_string()
        && manifest.generator == GENERATOR
        // Inputs say nothing of a file that somebody removed from the folder or edited in it.
        && manifest.is_whole(target.output());
    same.then_some(StoredSummary {
        exit_code: manifest.exit_code,
        text: manifest.summary,
        errors: manifest.errors,
    })
}
