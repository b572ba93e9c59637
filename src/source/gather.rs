//! Reads everything that was seen in a tree of files, in parallel, in the order
//! of the paths; a file that has not been written since it was last read is not
//! read again. What cannot be read becomes a message and everything else is
//! still there.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostic::rules::files::{
    pb401_unsafe_name, pb402_symlink, pb403_unreadable, pb404_too_large, pb405_image_pixels,
    pb406_special_file, pb407_active_file, pb408_stray_file, pb409_too_deep,
};
use crate::diagnostic::{Diagnostic, Text};
use crate::domain::Kind;
use crate::memo::Hashed;

use super::asset::Asset;
use super::classify::{FileClass, StrayReason, classify};
use super::entry::{EntryKind, Refusal, TreeEntry};
use super::memory::{FileContent, FileMemory, FoundFiles, RememberedFile};
use super::names;
use super::open::OpenError;
use super::read::{self, ReadError};
use super::readme;
use super::scan::Scan;
use super::tree::FileTree;
use crate::document::{FileBytes, Unpublished, identify};

/// Reads all files that were seen.
pub(super) fn gather(
    tree: &dyn FileTree,
    scan: &Scan,
    config: &Config,
    memory: &mut FileMemory,
) -> Gathered {
    let entries = without_unsafe(&scan.entries);
    let is_first = memory.files.is_empty();
    let read = |entry: &&TreeEntry| {
        let kept = memory.recall(entry);
        // Half of a page is no page; a first reading has nothing better to offer.
        // Looked at after the reading: where the stamp has moved, two states may be mixed.
        let has_changed = || match entry.what {
            EntryKind::File(stamp) => tree.stamp(&entry.path) != stamp,
            _ => false,
        };
        let is_new = kept.is_none() && !is_first;
        let content = read(tree, entry, config, kept);
        (content, is_new && has_changed())
    };
    // In the order of the entries, however the threads take turns.
    let contents: Vec<_> = entries.files.par_iter().map(read).collect();
    let mut found = entries.found(tree, config);
    let (mut vanished, mut changed_while_read) = (false, false);
    let mut files = BTreeMap::new();
    for (entry, (content, has_changed)) in entries.files.iter().zip(contents) {
        changed_while_read |= has_changed;
        if let (EntryKind::File(Some(stamp)), Some((path, kept))) = (&entry.what, content.kept()) {
            // Against the start of the scan: whatever was written later may bear the same stamp.
            let unsure = stamp.may_miss_a_write(scan.at);
            let file = RememberedFile { stamp: *stamp, unsure, content: kept };
            files.insert(path, file);
        }
        let why = match &content {
            FileResult::Unpublished(why, _) => Some(why.clone()),
            FileResult::Problem(_) => Some(Unpublished::Refused),
            _ => None,
        };
        found.unpublished.extend(why.map(|why| (Arc::from(entry.path.as_str()), why)));
        vanished |= matches!(content, FileResult::Vanished(_));
        content.put_into(&mut found);
    }
    // Replaced and not added to, so that a file that is gone is forgotten.
    memory.files = files;
    found.diagnostics.sort();
    memory.found = found.clone();
    Gathered { found, vanished, changed_while_read }
}

/// The same when the files are the same and only these were written since: what
/// an editor does. None when that is not all there is to it.
pub(super) fn gather_written(
    tree: &dyn FileTree,
    scan: &Scan,
    written: &[&str],
    config: &Config,
    memory: &mut FileMemory,
) -> Option<Gathered> {
    let read = |path: &&str| {
        let stamp = scan.stamp(path)?;
        match self::file(tree, &Arc::from(*path), config, None) {
            // A message has its place among the others: the long way puts it there.
            FileResult::Problem(_)
            | FileResult::Refused(_)
            | FileResult::Vanished(_)
            | FileResult::Unpublished(..) => None,
            content => Some((stamp, content)),
        }
    };
    let contents = written.iter().map(read).collect::<Option<Vec<_>>>()?;
    let mut changed_while_read = false;
    for (path, (stamp, content)) in written.iter().zip(contents) {
        // A new file is one that the memory does not know. What was patched so far does no harm: it
        // is what the files hold, and the long way reads them by the same memory.
        let file = memory.files.get_mut(*path)?;
        let found = &mut memory.found;
        let (_, kept) = content.kept()?;
        match content {
            FileResult::Document(path, bytes) => drop(found.documents.insert(path, bytes)?),
            FileResult::Theme(_, inside, bytes) => drop(found.theme.insert(inside, bytes)?),
            FileResult::Asset(path, asset) => drop(found.assets.insert(path, asset)?),
            FileResult::Problem(_)
            | FileResult::Refused(_)
            | FileResult::Vanished(_)
            | FileResult::Unpublished(..) => return None,
        }
        *file = RememberedFile { stamp, unsure: stamp.may_miss_a_write(scan.at), content: kept };
        changed_while_read |= tree.stamp(path) != Some(stamp);
    }
    let found = memory.found.clone();
    Some(Gathered { found, vanished: false, changed_while_read })
}

