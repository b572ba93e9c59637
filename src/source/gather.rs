//! Reads everything that a tree of files holds. Each file is read once, in
//! parallel, in the order of the paths; what cannot be read becomes a message
//! and everything else is still there.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::files::{
    pb401_unsafe_name, pb402_symlink, pb403_unreadable, pb404_too_large, pb405_image_pixels,
    pb406_special_file, pb407_active_file, pb408_stray_file, pb409_too_deep,
};
use crate::document::kind::Kind;
use crate::memo::Hashed;

use super::Asset;
use super::classify::{Class, Stray, classify};
use super::names;
use super::read::{self, ReadError};
use super::tree::{Entry, OpenError, Tree, What};
use crate::document::identify;

/// Everything that was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub documents: BTreeMap<Arc<str>, Hashed<[u8]>>,
    pub theme: BTreeMap<Arc<str>, Hashed<[u8]>>,
    pub assets: BTreeMap<Arc<str>, Asset>,
    pub diagnostics: Vec<Diagnostic>,
}

/// More files than the settings allow.
#[derive(Debug)]
pub(super) struct TooMany;

/// Reads all files, and once more from the start when one of them was gone by
/// the time it was read: a checkout or a save in progress has settled by then.
pub(super) fn gather(tree: &dyn Tree, config: &Config) -> Result<Found, TooMany> {
    let (found, vanished) = gather_once(tree, config)?;
    if vanished { Ok(gather_once(tree, config)?.0) } else { Ok(found) }
}

fn gather_once(tree: &dyn Tree, config: &Config) -> Result<(Found, bool), TooMany> {
    let limits = &config.limits;
    let mut entries = tree.entries("content", limits);
    entries.extend(tree.entries("static", limits));
    if config.site.theme != "default" {
        entries.extend(tree.entries(&format!("themes/{}", config.site.theme), limits));
    }
    if entries.len() as u64 > limits.files {
        return Err(TooMany);
    }
    entries.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    let entries = without_unsafe(entries);

    let contents: Vec<_> =
        entries.files.par_iter().map(|entry| read(tree, entry, config)).collect();
    let mut found = Found { diagnostics: entries.diagnostics, ..Found::default() };
    let mut vanished = false;
    for content in contents {
        match content {
            Content::Document(path, bytes) => drop(found.documents.insert(path, bytes)),
            Content::Theme(path, bytes) => drop(found.theme.insert(path, bytes)),
            Content::Asset(path, asset) => drop(found.assets.insert(path, asset)),
            Content::Vanished(problem) => {
                vanished = true;
                found.diagnostics.push(problem);
            }
            Content::Problem(problem) => found.diagnostics.push(problem),
        }
    }
    found.diagnostics.sort();
    Ok((found, vanished))
}

struct Safe {
    files: Vec<Entry>,
    diagnostics: Vec<Diagnostic>,
}

/// Splits off what has an unsafe name, or lies in a folder that has one. Each
/// name is reported once.
fn without_unsafe(entries: Vec<Entry>) -> Safe {
    let mut safe = Safe { files: Vec::with_capacity(entries.len()), diagnostics: Vec::new() };
    let mut reported: BTreeSet<String> = BTreeSet::new();
    for entry in entries {
        match unsafe_prefix(&entry) {
            Some((prefix, why)) => {
                if reported.insert(prefix.to_owned()) {
                    safe.diagnostics.push(pb401_unsafe_name::breach(
                        &Arc::from(prefix),
                        &why,
                        &names::suggest(prefix.rsplit('/').next().unwrap_or_default()),
                    ));
                }
            }
            None => safe.files.push(entry),
        }
    }
    safe.files.dedup_by(|a, b| a.path == b.path);
    safe
}

/// The first part of a path whose name is unsafe, and why.
fn unsafe_prefix(entry: &Entry) -> Option<(&str, String)> {
    let path = entry.path.as_str();
    let mut start = 0;
    for name in path.split('/') {
        let end = start + name.len();
        if let Some(why) = names::fault(name) {
            return Some((path.get(..end).unwrap_or(path), why));
        }
        start = end + 1;
    }
    if !matches!(entry.what, What::File) {
        return None;
    }
    let (_, id) = identify(path)?;
    let why = names::page_fault(&id)?;
    // The id of `ID/index.md` is the name of its folder.
    let named = if path.ends_with("/index.md") { path.strip_suffix("/index.md")? } else { path };
    Some((named, why))
}

enum Content {
    Document(Arc<str>, Hashed<[u8]>),
    Theme(Arc<str>, Hashed<[u8]>),
    Asset(Arc<str>, Asset),
    Problem(Diagnostic),
    Vanished(Diagnostic),
}

fn read(tree: &dyn Tree, entry: &Entry, config: &Config) -> Content {
    let path: Arc<str> = Arc::from(entry.path.as_str());
    match &entry.what {
        What::TooDeep => {
            Content::Problem(pb409_too_deep::breach(&path, config.limits.folder_depth))
        }
        What::Symlink => Content::Problem(pb402_symlink::breach(&path)),
        What::Special(special) => Content::Problem(pb406_special_file::breach(&path, special)),
        What::Unreadable(error) => unreadable(&path, error),
        What::File => file(tree, &path, config),
    }
}

