//! Reads a playbook, and reads it again: what has not been written since is
//! taken from memory. The result is what a first reading would give. A folder
//! enters; [`Sources`] or the reason why there are none leave.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::files::{
    pb410_too_many_files, pb411_no_theme, pb412_missing_logo, pb414_no_content,
};
use crate::memo::{Digest, Hashed};

use super::classify::{FileClass, classify};
use super::entry::{EntryKind, TreeEntry};
use super::error::LoadError;
use super::gather;
use super::memory::{FileMemory, FoundFiles};
use super::scan::{Scan, ScanScope};
use super::settings::{refused, settings, settings_text};
use super::sources::Sources;
use super::tree::{Disk, FileTree};

/// More files than this were not written by an editor, and are read in parallel.
// An editor writes one file and perhaps a few beside it.
const WRITTEN: usize = 8;

/// How often to look again for files that vanished between a look and a reading.
const LOOKS_AGAIN: usize = 3;

/// Where the pages lie.
const CONTENT: &str = "content";

/// A playbook that is read more than once.
pub struct Reader {
    tree: Box<dyn FileTree>,
    root: PathBuf,
    /// What the last reading read.
    seen: Scan,
    memory: FileMemory,
    /// Of the settings that the memory was read with: they decide what a file is.
    settings: Option<Digest>,
    base_url: Option<String>,
    changed_while_read: bool,
    /// Whether the memory holds all that was seen: not after an error.
    is_complete: bool,
    /// Whether the system would not give a file.
    was_refused: bool,
}

impl Reader {
    /// Of the playbook in the folder `root`. Reads nothing yet.
    #[expect(clippy::disallowed_methods, reason = "this room knows where the shell stands")]
    pub fn new(root: &Path) -> Result<Self, LoadError> {
        let absolute = std::path::absolute(root);
        let root = absolute.map_err(|source| LoadError::environment(root, source))?;
        Ok(Self::of(Box::new(Disk { root: root.clone() }), root))
    }

    pub(super) fn of(tree: Box<dyn FileTree>, root: PathBuf) -> Self {
        Self {
            tree,
            root,
            seen: Scan::none(),
            memory: FileMemory::default(),
            settings: None,
            base_url: None,
            changed_while_read: false,
            is_complete: false,
            was_refused: false,
        }
    }

    /// Of another tree, some of whose files are those that were read here: an equal stamp
    /// tells which.
    pub(super) fn sharing(&self, tree: Box<dyn FileTree>) -> Self {
        let mut other = Self::of(tree, self.root.clone());
        other.memory = self.memory.clone();
        (other.settings, other.base_url) = (self.settings, self.base_url.clone());
        other
    }

    /// Takes this address of the site instead of the one in the settings.
    pub fn with_base_url(mut self, url: Option<&str>) -> Self {
        self.base_url = url.map(|url| url.trim_end_matches('/').to_owned());
        self
    }

    /// The folder of the playbook.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What the last reading saw.
    pub fn seen(&self) -> &Scan {
        &self.seen
    }

    /// Looks at what lies there now, where the last reading looked.
    pub fn scan(&self) -> Scan {
        Scan::take(&*self.tree, &self.seen.extent)
    }

    /// Whether one file still is what it was in `scan`.
    pub fn is_as_seen(&self, scan: &Scan, path: &str) -> bool {
        scan.stamp(path) == self.tree.stamp(path)
    }

    /// Whether another reading may find something else although nothing seems to
    /// have changed: a file was read so soon after it was written that a later
    /// write could have gone unseen, or the system would not give one.
    pub fn is_unsure(&self) -> bool {
        self.seen.is_unsure_of_settings() || self.memory.is_unsure() || self.was_refused
    }

    /// Whether a file was written while it was read again: half of a page is no
    /// page.
    pub fn changed_while_read(&self) -> bool {
        self.changed_while_read
    }

    /// Reads what lies there now.
    pub fn load(&mut self) -> Result<Sources, LoadError> {
        self.load_seen(self.scan())
    }

