//! What people call pages and files: titles and file names, for links that name
//! instead of leading. Deliberately absent: aliases, which are of front matter.

use std::collections::HashMap;
use std::sync::Arc;

use super::page::DocumentState;
use super::playbook::Playbook;

/// The sources that bear each name.
#[derive(Debug, Default)]
pub(super) struct PageNames<'a>(HashMap<String, Vec<&'a Arc<str>>>);

impl<'a> PageNames<'a> {
    pub(super) fn of(playbook: &'a Playbook) -> Self {
        let mut names = Self::default();
        for (path, state) in &playbook.documents {
            names.add(stem(path), path);
            let page = match state {
                DocumentState::Page(id) => playbook.page(id),
                _ => None,
            };
            if let Some(page) = page {
                names.add(&page.card.title, path);
            }
        }
        // Whoever has a name now goes before those that had it.
        for (former, now) in &playbook.former {
            if let Some(page) = playbook.page(now).filter(|_| names.find(&former.id).is_empty()) {
                names.add(&former.id, &page.card.path);
            }
        }
        // With their extension: a picture and a page may share the rest.
        for path in playbook.assets.keys() {
            names.add(path.rsplit('/').next().unwrap_or(path), path);
        }
        names
    }

    fn add(&mut self, name: &str, path: &'a Arc<str>) {
        let sources = self.0.entry(folded(name)).or_default();
        if !sources.contains(&path) {
            sources.push(path);
        }
    }

    /// The sources of a name, by path.
    pub(super) fn find(&self, name: &str) -> &[&'a Arc<str>] {
        let name = name.strip_suffix(".md").unwrap_or(name);
        let known = |name: &str| self.0.get(&folded(name)).map(Vec::as_slice);
        // `[[guides/Start here]]`: the folder is the other tool's.
        let last = || known(name.rsplit('/').next()?);
        known(name).or_else(last).unwrap_or_default()
    }
}

/// `index.md` says nothing: its folder does.
fn stem(path: &str) -> &str {
    let path = path.strip_suffix("/index.md").unwrap_or(path);
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".md").unwrap_or(name)
}

/// In lower case, with one blank between words, however they were parted.
fn folded(name: &str) -> String {
    let words: Vec<&str> = name.split([' ', '-', '_']).filter(|word| !word.is_empty()).collect();
    words.join(" ").to_lowercase()
}
