//! The file that a link to nothing was probably meant for: the path that was looked for
//! enters, a file that exists leaves. What differs least comes first: the form of the
//! path, then the folder, then the name.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::address::Route;
use crate::diagnostic::nearest;
use crate::document::identify;
use crate::model::Playbook;

/// Files that links may mean.
pub(super) struct Files<'a> {
    /// The first file of each name, by the name without its extension.
    by_stem: BTreeMap<&'a str, &'a Arc<str>>,
    /// The first file of each path, by the path in lower case.
    by_path: BTreeMap<String, &'a Arc<str>>,
    /// The same without its extension.
    by_name: BTreeMap<String, &'a Arc<str>>,
}

impl<'a> Files<'a> {
    pub(super) fn new(files: impl Iterator<Item = &'a Arc<str>>) -> Self {
        let (mut by_stem, mut by_path, mut by_name) =
            (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        files.for_each(|file| {
            // The first by path, so that the same one is proposed each time.
            by_stem.entry(stem(file)).or_insert(file);
            by_path.entry(file.to_lowercase()).or_insert(file);
            by_name.entry(without_extension(file).to_lowercase()).or_insert(file);
        });
        Self { by_stem, by_path, by_name }
    }

    /// The nearest file to a path; a name that is only similar counts if `may_guess`.
    pub(super) fn nearest(
        &self,
        playbook: &'a Playbook,
        path: &str,
        may_guess: bool,
    ) -> Option<&'a Arc<str>> {
        // Exports of Windows have backslashes; names on its disks have no case.
        let path = path.replace('\\', "/");
        let lower = path.to_lowercase();
        let same_path = self.by_path.get(&lower).copied();
        // Looked up and not looked for: a folder may have thousands of broken links.
        same_path
            .or_else(|| self.by_name.get(without_extension(&lower)).copied())
            .or_else(|| self.first_below(&lower))
            .or_else(|| moved(playbook, &path))
            .or_else(|| self.by_stem.get(stem(&path)).copied())
            .or_else(|| if may_guess { self.similar(folder(&lower), &path) } else { None })
    }

    /// A name that is nearly the same: in the same folder, or else anywhere.
    fn similar(&self, folder: &str, path: &str) -> Option<&'a Arc<str>> {
        let wanted = stem(path);
        let near = nearest(wanted, self.in_folder(folder).map(|file| stem(file)));
        let beside = near.and_then(|near| self.in_folder(folder).find(|file| stem(file) == near));
        let anywhere = || self.by_stem.get(nearest(wanted, self.by_stem.keys().copied())?).copied();
        beside.or_else(anywhere)
    }

    /// The files that lie directly in a folder, given in lower case.
    fn in_folder(&self, folder: &str) -> impl Iterator<Item = &'a Arc<str>> {
        let files = self.below(folder);
        let depth = folder.matches('/').count() + 1;
        files.filter(move |file| file.matches('/').count() == depth)
    }

    /// A file to write in place of a folder.
    fn first_below(&self, folder: &str) -> Option<&'a Arc<str>> {
        self.below(folder.trim_end_matches('/')).find(|file| file.ends_with(".md"))
    }

    fn below(&self, folder: &str) -> impl Iterator<Item = &'a Arc<str>> {
        let inside = format!("{folder}/");
        let from = self.by_path.range(inside.clone()..);
        from.take_while(move |(path, _)| path.starts_with(&inside)).map(|(_, file)| *file)
    }
}

/// The page that has the address now which a page at this path had.
fn moved<'a>(playbook: &'a Playbook, path: &str) -> Option<&'a Arc<str>> {
    let (kind, id) = identify(path)?;
    let page = playbook.redirects.get(&Route::page(kind, &id))?;
    playbook.page(page).map(|page| &page.card.path)
}

/// A path without its extension.
fn without_extension(path: &str) -> &str {
    let name = path.len() - path.rsplit('/').next().unwrap_or(path).len();
    let dot = path.rfind('.').filter(|dot| *dot > name);
    path.get(..dot.unwrap_or(path.len())).unwrap_or(path)
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The name by which people know a file, without its extension. `index.md` says nothing:
/// its folder does.
fn stem(path: &str) -> &str {
    let path = path.strip_suffix("/index.md").unwrap_or(path).trim_end_matches('/');
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
