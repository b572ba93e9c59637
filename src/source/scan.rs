//! What lies in a playbook, without opening any of it: path, size, times and
//! identity of everything that a build would read. Deliberately absent: events;
//! two scans tell what has changed, however it came about.

use std::time::SystemTime;

use crate::config::{Config, Limits};
use crate::diagnostic::SETTINGS;

use super::entry::{EntryKind, TreeEntry};
use super::stamp::Stamp;
use super::tree::FileTree;

/// A look at everything that a build would read.
#[derive(Clone, Debug)]
pub struct Scan {
    /// When it began.
    pub(super) at: SystemTime,
    /// Sorted by path.
    pub(super) entries: Vec<TreeEntry>,
    pub(super) extent: ScanScope,
    settings: Option<Stamp>,
}

/// Where to look, as the settings have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ScanScope {
    theme: String,
    pub limits: Limits,
}

/// How a path differs between two scans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// From the root, with `/`.
    pub path: String,
    /// Nothing is there, or a file without a byte: somebody may be saving it.
    pub is_empty_or_missing: bool,
}

impl Default for ScanScope {
    fn default() -> Self {
        Self { theme: "default".to_owned(), limits: Limits::default() }
    }
}

impl ScanScope {
    pub(super) fn of(config: &Config) -> Self {
        Self { theme: config.site.theme.clone(), limits: config.limits }
    }
}

impl Scan {
    /// Before anybody has looked.
    pub(super) fn none() -> Self {
        Self {
            at: SystemTime::UNIX_EPOCH,
            entries: Vec::new(),
            extent: ScanScope::default(),
            settings: None,
        }
    }

    /// Whether the settings may be written again without another stamp.
    pub(super) fn is_unsure_of_settings(&self) -> bool {
        self.settings.is_some_and(|stamp| stamp.may_miss_a_write(self.at))
    }

    /// Looks.
    #[expect(clippy::disallowed_methods, reason = "a write right after a look can leave no trace")]
    pub(super) fn take(tree: &dyn FileTree, extent: &ScanScope) -> Self {
        // Before the first look, so that a write during the scan counts as one that may be missed.
        let at = SystemTime::now();
        let settings = tree.stamp(SETTINGS);
        let mut entries = tree.entries("content", &extent.limits);
        entries.extend(tree.entries("static", &extent.limits));
        if extent.theme != "default" {
            entries.extend(tree.entries(&format!("themes/{}", extent.theme), &extent.limits));
        }
        // Each folder comes in order already, which a stable sort makes use of.
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        // In memory a folder that is too deep is listed for each
        // file below it, and a placeholder may lie beside its file.
        entries.dedup_by(|a, b| a.path == b.path);
        Self { at, entries, extent: extent.clone(), settings }
    }

    /// The stamp of one file, as it was.
    pub(super) fn stamp(&self, path: &str) -> Option<Stamp> {
        if path == SETTINGS {
            return self.settings;
        }
        let at = self.entries.binary_search_by(|entry| entry.path.as_str().cmp(path)).ok()?;
        self.entries.get(at).and_then(stamp).copied()
    }

    /// Everything that lies below a folder.
    pub(super) fn below(&self, folder: &str) -> impl Iterator<Item = &TreeEntry> {
        self.entries.iter().filter(move |entry| {
            entry.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
        })
    }

    /// What differs from an earlier look, by path.
    pub fn changes_since(&self, earlier: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        if self.settings != earlier.settings {
            changes.push(Change::new(SETTINGS, self.settings.as_ref()));
        }
        let (mut before, mut now) =
            (earlier.entries.iter().peekable(), self.entries.iter().peekable());
        loop {
            // Both are sorted, so one pass finds what came, went or changed among 10,000 files.
            let order = match (before.peek(), now.peek()) {
                (None, None) => return changes,
                (Some(_), None) => std::cmp::Ordering::Less,
                (None, Some(_)) => std::cmp::Ordering::Greater,
                (Some(before), Some(now)) => before.path.cmp(&now.path),
            };
            let was = if order.is_le() { before.next() } else { None };
            let is = if order.is_ge() { now.next() } else { None };
            if was != is {
                let path = was.or(is).map_or("", |entry| entry.path.as_str());
                changes.push(Change::new(path, is.and_then(stamp)));
            }
        }
    }
}

impl Change {
    fn new(path: &str, stamp: Option<&Stamp>) -> Self {
        Self {
            path: path.to_owned(),
            is_empty_or_missing: stamp.is_none_or(|stamp| stamp.size == 0),
        }
    }
}

fn stamp(entry: &TreeEntry) -> Option<&Stamp> {
    match &entry.what {
        EntryKind::File(stamp) => stamp.as_ref(),
        _ => None,
    }
}
