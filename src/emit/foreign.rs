//! What lies in the output folder and is not the generator's: it is linked into
//! the new site before that is published, so that it is there at every moment.
//! Two folders enter; names leave. Deliberately absent: any removal.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::error::{EmitError, ErrorContext};
use super::manifest::{MANIFEST, Manifest, hash_file, is_absent, look};
use super::previous::Previous;
use crate::platform;

/// Somebody else's files, by where they are in the new site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct KeptFiles {
    /// Files that the generator never wrote.
    pub foreign: Vec<String>,
    /// Files that the site no longer has but somebody had edited.
    pub edited: Vec<String>,
    /// Those that the system does not let be linked: they are not in the new site yet.
    pub unlinked: Vec<String>,
}

impl KeptFiles {
    pub(super) fn extend(&mut self, other: Self) {
        self.foreign.extend(other.foreign);
        self.edited.extend(other.edited);
        self.unlinked.extend(other.unlinked);
    }
}

/// Links everything that is not the generator's from the previous output into the
/// stage. `is_taken` says which paths the new site has itself.
pub(super) fn link_all(
    output: &Path,
    previous: &Previous,
    is_taken: impl Fn(&str) -> bool,
    staging: &Path,
) -> Result<KeptFiles, EmitError> {
    let mut kept = KeptFiles::default();
    for file in &previous.listing.files {
        let list = match previous.manifest.files.get(file) {
            // The manifest does not name itself, and the new site brings its own.
            None if file == MANIFEST => continue,
            // The site holds the same bytes itself.
            None if is_taken(file) && is_same(&output.join(file), &staging.join(file))? => continue,
            None => &mut kept.foreign,
            // Edited or not, it is made again.
            Some(_) if is_taken(file) => continue,
            Some(entry) => {
                let path = output.join(file);
                if entry.still_at(&path).context("look at", &path)?.is_some() {
                    // Untouched since it was written: the site gave it up, so it goes with the old
                    // one.
                    continue;
                }
                &mut kept.edited
            }
        };
        match link(output, Path::new(file), staging)? {
            Linked::At(path) => list.push(path),
            Linked::Gone => {}
            Linked::Not => kept.unlinked.push(file.clone()),
        }
    }
    for other in &previous.listing.others {
        match link(output, other, staging)? {
            Linked::At(path) => kept.foreign.push(path),
            Linked::Gone => {}
            Linked::Not => kept.unlinked.push(other.to_string_lossy().into_owned()),
        }
    }
    // A folder that somebody made for files to come is theirs, too.
    for folder in previous.listing.empty_folders(&previous.manifest) {
        make_folders(output, staging, folder)?;
    }
    Ok(kept)
}

enum Linked {
    At(String),
    /// It was removed meanwhile.
    Gone,
    /// The system does not let it be linked.
    Not,
}

fn link(output: &Path, file: &Path, staging: &Path) -> Result<Linked, EmitError> {
    let (from, free) = (output.join(file), free_place(output, file, staging)?);
    match fs::hard_link(&from, &free) {
        Ok(()) => Ok(Linked::At(inside(&free, staging))),
        Err(error) if is_absent(&error) => Ok(Linked::Gone),
        // A full disk would refuse every other file as well: better the old site than a new one
        // that lacks somebody's files.
        Err(error) if is_out_of_means(&error) => Err(error).context("keep", &from),
        // The stage lies on the disk of the output folder, but this does not.
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            Err(EmitError::mounted(&from))
        }
        // Another owner's file often may not be linked: it moves after the exchange instead.
        Err(_) => Ok(Linked::Not),
    }
}

