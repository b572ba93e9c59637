//! Drops a site that has been replaced. Only files that its manifest names and
//! that are still as they were written go, and other names of files that are in
//! the new site; whatever else came into the old one meanwhile moves over.

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::error::{EmitError, ErrorContext};
use super::foreign::{KeptFiles, is_linked, is_own, is_same, make_folders, move_over};
use super::manifest::{MANIFEST, Manifest, NoManifest, look};
use super::previous::Listing;

/// Drops the folder `old`, whose site, of this manifest, has been replaced by
/// the one in `output`. May be called again after it was interrupted anywhere.
/// Tells what moved over.
pub(super) fn retire(
    old: &Path,
    manifest: &Manifest,
    output: &Path,
) -> Result<KeptFiles, EmitError> {
    let listing = Listing::of(old)?;
    let mut kept = KeptFiles::default();
    for file in others_than_own(old, manifest, &listing)? {
        let ours = manifest.files.contains_key(file);
        if let Some(moved) = keep(old, Path::new(file), ours, output)? {
            if ours { kept.edited.push(moved) } else { kept.foreign.push(moved) }
        }
    }
    for other in &listing.others {
        kept.foreign.extend(keep(old, other, false, output)?);
    }
    for folder in listing.empty_folders(manifest) {
        make_folders(old, output, folder)?;
    }
    // Backwards, since what is inside a folder comes after it in the listing.
    for folder in listing.folders.iter().rev() {
        let path = old.join(folder);
        fs::remove_dir(&path).context("remove", &path)?;
    }
    // The manifest last: until it goes, a run that is killed here can be taken up again.
    fs::remove_file(old.join(MANIFEST)).context("remove", &old.join(MANIFEST))?;
    fs::remove_dir(old).context("remove", old)?;
    Ok(kept)
}

/// Removes the site's own files, and gives the others.
fn others_than_own<'a>(
    old: &Path,
    manifest: &Manifest,
    listing: &'a Listing,
) -> Result<Vec<&'a String>, EmitError> {
    let files: Vec<&String> = listing.files.iter().filter(|file| *file != MANIFEST).collect();
    let other = |file: &'a String| {
        let path = old.join(file);
        let entry = manifest.files.get(file);
        let still =
            entry.map(|entry| entry.still_at(&path)).transpose().context("look at", &path)?;
        let own = still.flatten().is_some();
        if own {
            fs::remove_file(&path).context("remove", &path)?;
        }
        Ok((!own).then_some(file))
    };
    let others: Vec<Option<&String>> =
        files.into_par_iter().map(other).collect::<Result<_, EmitError>>()?;
    Ok(others.into_iter().flatten().collect())
}

/// Sees to it that one file of the old site is in the new one, and removes it
/// here. Returns where it is, if it has moved.
fn keep(old: &Path, file: &Path, ours: bool, output: &Path) -> Result<Option<String>, EmitError> {
    let (from, to) = (old.join(file), output.join(file));
    let drop_it = || fs::remove_file(&from).context("remove", &from).map(|()| None);
    if is_linked(old, file, output)? || is_same(&from, &to)? {
        return drop_it();
    }
    let there = look(&to).context("look at", &to)?;
    // The new site has its own version of it, and the report names it as made again.
    let is_made_again = ours && there.as_ref().is_some_and(fs::Metadata::is_file);
    if is_made_again {
        return drop_it();
    }
    // Somebody replaced the file while the site was exchanged: the newer one has
    // the name, and the one of the old site when no clock can tell; the other is
    // kept beside it.
    let stands = there.is_some() && !is_older(&from, &to);
    if stands && !is_own(file, published(output)?.as_ref()) {
        let aside = move_over(output, file, output)?;
        fs::rename(&from, &to).context("keep", &to)?;
        return Ok(Some(aside));
    }
    move_over(old, file, output).map(Some)
}

fn is_older(path: &Path, than: &Path) -> bool {
    let modified = |path: &Path| fs::symlink_metadata(path).and_then(|it| it.modified()).ok();
    modified(path).zip(modified(than)).is_some_and(|(one, other)| one < other)
}

/// The manifest of the site that took the old one's place.
fn published(output: &Path) -> Result<Option<Manifest>, EmitError> {
    match Manifest::read(output) {
        Ok(manifest) => Ok(Some(manifest)),
        Err(NoManifest::Absent | NoManifest::Damaged(_)) => Ok(None),
        Err(NoManifest::Failed(error)) => Err(error),
    }
}
