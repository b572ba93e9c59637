//! Watching and serving: what is saved is seen at once, and is what a clean
//! build would give. Most tests use real files and the server itself; hints are
//! injected where the system could not be made to give them.

mod bounds;
pub mod browser;
mod commands;
mod connections;
mod disk;
mod editors;
mod guard;
mod hints;
mod hostile;
mod law;
mod live;
mod standing;
mod storm;
mod untrusted;
mod writers;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use playbook::engine::Engine;
use playbook::source;

use crate::fixture::{self, Files};

/// A playbook's folder that tests write to.
pub struct Folder(tempfile::TempDir);

impl Folder {
    pub fn new(files: &Files) -> Self {
        Self(fixture::on_disk(files))
    }

    pub fn root(&self) -> &Path {
        self.0.path()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        fixture::put(self.root(), path, bytes);
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// As most editors save: a new file takes the place of the old one.
    pub fn replace(&self, path: &str, text: &str) {
        let new = self.path(&format!("{path}~"));
        fs::write(&new, text).unwrap();
        fs::rename(new, self.path(path)).unwrap();
    }
}

/// The site that a clean build makes of what lies there now.
pub fn clean(root: &Path) -> BTreeMap<String, Vec<u8>> {
    fixture::bytes(&Engine::with_drafts().build(&source::load(root).unwrap()))
}

/// Whether everything is tried, and not only what a run of all tests has time for.
pub fn is_full() -> bool {
    std::env::var_os("PLAYBOOK_FULL").is_some()
}

/// How long to wait for what must come.
pub fn patience() -> Duration {
    Duration::from_secs(if is_full() { 300 } else { 10 })
}

/// Waits until something holds, and fails with what was seen last when it does
/// not.
#[track_caller]
pub fn eventually<T: std::fmt::Debug>(
    mut look: impl FnMut() -> T,
    holds: impl Fn(&T) -> bool,
) -> T {
    let start = Instant::now();
    loop {
        let seen = look();
        if holds(&seen) {
            return seen;
        }
        assert!(start.elapsed() < patience(), "still {seen:?}");
        std::thread::sleep(Duration::from_millis(2));
    }
}
