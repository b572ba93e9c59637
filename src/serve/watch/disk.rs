//! Hints from the system. Only the playbook's own folders are listened to, and
//! nothing is concluded from an event but that it is time to look. Folders that
//! are made again, the root among them, are listened to again.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::hints::{Hint, Hints};
use crate::platform::{self, FileIdentity};

/// What in a playbook's folder a build reads.
const WATCHED: [&str; 4] = ["content", "static", "themes", "playbook.toml"];

/// How often it is made sure that the watched folders are still the same ones.
const FOLDER_CHECK_EVERY: Duration = Duration::from_millis(250);

/// Hints from the system about one playbook.
pub struct DiskHints {
    root: PathBuf,
    hints: Receiver<Hint>,
    sender: Sender<Hint>,
    /// Listens as long as it is kept.
    watcher: Option<RecommendedWatcher>,
    watched: Vec<FolderIdentity>,
    next_check: Instant,
}

/// Which folder it is: another one after it was made again.
type FolderIdentity = Option<FileIdentity>;

impl DiskHints {
    /// Listens to the playbook at `root` from now on.
    pub fn new(root: &Path) -> Self {
        let (sender, hints) = channel();
        // Events name real paths: below a root with a link in it, each would seem to be foreign.
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let next_check = Instant::now() + FOLDER_CHECK_EVERY;
        let mut disk = Self { root, hints, sender, watcher: None, watched: Vec::new(), next_check };
        disk.listen();
        disk
    }

    /// Starts anew. Watches that belong to folders which are gone go with the
    /// old watcher.
    fn listen(&mut self) {
        // Taken first: a folder that is made again while this starts to listen is noticed later.
        self.watched = self.identities();
        // Before the new one, which may need the watches that the old one holds.
        self.watcher = None;
        match self.watcher() {
            Ok(watcher) => self.watcher = Some(watcher),
            Err(error) => drop(self.sender.send(Hint::WatchFailed(words(&error)))),
        }
    }

    fn watcher(&self) -> notify::Result<RecommendedWatcher> {
        let (root, sender) = (self.root.clone(), self.sender.clone());
        let handler = move |event: notify::Result<Event>| {
            if let Some(hint) = hint(event, &root) {
                let _ = sender.send(hint);
            }
        };
        // A link in the content is an error; what it leads to is no part of the playbook.
        let config = notify::Config::default().with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(handler, config)?;
        if self.root.is_dir() {
            // Not what is below: the output folder and `.git` are there, too.
            watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        }
        for folder in self.folders().filter(|folder| folder.is_dir() && !folder.is_symlink()) {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
        }
        Ok(watcher)
    }

    fn folders(&self) -> impl Iterator<Item = PathBuf> {
        // The last one is a file, for which the root is listened to.
        WATCHED.iter().take(3).map(|name| self.root.join(name))
    }

    fn identities(&self) -> Vec<FolderIdentity> {
        let identity = |folder: PathBuf| {
            let found = std::fs::symlink_metadata(folder).ok()?;
            found.is_dir().then(|| platform::identity(&found))
        };
        std::iter::once(self.root.clone()).chain(self.folders()).map(identity).collect()
    }

    /// Whether folders were made again since.
    fn listens_anew(&mut self) -> bool {
        if Instant::now() < self.next_check {
            return false;
        }
        self.next_check = Instant::now() + FOLDER_CHECK_EVERY;
        let is_anew = self.watched != self.identities();
        if is_anew {
            self.listen();
        }
        is_anew
    }

    /// The next hint and all that came with it, as one.
    fn gathered(&self, first: Hint) -> Hint {
        let failed = |hint: &Hint| matches!(hint, Hint::WatchFailed(_));
        // A failure counts more than a change: after it, hints may be missing.
        std::iter::once(first).chain(self.hints.try_iter()).find(failed).unwrap_or(Hint::Changed)
    }
}

impl Hints for DiskHints {
    fn wait(&mut self, at_most: Duration) -> Hint {
        let until = Instant::now() + at_most;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            // In between, to see whether the folders are still the same ones.
            match self.hints.recv_timeout(left.min(FOLDER_CHECK_EVERY)) {
                Ok(hint) => return self.gathered(hint),
                Err(RecvTimeoutError::Disconnected) => return Hint::Ended,
                Err(RecvTimeoutError::Timeout) if self.listens_anew() => return Hint::Changed,
                Err(RecvTimeoutError::Timeout) if Instant::now() >= until => return Hint::Quiet,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

impl std::fmt::Debug for DiskHints {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DiskHints").field("root", &self.root).finish_non_exhaustive()
    }
}

/// What an event is worth. That somebody reads, this program first of all, is
/// nothing; nor is what happens beside the playbook, as in the output folder.
fn hint(event: notify::Result<Event>, root: &Path) -> Option<Hint> {
    let event = match event {
        Ok(event) => event,
        Err(error) => {
            // Any other error may stand for a lost event, and then it is right to look.
            let has_failed = matches!(error.kind, notify::ErrorKind::MaxFilesWatch);
            return Some(if has_failed { Hint::WatchFailed(words(&error)) } else { Hint::Changed });
        }
    };
    let in_playbook = |path: &PathBuf| {
        let inside = path.strip_prefix(root).ok().and_then(|inside| inside.iter().next());
        // An event about the root itself names nothing in it.
        inside.is_none_or(|first| WATCHED.iter().any(|name| first == *name))
    };
    // An overflow names no path: it may be about anything.
    let is_about_it = event.paths.is_empty() || event.paths.iter().any(in_playbook);
    let is_read = matches!(event.kind, EventKind::Access(_));
    (is_about_it && (!is_read || event.need_rescan())).then_some(Hint::Changed)
}

fn words(error: &notify::Error) -> String {
    match &error.kind {
        notify::ErrorKind::MaxFilesWatch => {
            "the system's limit of watched folders is used up (fs.inotify.max_user_watches)"
                .to_owned()
        }
        notify::ErrorKind::Io(error) => format!("the system cannot watch this folder ({error})"),
        _ => format!("the system cannot watch this folder ({error})"),
    }
}
