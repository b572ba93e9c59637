//! A folder of files as it is at one moment, and what differs between two moments. A file was
//! written when its inode, size or time of change is another; it changed when its bytes are.
//! Deliberately absent: empty folders.

#![expect(clippy::disallowed_methods, reason = "this file reads what a build has written")]

use std::{
    collections::BTreeMap,
    fs,
    hash::{DefaultHasher, Hasher as _},
    io,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
};

/// All files below a folder.
#[derive(Default)]
pub struct Tree {
    files: BTreeMap<PathBuf, File>,
}

#[derive(PartialEq, Eq)]
struct File {
    identity: Identity,
    digest: u64,
}

#[derive(PartialEq, Eq)]
struct Identity {
    inode: u64,
    size: u64,
    modified: (i64, i64),
}

/// What happened between two moments, in files.
pub struct Difference {
    /// Other inode, size or time, or not there before.
    pub written: Vec<PathBuf>,
    /// Other bytes, or not there before.
    pub changed: usize,
    /// No longer there.
    pub removed: usize,
}

impl Tree {
    /// Reads everything below `root`.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut tree = Self::default();
        tree.add(root, root)?;
        Ok(tree)
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Bytes of all files.
    pub fn bytes(&self) -> u64 {
        self.files.values().map(|file| file.identity.size).sum()
    }

    /// Bytes of the largest file with this extension.
    pub fn largest(&self, extension: &str) -> Option<(&Path, u64)> {
        let files = self
            .files
            .iter()
            .filter(|(path, _)| path.extension().is_some_and(|found| found == extension));
        files.map(|(path, file)| (path.as_path(), file.identity.size)).max_by_key(|(_, size)| *size)
    }

    /// What happened since `earlier`.
    pub fn since(&self, earlier: &Self) -> Difference {
        let differs = |test: fn(&File, &File) -> bool| {
            let files = self.files.iter().filter(|(path, file)| {
                earlier.files.get(*path).is_none_or(|before| test(before, file))
            });
            files.map(|(path, _)| path.clone()).collect::<Vec<_>>()
        };
        Difference {
            written: differs(|before, file| before.identity != file.identity),
            changed: differs(|before, file| before.digest != file.digest).len(),
            removed: earlier.files.keys().filter(|path| !self.files.contains_key(*path)).count(),
        }
    }

    fn add(&mut self, root: &Path, folder: &Path) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let metadata = fs::symlink_metadata(&path)?;
            if metadata.is_dir() {
                self.add(root, &path)?;
                continue;
            }
            let mut hasher = DefaultHasher::new();
            hasher.write(&fs::read(&path)?);
            let identity = Identity {
                inode: metadata.ino(),
                size: metadata.len(),
                modified: (metadata.mtime(), metadata.mtime_nsec()),
            };
            let name = path.strip_prefix(root).unwrap_or(&path).to_owned();
            self.files.insert(name, File { identity, digest: hasher.finish() });
        }
        Ok(())
    }
}
