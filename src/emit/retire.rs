//! Drops a site that has been replaced. Only files that its manifest names and
//! that are still as they were written go; whatever else is in it moves over to
//! the new site, beside a file of the same name if need be.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::error::{Doing, EmitError};
use super::manifest::{MANIFEST, Manifest, hash_file, is_absent};
use super::previous::Listing;

/// What was not dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    /// Somebody else's files, where they are now.
    pub foreign: Vec<String>,
    /// Files that the site no longer has but somebody had edited.
    pub edited: Vec<String>,
}

impl Kept {
    pub(super) fn extend(&mut self, other: Self) {
        self.foreign.extend(other.foreign);
        self.edited.extend(other.edited);
    }
}

/// Drops the folder `old`, whose site, of this manifest, has been replaced by
/// the one in `output`. May be called again after it was interrupted anywhere.
pub(super) fn retire(old: &Path, manifest: &Manifest, output: &Path) -> Result<Kept, EmitError> {
    let listing = Listing::of(old)?;
    let files: Vec<&String> = listing.files.iter().filter(|file| *file != MANIFEST).collect();
    let removed: Vec<(&String, bool)> = files
        .into_par_iter()
        .map(|file| {
            let path = old.join(file);
            let own = manifest.files.get(file).is_some_and(|entry| entry.still_at(&path).is_some());
            if own {
                fs::remove_file(&path).doing("remove", &path)?;
            }
            Ok((file, own))
        })
        .collect::<Result<_, EmitError>>()?;

    let mut kept = Kept::default();
    for (file, _) in removed.into_iter().filter(|(_, own)| !own) {
        let ours = manifest.files.contains_key(file);
        let made_again =
            ours && fs::symlink_metadata(output.join(file)).is_ok_and(|found| found.is_file());
        if made_again || is_same(&old.join(file), &output.join(file)) {
            fs::remove_file(old.join(file)).doing("remove", &old.join(file))?;
            continue;
        }
        let moved = move_over(old, Path::new(file), output)?;
        if ours { kept.edited.push(moved) } else { kept.foreign.push(moved) }
    }
    for other in &listing.others {
        kept.foreign.push(move_over(old, other, output)?);
    }
    remove_folders(old, output, &listing, manifest)?;
    fs::remove_file(old.join(MANIFEST)).doing("remove", &old.join(MANIFEST))?;
    fs::remove_dir(old).doing("remove", old)?;
    Ok(kept)
}

/// Removes all folders, those inside others first. An empty folder that never
/// held a page is somebody else's.
fn remove_folders(
    old: &Path,
    output: &Path,
    listing: &Listing,
    manifest: &Manifest,
) -> Result<(), EmitError> {
    let own = with_folders(manifest.files.keys().map(Path::new));
    let others = listing.others.iter().map(PathBuf::as_path);
    let used = with_folders(listing.files.iter().map(Path::new).chain(others));
    for folder in listing.folders.iter().rev() {
        if !own.contains(folder.as_path()) && !used.contains(folder.as_path()) {
            make_folders(output, folder)?;
        }
        let path = old.join(folder);
        fs::remove_dir(&path).doing("remove", &path)?;
    }
    Ok(())
}

/// These files and all folders that they are in.
fn with_folders<'p>(files: impl Iterator<Item = &'p Path>) -> FxHashSet<&'p Path> {
    let mut paths = FxHashSet::default();
    for file in files {
        // Folders of a folder that is known are known.
        for path in file.ancestors() {
            if !paths.insert(path) {
                break;
            }
        }
    }
    paths
}

fn move_over(old: &Path, file: &Path, output: &Path) -> Result<String, EmitError> {
    let folder = make_folders(output, file.parent().unwrap_or(Path::new("")))?;
    let name = file.file_name().unwrap_or_default();
    let free = names(name)
        .map(|name| folder.join(name))
        .find(|path| fs::symlink_metadata(path).is_err())
        .unwrap_or_else(|| folder.join(name));
    fs::rename(old.join(file), &free).doing("keep", &free)?;
    Ok(free.strip_prefix(output).unwrap_or(&free).to_string_lossy().into_owned())
}

/// The folder in the new site, under another name where a file has taken its own.
fn make_folders(output: &Path, folder: &Path) -> Result<PathBuf, EmitError> {
    let mut path = output.to_owned();
    if fs::symlink_metadata(&path).is_err() {
        fs::create_dir(&path).doing("create", &path)?;
    }
    for component in folder.components() {
        let Component::Normal(name) = component else { continue };
        let is_folder_or_free = |path: &PathBuf| match fs::symlink_metadata(path) {
            Ok(found) => found.is_dir(),
            Err(error) => is_absent(&error),
        };
        let next = names(name).map(|name| path.join(name)).find(is_folder_or_free);
        path = next.unwrap_or_else(|| path.join(name));
        match fs::create_dir(&path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                return Err(error).doing("create", &path);
            }
            _ => {}
        }
    }
    Ok(path)
}

/// `notes.txt`, `notes.txt.kept`, `notes.txt.kept-2`, ...
fn names(name: &OsStr) -> impl Iterator<Item = OsString> {
    (0..1000_u32).map(move |n| {
        let mut candidate = name.to_owned();
        match n {
            0 => {}
            1 => candidate.push(".kept"),
            n => candidate.push(format!(".kept-{n}")),
        }
        candidate
    })
}

fn is_same(a: &Path, b: &Path) -> bool {
    let len = |path: &Path| {
        fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file).map(|m| m.len())
    };
    len(a).is_some()
        && len(a) == len(b)
        && hash_file(a).ok().is_some_and(|hash| hash_file(b).ok() == Some(hash))
}