    /// Reads what was seen.
    pub fn load_seen(&mut self, scan: Scan) -> Result<Sources, LoadError> {
        let before = std::mem::replace(&mut self.seen, scan);
        // Taken, and set again at the end: after an error the next reading goes the long way.
        let before = std::mem::take(&mut self.is_complete).then_some(before);
        (self.changed_while_read, self.was_refused) = (false, false);
        // Read anew each time: they are small, and decide what all the rest is.
        let text = settings_text(&*self.tree, &self.root)?;
        let (mut config, diagnostics) = settings(&text)?;
        if self.base_url.is_some() {
            config.site.base_url.clone_from(&self.base_url);
        }
        let config = Hashed::new(config);
        let refused = |problem| refused(vec![problem], &text);
        let place = |table: &str, key: &str| crate::config::place(&text, table, key);
        let Some(found) = self.gather(&config, before) else {
            let (place, limit) = (place("limits", "files"), config.limits.files);
            return Err(refused(pb410_too_many_files::breach(place, limit)));
        };
        // A theme that could not be read is not one that is missing.
        if config.site.theme != "default" && found.theme.is_empty() && found.is_complete {
            let (place, theme) = (place("site", "theme"), &config.site.theme);
            return Err(refused(pb411_no_theme::breach(place, theme)));
        }
        (self.was_refused, self.is_complete) = (!found.is_complete, found.is_complete);
        let mut found = found;
        if !self.has_pages(&config) {
            found.is_complete = false;
            found.diagnostics.extend(self.no_content());
        }
        Ok(sources(config, text, found, diagnostics))
    }

    /// Everything but the settings; none when there are more files than allowed.
    fn gather(&mut self, config: &Hashed<Config>, before: Option<Scan>) -> Option<FoundFiles> {
        let extent = ScanScope::of(config);
        // The first look goes by default settings, which may name another theme or other limits.
        if self.seen.extent != extent {
            self.seen = Scan::take(&*self.tree, &extent);
        }
        // Other settings make other things of the same files: a download may have become a stray.
        if self.settings != Some(Hashed::digest(config)) {
            self.memory = FileMemory::default();
            self.settings = Some(Hashed::digest(config));
        } else if let Some(before) = before
            && let Some(gathered) = self.gather_written(config, &before)
        {
            (self.changed_while_read, self.is_complete) = (gathered.changed_while_read, true);
            return Some(gathered.found);
        }
        let mut gathered = self.gather_once(config)?;
        // What is no longer listed was removed; what is listed and still not there
        // is a fault, once a checkout or a save has had time to settle.
        for _ in 0..LOOKS_AGAIN {
            if !gathered.vanished {
                break;
            }
            self.seen = self.scan();
            gathered = self.gather_once(config)?;
        }
        Some(gathered.found)
    }

    /// Whether anything in the content could be a page.
    fn has_pages(&self, config: &Config) -> bool {
        // Without any page a build would publish an empty site over a whole one.
        let may_be_a_page = |entry: &TreeEntry| match entry.what {
            EntryKind::File(_) => classify(&entry.path, config) == FileClass::Document,
            // Nobody knows what is in there.
            EntryKind::Unreadable(_) | EntryKind::Placeholder => true,
            EntryKind::TooDeep | EntryKind::Symlink | EntryKind::Special(_) => false,
        };
        let mut content = self.seen.entries.iter().filter(|it| it.path.starts_with(CONTENT));
        content.any(may_be_a_page)
    }

    /// Why there is no page at all; nothing where the folder's own message says it.
    fn no_content(&self) -> Option<Diagnostic> {
        let there = self.seen.entries.iter().find(|entry| entry.path == CONTENT);
        match there.map(|entry| &entry.what) {
            Some(EntryKind::File(_)) => Some(pb414_no_content::absent()),
            Some(_) => None,
            None if self.tree.exists(CONTENT) => Some(pb414_no_content::empty()),
            None => Some(pb414_no_content::absent()),
        }
    }

    /// The usual case: some files have another content, and that is all.
    fn gather_written(&mut self, config: &Config, before: &Scan) -> Option<gather::Gathered> {
        let unsure = self.memory.unsure();
        let changes = self.seen.changes_since(before);
        // Unsure ones are read with those that changed, since their stamps prove nothing.
        let written = unsure.iter().map(|path| &**path);
        let written: BTreeSet<&str> = written.chain(changes.iter().map(|it| &*it.path)).collect();
        if written.len() > WRITTEN {
            return None;
        }
        let written: Vec<&str> = written.into_iter().collect();
        gather::gather_written(&*self.tree, &self.seen, &written, config, &mut self.memory)
    }