fn file(tree: &dyn Tree, path: &Arc<str>, config: &Config) -> Content {
    let limits = &config.limits;
    let content = match classify(path, config) {
        Class::Document => read::whole(tree, path, limits.page_bytes)
            .map(|bytes| Content::Document(Arc::clone(path), bytes)),
        Class::Theme(inside) => read::whole(tree, path, limits.asset_bytes)
            .map(|bytes| Content::Theme(Arc::from(inside), bytes)),
        Class::Asset => {
            read::asset(tree, path, limits).map(|asset| Content::Asset(Arc::clone(path), asset))
        }
        Class::Active => return Content::Problem(pb407_active_file::breach(path)),
        Class::Stray(stray) => return Content::Problem(stray_file(path, stray)),
    };
    content.unwrap_or_else(|error| problem(path, &error))
}

fn problem(path: &Arc<str>, error: &ReadError) -> Content {
    Content::Problem(match error {
        ReadError::Open(OpenError::Io(error)) => return unreadable(path, error),
        ReadError::Open(OpenError::Special(special)) => pb406_special_file::breach(path, special),
        ReadError::Open(OpenError::Symlink) => pb402_symlink::breach(path),
        ReadError::TooLarge { len, limit } => {
            let setting = if path.ends_with(".md") { "page_bytes" } else { "asset_bytes" };
            pb404_too_large::breach(path, *len, *limit, setting)
        }
        ReadError::TooManyPixels { dimensions, limit } => {
            pb405_image_pixels::breach(path, *dimensions, *limit)
        }
    })
}

fn unreadable(path: &Arc<str>, error: &io::Error) -> Content {
    if error.kind() == io::ErrorKind::NotFound {
        Content::Vanished(pb403_unreadable::vanished(path))
    } else {
        Content::Problem(pb403_unreadable::breach(path, error.kind()))
    }
}

fn stray_file(path: &Arc<str>, stray: Stray<'_>) -> Diagnostic {
    match stray {
        Stray::Extension(extension) => pb408_stray_file::extension(path, extension),
        Stray::NoKind(meant) => pb408_stray_file::no_kind(path, meant.map(Kind::folder)),
        Stray::Nested(kind) => pb408_stray_file::nested(path, kind.folder(), kind.noun()),
        Stray::StaticPage => pb408_stray_file::static_page(path),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::config::Limits;
    use crate::source::Origin;
    use crate::source::tree::Opened;

    /// Files that answer with an error the first so many times.
    struct Faulty {
        kind: io::ErrorKind,
        times: usize,
        opened: AtomicUsize,
    }

    impl Tree for Faulty {
        fn entries(&self, folder: &str, _: &Limits) -> Vec<Entry> {
            let paths = ["content/workflows/a.md", "content/workflows/b.md"];
            let inside = paths.into_iter().filter(|path| path.starts_with(folder));
            inside.map(|path| Entry { path: path.to_owned(), what: What::File }).collect()
        }

        fn open(&self, path: &str) -> Result<Opened<'_>, OpenError> {
            let faulty =
                path.ends_with("a.md") && self.opened.fetch_add(1, Ordering::Relaxed) < self.times;
            if faulty {
                return Err(OpenError::Io(self.kind.into()));
            }
            let bytes: &[u8] = b"text";
            Ok(Opened { len: 4, reader: Box::new(bytes), origin: Origin::Memory(Arc::from(bytes)) })
        }
    }

    fn found(kind: io::ErrorKind, times: usize) -> (Vec<String>, Vec<&'static str>) {
        let (config, _) = crate::config::parse("[site]\ntitle = \"A\"\n");
        let tree = Faulty { kind, times, opened: AtomicUsize::new(0) };
        let Ok(found) = gather(&tree, &config.unwrap()) else { return Default::default() };
        let documents = found.documents.keys().map(|path| path.to_string()).collect();
        (documents, found.diagnostics.iter().map(|problem| problem.code).collect())
    }

    #[test]
    fn a_file_that_vanishes_is_looked_for_once_more() {
        let both = vec!["content/workflows/a.md".to_owned(), "content/workflows/b.md".to_owned()];
        assert_eq!(found(io::ErrorKind::NotFound, 1), (both, vec![]));
    }

    #[test]
    fn a_file_that_stays_away_is_an_error_and_the_others_stand() {
        let other = vec!["content/workflows/b.md".to_owned()];
        assert_eq!(found(io::ErrorKind::NotFound, 2), (other, vec!["PB403"]));
    }

    #[test]
    fn a_file_that_may_not_be_read_is_an_error_and_the_others_stand() {
        let other = vec!["content/workflows/b.md".to_owned()];
        assert_eq!(found(io::ErrorKind::PermissionDenied, 9), (other, vec!["PB403"]));
    }
}
