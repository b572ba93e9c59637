//! Lists what lies below a folder on disk. Folders, and the files in them, are
//! looked at side by side, and each file from its folder: the way to it is not
//! walked again. By hand, since every edit waits for it: with `walkdir` 10,000 files
//! take 75 million instructions and not 33, and `ignore` has threads of its own
//! beside rayon's. Deliberately absent: opening a file, and following a link.

use std::fs::{self, DirEntry, FileType, Metadata};
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::config::Limits;
use crate::platform;

use super::entry::{EntryKind, Refusal, TreeEntry};
use super::names;
use super::stamp::Stamp;

/// What lies below `folder` of `root`, but for ignored names; ends one file past
/// the limit. An absent folder is empty.
#[expect(clippy::disallowed_methods, reason = "this room looks at files")]
pub(super) fn below(root: &Path, folder: &str, limits: &Limits) -> Vec<TreeEntry> {
    let path = root.join(folder);
    let one = |what| vec![TreeEntry { path: folder.to_owned(), what }];
    let found = match fs::symlink_metadata(&path) {
        Ok(found) => found,
        // An absent folder is empty; one that the system would not
        // give is not, or its pages would be taken for removed.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Vec::new(),
        Err(error) => return one(EntryKind::Unreadable(Refusal::from(&error))),
    };
    if !found.is_dir() {
        return one(what(found.file_type(), || Ok(found)));
    }
    // One more than allowed is enough to know that there are too many.
    let most = usize::try_from(limits.files).unwrap_or(usize::MAX).saturating_add(1);
    let walk = Walk { depth: limits.folder_depth as usize, left: AtomicUsize::new(most) };
    walk.folder(&path, folder, 0)
}

/// Whether anything lies at a path.
#[expect(clippy::disallowed_methods, reason = "this room looks at files")]
pub(super) fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

struct Walk {
    /// How deep folders may lie.
    depth: usize,
    /// How much more may be listed.
    left: AtomicUsize,
}

impl Walk {
    /// What lies in a folder, itself at this depth, and below; in the order of
    /// names as far as one folder goes.
    #[expect(clippy::disallowed_methods, reason = "this room looks at files")]
    fn folder(&self, path: &Path, below: &str, depth: usize) -> Vec<TreeEntry> {
        let failed = |error: &io::Error| {
            let what = EntryKind::Unreadable(Refusal::from(error));
            self.takes_one().then(|| TreeEntry { path: below.to_owned(), what })
        };
        let listed = match fs::read_dir(path) {
            Ok(listed) => listed,
            // The top was there a moment ago.
            Err(error) if depth == 0 && error.kind() == io::ErrorKind::NotFound => {
                return Vec::new();
            }
            Err(error) => return failed(&error).into_iter().collect(),
        };
        let (mut entries, mut folders, mut files) = (Vec::new(), Vec::new(), Vec::new());
        for found in listed {
            let found = match found {
                Ok(found) => found,
                Err(error) => {
                    entries.extend(failed(&error));
                    continue;
                }
            };
            let name = found.file_name();
            // A name that is not UTF-8 gets a sign in it, by which it is refused with a message.
            let name = name.to_string_lossy();
            if let Some(meant) = names::placeholder_of(&name) {
                let path = [below, meant].join("/");
                entries.push(TreeEntry { path, what: EntryKind::Placeholder });
                continue;
            }
            if names::is_ignored(&name) {
                continue;
            }
            let path = [below, &name].join("/");
            let kind = found.file_type();
            // A link to a folder is no folder here: following it could lead out, or round for ever.
            if depth < self.depth && kind.as_ref().is_ok_and(FileType::is_dir) {
                folders.push((found, path));
            } else if self.takes_one() {
                files.push((found, path, kind));
            }
        }
        files.sort_unstable_by(|(_, one, _), (_, other, _)| one.cmp(other));
        folders.sort_unstable_by(|(_, one), (_, other)| one.cmp(other));
        let look = |(found, path, kind): (DirEntry, String, io::Result<FileType>)| {
            let what = match kind {
                Ok(kind) => what(kind, || found.metadata()),
                Err(error) => EntryKind::Unreadable(Refusal::from(&error)),
            };
            TreeEntry { path, what }
        };
        let enter =
            |(found, path): &(DirEntry, String)| self.folder(&found.path(), path, depth + 1);
        // Files before folders: both are in order, so the
        // stable sort of the scan has long runs to merge.
        entries.par_extend(files.into_par_iter().map(look));
        entries.par_extend(folders.par_iter().flat_map_iter(enter));
        entries
    }

    fn takes_one(&self) -> bool {
        let one_less = |left: usize| left.checked_sub(1);
        // Relaxed: only the count matters. Which files are
        // left out does not, since all are refused then.
        self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_less).is_ok()
    }
}

/// What is listed at a place; a folder only where it is too deep to be entered.
fn what(kind: FileType, look: impl FnOnce() -> io::Result<Metadata>) -> EntryKind {
    if kind.is_symlink() {
        return EntryKind::Symlink;
    }
    if kind.is_dir() {
        return EntryKind::TooDeep;
    }
    match platform::special(kind) {
        Some(special) => EntryKind::Special(special),
        None => EntryKind::File(look().ok().and_then(|found| Stamp::of_found(&found))),
    }
}