    fn gather_once(&mut self, config: &Config) -> Option<gather::Gathered> {
        // Counted before anything is read.
        if self.seen.entries.len() as u64 > config.limits.files {
            return None;
        }
        let gathered = gather::gather(&*self.tree, &self.seen, config, &mut self.memory);
        (self.changed_while_read, self.is_complete) = (gathered.changed_while_read, true);
        Some(gathered)
    }
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").field("root", &self.root).finish_non_exhaustive()
    }
}

fn sources(
    config: Hashed<Config>,
    text: Arc<str>,
    found: FoundFiles,
    mut diagnostics: Vec<Diagnostic>,
) -> Sources {
    diagnostics.extend(found.diagnostics);
    for (key, image) in [("logo", &config.site.logo), ("favicon", &config.site.favicon)] {
        let Some(image) = image else { continue };
        if !found.assets.contains_key(format!("static/{image}").as_str()) {
            let place = crate::config::place(&text, "site", key);
            diagnostics.push(pb412_missing_logo::breach(place, key, image));
        }
    }
    diagnostics.sort();
    Sources {
        config,
        config_text: text,
        theme: found.theme,
        documents: found.documents,
        misnamed: found.misnamed,
        assets: found.assets,
        unpublished: found.unpublished,
        diagnostics,
        is_complete: found.is_complete,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use std::io;

    use super::*;
    use crate::config::Limits;
    use crate::diagnostic::SETTINGS;
    use crate::source::asset::Origin;
    use crate::source::open::OpenError;
    use crate::source::stamp::Stamp;
    use crate::source::tree::OpenFile;

    /// Files that answer with an error the first so many times.
    struct Faulty {
        kind: io::ErrorKind,
        times: usize,
        opened: AtomicUsize,
    }

    impl FileTree for Faulty {
        fn entries(&self, folder: &str, _: &Limits) -> Vec<TreeEntry> {
            let paths = ["content/workflows/a.md", "content/workflows/b.md"];
            let inside = paths.into_iter().filter(|path| path.starts_with(folder));
            inside
                .map(|path| TreeEntry { path: path.to_owned(), what: EntryKind::File(None) })
                .collect()
        }

        fn exists(&self, _: &str) -> bool {
            true
        }

        fn stamp(&self, _: &str) -> Option<Stamp> {
            None
        }

        fn open(&self, path: &str) -> Result<OpenFile<'_>, OpenError> {
            if path == SETTINGS {
                let text: &[u8] = b"[site]\ntitle = \"A\"\n";
                let origin = Origin::Memory(Arc::from(text));
                return Ok(OpenFile { len: 19, reader: Box::new(text), origin });
            }
            let faulty =
                path.ends_with("a.md") && self.opened.fetch_add(1, Ordering::Relaxed) < self.times;
            if faulty {
                return Err(OpenError::Io(self.kind.into()));
            }
            let bytes: &[u8] = b"text";
            Ok(OpenFile {
                len: 4,
                reader: Box::new(bytes),
                origin: Origin::Memory(Arc::from(bytes)),
            })
        }
    }

    fn found(kind: io::ErrorKind, times: usize) -> (Vec<String>, Vec<&'static str>) {
        let tree = Faulty { kind, times, opened: AtomicUsize::new(0) };
        let sources = Reader::of(Box::new(tree), PathBuf::new()).load().unwrap();
        let documents = sources.documents.keys().map(|path| path.to_string()).collect();
        (documents, sources.diagnostics.iter().map(|problem| problem.code).collect())
    }

    #[test]
    fn a_file_that_vanishes_is_looked_for_again() {
        let both = vec!["content/workflows/a.md".to_owned(), "content/workflows/b.md".to_owned()];
        assert_eq!(found(io::ErrorKind::NotFound, 1), (both, vec![]));
    }

    #[test]
    fn a_file_that_stays_away_is_an_error_and_the_others_stand() {
        let other = vec!["content/workflows/b.md".to_owned()];
        assert_eq!(found(io::ErrorKind::NotFound, 9), (other, vec!["PB403"]));
    }

    #[test]
    fn a_file_that_may_not_be_read_is_an_error_and_the_others_stand() {
        let other = vec!["content/workflows/b.md".to_owned()];
        assert_eq!(found(io::ErrorKind::PermissionDenied, 9), (other, vec!["PB403"]));
    }
}
