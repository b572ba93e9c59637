//! Puts a finished stage in the place of the published folder, in one step where
//! the system can, and brings to an end what a killed build had begun.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::{EmitError, ErrorContext};
use super::foreign::KeptFiles;
use super::manifest::{Manifest, NoManifest, look};
use super::output_folder::OutputFolder;
use super::retire::retire;
use super::staging::{MARKER, remove_unfinished, sync_folder};
use crate::platform::exchange;

/// What became of an exchange.
#[derive(Debug)]
pub(super) struct SwapOutcome {
    /// Where the previous output is now, if there was one.
    pub old: Option<PathBuf>,
    /// What failed when the new site was in its place already.
    pub warnings: Vec<EmitError>,
}

/// Publishes the stage. An error says that the old site is still there.
pub(super) fn swap(
    target: &OutputFolder,
    staging: &Path,
    exists: bool,
    in_one_step: bool,
    durable: bool,
) -> Result<SwapOutcome, EmitError> {
    let output = &target.output;
    let mut warnings = Vec::new();
    // The exchange gives false where the system has none; then two renames do, with a journal.
    let old = if !exists {
        fs::rename(staging, output).context("publish to", output)?;
        None
    } else if in_one_step && exchange(staging, output).context("publish to", output)? {
        Some(staging.to_owned())
    } else {
        let (old, warning) = in_two_steps(target, staging)?;
        warnings.extend(warning);
        Some(old)
    };
    if durable {
        // The new site is out: from here on a failure is a warning.
        warnings.extend(sync_folder(&target.parent).err());
    }
    Ok(SwapOutcome { old, warnings })
}

/// Whether an earlier build, or one that is at work now, left something beside
/// the folder.
pub(super) fn is_pending(target: &OutputFolder) -> bool {
    // Looked for without the lock, by name: nearly every build finds none and has nothing to mend.
    ["stage", "old", "journal"]
        .iter()
        .any(|suffix| fs::symlink_metadata(target.sibling(suffix)).is_ok())
}

/// Ends what an earlier build left undone. The caller holds the lock, so
/// nobody is at work on any of it.
pub(super) fn recover(target: &OutputFolder) -> Result<KeptFiles, EmitError> {
    let (staging, old, journal) =
        (target.sibling("stage"), target.sibling("old"), target.sibling("journal"));
    let output = &target.output;
    let mut kept = KeptFiles::default();
    if look(&journal).context("look at", &journal)?.is_some() {
        if look(output).context("look at", output)?.is_none() {
            // Killed between the two renames: both sites are whole.
            let new_is_whole = matches!(Leftover::of(&staging)?, Leftover::Site(_));
            let whole = if new_is_whole { &staging } else { &old };
            fs::rename(whole, output).context("publish to", output)?;
        }
        // Last: a run that is killed before this finds the journal again and comes to the same end.
        fs::remove_file(&journal).context("remove", &journal)?;
    }
    // The stage first: where no site is published any more, the newer one takes its place.
    for folder in [staging, old] {
        match Leftover::of(&folder)? {
            Leftover::Nothing => {}
            // Somebody removed the site: this one is ours, and whole or nearly so.
            Leftover::Site(_) if look(output).context("look at", output)?.is_none() => {
                fs::rename(&folder, output).context("publish to", output)?;
            }
            Leftover::Site(manifest) => kept.extend(retire(&folder, &manifest, output)?),
            Leftover::Unfinished => remove_unfinished(&folder).context("remove", &folder)?,
            Leftover::Foreign => {
                return Err(EmitError::refused(
                    format!("{} is in the way: this program did not write it", folder.display()),
                    "move it somewhere else",
                ));
            }
        }
    }
    Ok(kept)
}

/// What lies beside the output folder.
enum Leftover {
    Nothing,
    /// A finished site, old or new.
    Site(Box<Manifest>),
    /// A stage that was not finished, or a site that is all but gone.
    Unfinished,
    /// Not ours.
    Foreign,
}

impl Leftover {
    fn of(folder: &Path) -> Result<Self, EmitError> {
        let Some(metadata) = look(folder).context("look at", folder)? else {
            return Ok(Self::Nothing);
        };
        if !metadata.is_dir() {
            return Ok(Self::Foreign);
        }
        // It counts more than a manifest, which a stage gets before it is whole.
        if look(&folder.join(MARKER)).context("look at", folder)?.is_some() {
            return Ok(Self::Unfinished);
        }
        match Manifest::read(folder) {
            Ok(manifest) => Ok(Self::Site(Box::new(manifest))),
            Err(NoManifest::Failed(error)) => Err(error),
            Err(NoManifest::Absent | NoManifest::Damaged(_)) => {
                // Removed but for the folder itself, when the run that did it was killed.
                let empty = fs::read_dir(folder).context("list", folder)?.next().is_none();
                Ok(if empty { Self::Unfinished } else { Self::Foreign })
            }
        }
    }
}

/// For a moment there is no output folder; the journal tells the next build
/// what to do if that moment lasts.
/// Returns where the old one is, and what failed after the new one was there.
fn in_two_steps(
    target: &OutputFolder,
    staging: &Path,
) -> Result<(PathBuf, Option<EmitError>), EmitError> {
    let (output, old, journal) = (&target.output, target.sibling("old"), target.sibling("journal"));
    fs::write(&journal, b"the output folder is being replaced\n").context("write", &journal)?;
    // On the disk before the folder moves, or a power cut leaves nothing to go by.
    sync_folder(&target.parent)?;
    fs::rename(output, &old).context("move", output)?;
    if let Err(error) = fs::rename(staging, output) {
        // Back at once: an error promises that the old site is still there.
        fs::rename(&old, output).context("publish to", output)?;
        return Err(error).context("publish to", output);
    }
    Ok((old, fs::remove_file(&journal).context("remove", &journal).err()))
}