/// What was read.
#[derive(Debug)]
pub(super) struct Gathered {
    pub found: FoundFiles,
    /// A file was gone by the time it was read.
    pub vanished: bool,
    /// A file was written while it was read.
    pub changed_while_read: bool,
}

struct SafeEntries<'a> {
    files: Vec<&'a TreeEntry>,
    unpublished: BTreeMap<Arc<str>, Unpublished>,
    /// Pages whose name no address can hold.
    misnamed: Vec<Arc<str>>,
    diagnostics: Vec<Diagnostic>,
}

impl SafeEntries<'_> {
    /// What is known before the other files are read.
    fn found(&self, tree: &dyn FileTree, config: &Config) -> FoundFiles {
        let misnamed = self.misnamed.iter().filter_map(|path| {
            // One that cannot be read has its message for its name.
            Some((Arc::clone(path), read::whole(tree, path, config.limits.page_bytes).ok()?))
        });
        FoundFiles {
            misnamed: misnamed.collect(),
            diagnostics: self.diagnostics.clone(),
            unpublished: self.unpublished.clone(),
            ..FoundFiles::default()
        }
    }
}

/// Splits off what has an unsafe name, or lies in a folder that has one. Each
/// name is reported once.
fn without_unsafe(entries: &[TreeEntry]) -> SafeEntries<'_> {
    let mut safe = SafeEntries {
        files: Vec::with_capacity(entries.len()),
        unpublished: BTreeMap::new(),
        misnamed: Vec::new(),
        diagnostics: Vec::new(),
    };
    let mut reported: BTreeSet<String> = BTreeSet::new();
    for entry in entries {
        match unsafe_prefix(entry) {
            Some((prefix, why)) => {
                let (folder, name) = prefix.rsplit_once('/').unwrap_or(("", prefix));
                let name = names::suggest(name);
                let rest = entry.path.get(prefix.len()..).unwrap_or_default();
                let renamed = Arc::from(format!("{folder}/{name}{rest}"));
                let path: Arc<str> = Arc::from(entry.path.as_str());
                safe.misnamed.extend(is_misnamed(entry).then(|| Arc::clone(&path)));
                safe.unpublished.insert(path, Unpublished::Rename(renamed));
                // A folder with an unsafe name is told once, not for each file below it.
                if reported.insert(prefix.to_owned()) {
                    let path = Arc::from(prefix);
                    safe.diagnostics.push(pb401_unsafe_name::breach(&path, why, &name));
                }
            }
            None => safe.files.push(entry),
        }
    }
    safe
}

/// The first part of a path whose name is unsafe, and why.
fn unsafe_prefix(entry: &TreeEntry) -> Option<(&str, Text)> {
    let path = entry.path.as_str();
    let mut start = 0;
    for name in path.split('/') {
        let end = start + name.len();
        if let Some(why) = names::fault(name) {
            return Some((path.get(..end).unwrap_or(path), why));
        }
        start = end + 1;
    }
    // A link or device is refused for what it is; its id does not matter then.
    if !matches!(entry.what, EntryKind::File(_)) {
        return None;
    }
    // A README has no address that its name could spoil.
    let (_, id) = identify(path).filter(|_| !names::is_readme(name_of(path)))?;
    let why = names::page_fault(&id)?;
    // The id of `ID/index.md` is the name of its folder.
    let named = if path.ends_with("/index.md") { path.strip_suffix("/index.md")? } else { path };
    Some((named, why))
}

