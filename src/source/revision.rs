//! The files of a revision, listed and read by git as if they lay on a disk. What the
//! work tree has unchanged bears the stamp that it has there, by which a reading that
//! knows it takes it from memory. Deliberately absent: which revision, and what a file
//! means.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Cursor, Read};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::config::Limits;

use super::asset::Origin;
use super::entry::{EntryKind, TreeEntry};
use super::git::Objects;
use super::open::OpenError;
use super::scan::Scan;
use super::stamp::Stamp;
use super::tree::{self, Disk, FileTree, OpenFile};

/// The files of a revision.
pub(super) struct RevisionTree {
    files: BTreeMap<String, RevisionFile>,
    objects: Mutex<Objects>,
    /// A repository within the repository has its own revisions: its files are taken as
    /// they are now.
    disk: Disk,
}

struct RevisionFile {
    what: EntryKind,
    /// Its name in git and its size; none for what lies on the disk.
    object: Option<(String, u64)>,
}

impl RevisionTree {
    /// Of what git lists; `changed` are the paths that the work tree may have otherwise,
    /// `now` is what was seen there.
    pub(super) fn new(
        root: &Path,
        listed: &[u8],
        changed: &BTreeSet<String>,
        now: &Scan,
    ) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        for line in listed.split(|byte| *byte == 0).filter(|line| !line.is_empty()) {
            let line = String::from_utf8_lossy(line);
            // `MODE TYPE ID SIZE<tab>PATH`
            let Some((head, path)) = line.split_once('\t') else { continue };
            let mut head = head.split_whitespace();
            let (Some(mode), Some(_), Some(id)) = (head.next(), head.next(), head.next()) else {
                continue;
            };
            let size = head.next().and_then(|size| size.parse().ok()).unwrap_or_default();
            let stamp = if changed.contains(path) { None } else { now.stamp(path) };
            let what = match mode {
                "160000" => {
                    files.extend(now.below(path).map(RevisionFile::on_disk));
                    continue;
                }
                "120000" => EntryKind::Symlink,
                _ => EntryKind::File(stamp),
            };
            let object = Some((id.to_owned(), size));
            files.insert(path.to_owned(), RevisionFile { what, object });
        }
        let objects = Mutex::new(Objects::open(root)?);
        Ok(Self { files, objects, disk: Disk { root: root.to_owned() } })
    }
}

impl RevisionFile {
    fn on_disk(entry: &TreeEntry) -> (String, Self) {
        (entry.path.clone(), Self { what: entry.what.clone(), object: None })
    }
}

impl FileTree for RevisionTree {
    fn entries(&self, folder: &str, limits: &Limits) -> Vec<TreeEntry> {
        let files = self.files.iter().map(|(path, file)| (path.as_str(), &file.what));
        tree::below(files, folder, limits)
    }

    fn exists(&self, folder: &str) -> bool {
        tree::has_below(self.files.keys(), folder)
    }

    fn stamp(&self, path: &str) -> Option<Stamp> {
        match self.files.get(path)?.what {
            EntryKind::File(stamp) => stamp,
            _ => None,
        }
    }

    fn open(&self, path: &str) -> Result<OpenFile<'_>, OpenError> {
        let absent = || OpenError::Io(io::ErrorKind::NotFound.into());
        let file = self.files.get(path).ok_or_else(absent)?;
        if file.what == EntryKind::Symlink {
            return Err(OpenError::Symlink);
        }
        let Some((id, len)) = &file.object else { return self.disk.open(path) };
        let reader = Box::new(ObjectReader { id, objects: &self.objects, bytes: None });
        Ok(OpenFile { len: *len, reader, origin: Origin::Revision })
    }
}

/// Asks for the bytes when they are wanted: a file over the limit is never read.
struct ObjectReader<'a> {
    id: &'a str,
    objects: &'a Mutex<Objects>,
    bytes: Option<Cursor<Vec<u8>>>,
}

impl Read for ObjectReader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let bytes = match self.bytes.take() {
            Some(bytes) => bytes,
            None => {
                let mut objects = self.objects.lock().unwrap_or_else(PoisonError::into_inner);
                Cursor::new(objects.read(self.id)?)
            }
        };
        self.bytes.insert(bytes).read(buffer)
    }
}