/// Whether an error says nothing of the file, but of the disk as a whole.
fn is_out_of_means(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

/// Moves a file that is not the generator's from the old site to the new one.
pub(super) fn move_over(old: &Path, file: &Path, output: &Path) -> Result<String, EmitError> {
    let free = free_place(old, file, output)?;
    fs::rename(old.join(file), &free).context("keep", &free)?;
    Ok(inside(&free, output))
}

/// Where a file of `from` can be kept in `to`, beside one of the same name if
/// need be; its folders are there already.
fn free_place(from: &Path, file: &Path, to: &Path) -> Result<PathBuf, EmitError> {
    let folder = make_folders(from, to, file.parent().unwrap_or(Path::new("")))?;
    let name = file.file_name().unwrap_or_default();
    for name in names(name) {
        let path = folder.join(name);
        if look(&path).context("look at", &path)?.is_none() {
            return Ok(path);
        }
    }
    // Never in the place of another file, which may be nobody's copy.
    Err(EmitError::refused(
        format!("no name is free beside {}", folder.join(name).display()),
        "move some of the files with this name somewhere else",
    ))
}

/// A folder of `from` in `to`, under another name where a file has taken its own,
/// and open to the same people.
pub(super) fn make_folders(from: &Path, to: &Path, folder: &Path) -> Result<PathBuf, EmitError> {
    let (mut source, mut path) = (from.to_owned(), to.to_owned());
    for component in folder.components() {
        let Component::Normal(name) = component else { continue };
        source.push(name);
        path = folder_in(&path, name)?;
        match fs::create_dir(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => {
                made.context("create", &path)?;
                // The folder may have gone meanwhile, and then its rights say nothing.
                if let Some(found) = look(&source).context("look at", &source)? {
                    // A folder that was closed to others stays closed in the new site.
                    let rights = found.permissions();
                    fs::set_permissions(&path, rights).context("set the rights of", &path)?;
                }
            }
        }
    }
    Ok(path)
}

/// Where a folder of this name is, or can be.
fn folder_in(parent: &Path, name: &OsStr) -> Result<PathBuf, EmitError> {
    for name in names(name) {
        let path = parent.join(name);
        if look(&path).context("look at", &path)?.is_none_or(|found| found.is_dir()) {
            return Ok(path);
        }
    }
    Ok(parent.join(name))
}

/// Whether a file of the old site is in the new one as the same file, under its
/// own name or one beside it.
pub(super) fn is_linked(old: &Path, file: &Path, output: &Path) -> Result<bool, EmitError> {
    let path = old.join(file);
    // Gone from the old site: nothing is left that could be lost.
    let Some(found) = look(&path).context("look at", &path)? else { return Ok(true) };
    let mut folder = output.to_owned();
    for component in file.parent().into_iter().flat_map(Path::components) {
        let Component::Normal(name) = component else { continue };
        folder = folder_in(&folder, name)?;
    }
    // By identity and not by bytes: only one and the same file shows what its owner saves next.
    for name in names(file.file_name().unwrap_or_default()) {
        let path = folder.join(name);
        match look(&path).context("look at", &path)? {
            None => return Ok(false),
            Some(there) if platform::identity(&there) == platform::identity(&found) => {
                return Ok(true);
            }
            Some(_) => {}
        }
    }
    Ok(false)
}

/// Whether the generator wrote a file of the published site.
pub(super) fn is_own(file: &Path, published: Option<&Manifest>) -> bool {
    let own = |manifest: &Manifest| file.to_str().is_some_and(|it| manifest.files.contains_key(it));
    published.is_some_and(own)
}

/// Whether two files hold the same bytes.
pub(super) fn is_same(a: &Path, b: &Path) -> Result<bool, EmitError> {
    let len = |path: &Path| {
        let found = look(path).context("look at", path)?;
        Ok(found.filter(fs::Metadata::is_file).map(|found| found.len()))
    };
    let hash = |path: &Path| hash_file(path).context("read", path);
    // Sizes first: most files that differ differ there, and neither is read.
    let (one, other) = (len(a)?, len(b)?);
    Ok(one.is_some() && one == other && hash(a)? == hash(b)?)
}

fn inside(path: &Path, folder: &Path) -> String {
    path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned()
}

/// `notes.txt`, `notes.txt.kept`, `notes.txt.kept-2`, ...
fn names(name: &OsStr) -> impl Iterator<Item = OsString> {
    // A bound, so that a folder full of such names cannot keep a build busy for ever.
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