/// Whether it is a page that any system can store, and only no address can hold.
fn is_misnamed(entry: &TreeEntry) -> bool {
    matches!(entry.what, EntryKind::File(_))
        && identify(&entry.path).is_some()
        && entry.path.split('/').all(|name| names::fault(name).is_none())
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

enum FileResult {
    Document(Arc<str>, Hashed<FileBytes>),
    /// With its path in the theme.
    Theme(Arc<str>, Arc<str>, Hashed<FileBytes>),
    Asset(Arc<str>, Asset),
    /// The file is wrong: the playbook is read without it.
    Problem(Diagnostic),
    /// The file is no part of the playbook, and perhaps should be.
    Unpublished(Unpublished, Option<Diagnostic>),
    /// The system would not give it: what it holds is not known.
    Refused(Diagnostic),
    /// It was listed, and then it was not there.
    Vanished(Diagnostic),
}

impl FileResult {
    fn put_into(self, found: &mut FoundFiles) {
        match self {
            Self::Document(path, bytes) => drop(found.documents.insert(path, bytes)),
            Self::Theme(_, inside, bytes) => drop(found.theme.insert(inside, bytes)),
            Self::Asset(path, asset) => drop(found.assets.insert(path, asset)),
            Self::Vanished(problem) | Self::Refused(problem) => {
                found.is_complete = false;
                found.diagnostics.push(problem);
            }
            Self::Problem(problem) => found.diagnostics.push(problem),
            Self::Unpublished(_, problem) => found.diagnostics.extend(problem),
        }
    }

    /// What the next reading may need again.
    fn kept(&self) -> Option<(Arc<str>, FileContent)> {
        match self {
            Self::Document(path, bytes) | Self::Theme(path, _, bytes) => {
                Some((Arc::clone(path), FileContent::Bytes(bytes.clone())))
            }
            Self::Asset(path, asset) => Some((Arc::clone(path), FileContent::Asset(asset.clone()))),
            Self::Problem(_) | Self::Refused(_) | Self::Vanished(_) | Self::Unpublished(..) => None,
        }
    }
}

fn read(
    tree: &dyn FileTree,
    entry: &TreeEntry,
    config: &Config,
    kept: Option<(&Arc<str>, &FileContent)>,
) -> FileResult {
    let new = || Arc::from(entry.path.as_str());
    match &entry.what {
        EntryKind::TooDeep => {
            FileResult::Problem(pb409_too_deep::breach(&new(), config.limits.folder_depth))
        }
        EntryKind::Symlink => FileResult::Problem(pb402_symlink::breach(&new())),
        EntryKind::Special(special) => {
            FileResult::Problem(pb406_special_file::breach(&new(), special))
        }
        EntryKind::Unreadable(refusal) => unreadable(&new(), refusal),
        // Only a file that would be published is missed.
        EntryKind::Placeholder => match classify(&entry.path, config) {
            FileClass::Active => FileResult::Problem(pb407_active_file::breach(&new())),
            FileClass::Stray(stray) => self::stray(&new(), stray),
            FileClass::Readme => FileResult::Unpublished(Unpublished::Readme, None),
            _ => FileResult::Refused(pb403_unreadable::placeholder(&new())),
        },
        EntryKind::File(_) => match kept {
            Some((path, kept)) => file(tree, path, config, Some(kept)),
            None => file(tree, &new(), config, None),
        },
    }
}

fn file(
    tree: &dyn FileTree,
    path: &Arc<str>,
    config: &Config,
    kept: Option<&FileContent>,
) -> FileResult {
    let limits = &config.limits;
    let whole = |kept: Option<&FileContent>, limit| match kept {
        Some(FileContent::Bytes(bytes)) => Ok(bytes.clone()),
        _ => read::whole(tree, path, limit),
    };
    let content = match classify(path, config) {
        FileClass::Document => whole(kept, limits.page_bytes)
            .map(|bytes| FileResult::Document(Arc::clone(path), bytes)),
        FileClass::Theme(inside) => whole(kept, limits.asset_bytes)
            .map(|bytes| FileResult::Theme(Arc::clone(path), Arc::from(inside), bytes)),
        FileClass::Asset => match kept {
            Some(FileContent::Asset(asset)) => Ok(asset.clone()),
            _ => read::asset(tree, path, limits),
        }
        .map(|asset| FileResult::Asset(Arc::clone(path), asset)),
        FileClass::Active => return FileResult::Problem(pb407_active_file::breach(path)),
        FileClass::Stray(stray) => return self::stray(path, stray),
        // Those of `static/` and of the theme are for whoever works there.
        FileClass::Readme if !path.starts_with("content/") => {
            return FileResult::Unpublished(Unpublished::Readme, None);
        }
        FileClass::Readme => read::whole(tree, path, limits.page_bytes).map(|bytes| {
            FileResult::Unpublished(Unpublished::Readme, readme::problem(path, &bytes))
        }),
    };
    content.unwrap_or_else(|error| problem(path, &error))
}

fn problem(path: &Arc<str>, error: &ReadError) -> FileResult {
    FileResult::Problem(match error {
        ReadError::Open(OpenError::Io(error)) => return unreadable(path, &Refusal::from(error)),
        ReadError::Open(OpenError::Special(special)) => pb406_special_file::breach(path, special),
        ReadError::Open(OpenError::Symlink) => pb402_symlink::breach(path),
        ReadError::TooLarge { len, limit } => {
            // The message names the setting that the writer would have to raise.
            let setting = if path.ends_with(".md") { "page_bytes" } else { "asset_bytes" };
            pb404_too_large::breach(path, *len, *limit, setting)
        }
        ReadError::TooManyPixels { dimensions, limit } => {
            pb405_image_pixels::breach(path, *dimensions, *limit)
        }
    })
}

fn unreadable(path: &Arc<str>, refusal: &Refusal) -> FileResult {
    match refusal.kind {
        // Gone between the look and the reading, which a
        // save or a checkout does: worth another look.
        io::ErrorKind::NotFound => FileResult::Vanished(pb403_unreadable::vanished(path)),
        kind => FileResult::Refused(pb403_unreadable::breach(path, kind, &refusal.reason)),
    }
}

fn stray(path: &Arc<str>, stray: StrayReason<'_>) -> FileResult {
    let problem = match stray {
        StrayReason::Extension(extension) => pb408_stray_file::extension(path, extension),
        StrayReason::NoKind(meant) => pb408_stray_file::no_kind(path, meant.map(Kind::folder)),
        StrayReason::Nested(kind) => pb408_stray_file::nested(path, kind.folder(), kind.noun()),
        StrayReason::StaticPage => pb408_stray_file::static_page(path),
    };
    FileResult::Unpublished(Unpublished::Stray, Some(problem))
}
