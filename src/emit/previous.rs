//! What is in the output folder before a build: nothing, an earlier site with
//! or without somebody else's files beside it, or something that is refused.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;
use walkdir::WalkDir;

use super::error::{EmitError, ErrorContext};
use super::manifest::{MANIFEST, Manifest, NoManifest, look};
use super::output_folder::OutputFolder;
use crate::platform::{self, FileIdentity};

/// What is in the output folder.
#[derive(Debug)]
pub(super) struct Previous {
    /// Whether the folder is there.
    pub exists: bool,
    /// What the generator wrote; nothing when it never did.
    pub manifest: Manifest,
    /// Everything that is in it.
    pub listing: Listing,
    /// It is not the generator's yet.
    pub adopted: bool,
    identity: OutputIdentity,
}

/// Changes whenever a build replaces the folder or its manifest.
type OutputIdentity = (Option<FileIdentity>, Option<(FileIdentity, u64, i128)>);

/// What lies below a folder, by path.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// The regular files, by path.
    pub files: BTreeSet<String>,
    /// Links, pipes and whatever else is no regular file, and files whose names
    /// are not UTF-8, as real paths.
    pub others: BTreeSet<PathBuf>,
    /// The folders, by their real paths.
    pub folders: BTreeSet<PathBuf>,
}

// Enough to see whose folder it is.
const MAX_FILES_NAMED: usize = 10;

impl Previous {
    /// Looks, and refuses what is neither absent, empty nor the generator's own.
    pub(super) fn inspect(target: &OutputFolder, adopt: bool) -> Result<Self, EmitError> {
        let output = &target.output;
        // Taken before the listing: what changes in between makes that stale, and never goes
        // unseen.
        let identity = identity(output);
        // Side by side, since each waits for the disk.
        let (listing, manifest) = rayon::join(|| Listing::of(output), || Manifest::read(output));
        let listing = listing?;
        let (manifest, damage) = match manifest {
            Ok(manifest) => (manifest, None),
            Err(NoManifest::Failed(error)) => return Err(error),
            Err(NoManifest::Damaged(damage)) => (Manifest::empty(), Some(Some(damage))),
            Err(NoManifest::Absent) => (Manifest::empty(), Some(None)),
        };
        let exists = look(output).context("look at", output)?.is_some_and(|found| found.is_dir());
        // An empty folder is nobody's: no flag is needed to use it.
        let adopted = damage.is_some() && !listing.is_empty();
        match damage {
            Some(damage) if adopted && !adopt => Err(refused(output, &listing, damage.as_deref())),
            _ => Ok(Self { exists, manifest, listing, adopted, identity }),
        }
    }

    /// Whether no other build has been here since.
    pub(super) fn is_current(&self, target: &OutputFolder) -> bool {
        self.identity == identity(&target.output)
    }

    /// Files that nobody but their owner may remove.
    pub(super) fn foreign(&self) -> Vec<String> {
        let named = |path: &&String| !self.manifest.files.contains_key(*path) && *path != MANIFEST;
        let mut foreign: Vec<String> = self.listing.files.iter().filter(named).cloned().collect();
        foreign.extend(self.listing.others.iter().map(|path| path.to_string_lossy().into_owned()));
        foreign.sort();
        foreign
    }
}

impl Listing {
    /// Of a folder; empty when it is absent.
    pub(super) fn of(folder: &Path) -> Result<Self, EmitError> {
        let mut listing = Self::default();
        let Some(top) = look(folder).context("look at", folder)? else { return Ok(listing) };
        // A link may lead to files that are not to be touched.
        for entry in WalkDir::new(folder).min_depth(1).follow_links(false) {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(folder).to_owned();
                let source = io::Error::from(error);
                EmitError::Environment { action: "list", path, source }
            })?;
            let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            if entry.file_type().is_dir() {
                let metadata = entry.metadata().map_err(io::Error::from);
                let metadata = metadata.context("look at", entry.path())?;
                // It can be neither linked nor exchanged: better refused now than found out
                // half-way.
                if platform::device(&metadata) != platform::device(&top) {
                    return Err(EmitError::mounted(entry.path()));
                }
                listing.folders.insert(inside.to_owned());
                continue;
            }
            match inside.to_str() {
                Some(path) if entry.file_type().is_file() => {
                    listing.files.insert(path.to_owned());
                }
                _ => {
                    listing.others.insert(inside.to_owned());
                }
            }
        }
        Ok(listing)
    }

    /// Folders with nothing in them that never held a page of this site: they are
    /// somebody else's.
    pub(super) fn empty_folders<'a>(
        &'a self,
        manifest: &Manifest,
    ) -> impl Iterator<Item = &'a Path> {
        let own = with_folders(manifest.files.keys().map(Path::new));
        let others = self.others.iter().map(PathBuf::as_path);
        let used = with_folders(self.files.iter().map(Path::new).chain(others));
        let is_empty = |folder: &&Path| !own.contains(*folder) && !used.contains(*folder);
        let empty: Vec<&Path> =
            self.folders.iter().map(PathBuf::as_path).filter(is_empty).collect();
        empty.into_iter()
    }

    /// Whether nothing at all is there.
    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty() && self.others.is_empty() && self.folders.is_empty()
    }
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

fn identity(output: &Path) -> OutputIdentity {
    let folder = fs::symlink_metadata(output).ok().map(|found| platform::identity(&found));
    let manifest = fs::symlink_metadata(output.join(MANIFEST));
    // Length and time as well: a file that replaces another may get its inode.
    let manifest =
        manifest.map(|it| (platform::identity(&it), it.len(), platform::times(&it).modified)).ok();
    (folder, manifest)
}

fn refused(output: &Path, listing: &Listing, damage: Option<&str>) -> EmitError {
    let mut names: Vec<String> = listing.files.iter().cloned().collect();
    names.extend(listing.others.iter().map(|path| path.to_string_lossy().into_owned()));
    names.extend(listing.folders.iter().map(|path| format!("{}/", path.to_string_lossy())));
    names.sort();
    let mut shown: Vec<_> =
        names.iter().take(MAX_FILES_NAMED).map(|name| format!("`{name}`")).collect();
    if names.len() > MAX_FILES_NAMED {
        shown.push(format!("and {} more", names.len() - MAX_FILES_NAMED));
    }
    let why = match damage {
        Some(damage) => format!("its {MANIFEST} cannot be used ({damage})"),
        None => "it holds files that this program did not write".to_owned(),
    };
    EmitError::Refused {
        message: format!("refused to publish to {}: {why}: {}", output.display(), shown.join(", ")),
        help: vec![
            "name another folder with `--output DIR`".to_owned(),
            "or take this one over with `--adopt`: what is in it now is kept".to_owned(),
        ],
    }
}
