//! Puts a finished stage in the place of the published folder, in one step where
//! the system can, and brings to an end what a killed build had begun.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{Doing, EmitError};
use super::manifest::{MANIFEST, Manifest};
use super::retire::{Kept, retire};
use super::stage::{MARKER, sync_folder};
use super::target::Target;

/// Publishes the stage. Returns where the previous output is now, if there was
/// one.
pub(super) fn swap(
    target: &Target,
    stage: &Path,
    exists: bool,
    in_one_step: bool,
    durable: bool,
) -> Result<Option<PathBuf>, EmitError> {
    let output = &target.output;
    let old = if !exists {
        fs::rename(stage, output).doing("publish to", output)?;
        None
    } else if in_one_step && exchange(stage, output).doing("publish to", output)? {
        Some(stage.to_owned())
    } else {
        Some(in_two_steps(target, stage)?)
    };
    if durable {
        sync_folder(&target.parent)?;
    }
    Ok(old)
}

/// Whether an earlier build, or one that is at work now, left something beside
/// the folder.
pub(super) fn is_pending(target: &Target) -> bool {
    ["stage", "old", "journal"]
        .iter()
        .any(|suffix| fs::symlink_metadata(target.sibling(suffix)).is_ok())
}

/// Ends what an earlier build left undone. The caller holds the lock, so
/// nobody is at work on any of it.
pub(super) fn recover(target: &Target) -> Result<Kept, EmitError> {
    let (stage, old, journal) =
        (target.sibling("stage"), target.sibling("old"), target.sibling("journal"));
    let output = &target.output;
    let mut kept = Kept::default();
    if fs::symlink_metadata(&journal).is_ok() {
        if fs::symlink_metadata(output).is_err() && is_site(&old) {
            // Killed between the two renames: the new site is whole, or the old one is.
            let whole = if is_site(&stage) { &stage } else { &old };
            fs::rename(whole, output).doing("publish to", output)?;
        }
        fs::remove_file(&journal).doing("remove", &journal)?;
    }
    for leftover in [stage, old] {
        if fs::symlink_metadata(&leftover).is_err() {
            continue;
        }
        if is_site(&leftover) {
            kept.extend(retire(&leftover, output)?);
        } else if is_unfinished(&leftover) {
            fs::remove_dir_all(&leftover).doing("remove", &leftover)?;
        } else {
            return Err(EmitError::refused(
                format!("{} is in the way: this program did not write it", leftover.display()),
                "move it somewhere else",
            ));
        }
    }
    Ok(kept)
}

/// Exchanges two folders; false where the system cannot.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(a: &Path, b: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::NOSYS | Errno::INVAL | Errno::OPNOTSUPP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

/// For a moment there is no output folder; the journal tells the next build
/// what to do if that moment lasts.
fn in_two_steps(target: &Target, stage: &Path) -> Result<PathBuf, EmitError> {
    let (output, old, journal) = (&target.output, target.sibling("old"), target.sibling("journal"));
    fs::write(&journal, b"the output folder is being replaced\n").doing("write", &journal)?;
    sync_folder(&target.parent)?;
    fs::rename(output, &old).doing("move", output)?;
    if let Err(error) = fs::rename(stage, output) {
        fs::rename(&old, output).doing("publish to", output)?;
        return Err(error).doing("publish to", output);
    }
    fs::remove_file(&journal).doing("remove", &journal)?;
    Ok(old)
}

/// A finished site, old or new.
fn is_site(folder: &Path) -> bool {
    !folder.join(MARKER).exists()
        && folder.join(MANIFEST).is_file()
        && Manifest::read(folder).is_ok()
}

/// A stage that was not finished, or an old site that is all but gone.
fn is_unfinished(folder: &Path) -> bool {
    let empty = || fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    let real = fs::symlink_metadata(folder).is_ok_and(|metadata| metadata.is_dir());
    real && (folder.join(MARKER).is_file() || empty())
}
