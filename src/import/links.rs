//! What links and pictures of a text mean among the files that are imported with it.
//! Deliberately absent: addresses of the web, which stay as they are.

use std::collections::BTreeMap;

use super::given::{GivenFile, Material};
use super::notion;
use crate::document::url::{self, UrlKind};
use crate::document::{Link, anchor_of};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LinkTarget {
    /// To an imported file, by its number, and a part of it.
    Page(usize, Option<String>),
    /// To any other file that was given.
    Attachment(String),
    /// To nothing that was given, though it is no address of the web.
    Nothing,
    /// To somewhere else.
    Elsewhere,
}

/// The files by path and by name. A name that two of them bear leads nowhere.
#[derive(Debug, Default)]
pub(super) struct LinkIndex {
    pages: BTreeMap<String, usize>,
    page_names: BTreeMap<String, Option<usize>>,
    attachments: BTreeMap<String, String>,
    attachment_names: BTreeMap<String, Option<String>>,
}

impl LinkIndex {
    pub(super) fn of(material: &Material) -> Self {
        let mut index = Self::default();
        for (number, file) in material.files.iter().enumerate() {
            index.pages.insert(file.path.clone(), number);
            let name = stem(&file.path).to_lowercase();
            let once = |known: &mut Option<usize>| *known = None;
            index.page_names.entry(name).and_modify(once).or_insert(Some(number));
        }
        for path in &material.attachments {
            index.attachments.insert(path.clone(), path.clone());
            let name = file_name(path).to_lowercase();
            let once = |known: &mut Option<String>| *known = None;
            index.attachment_names.entry(name).and_modify(once).or_insert(Some(path.clone()));
        }
        index
    }

    /// Where a link of a file leads.
    pub(super) fn target(&self, file: &GivenFile, link: &Link) -> LinkTarget {
        if link.by_name {
            return self.named(link);
        }
        if url::classify(&link.href) != UrlKind::Relative {
            return LinkTarget::Elsewhere;
        }
        let parts = url::split(&link.href);
        let path = url::decode(parts.path).unwrap_or_else(|| parts.path.to_owned());
        if path.is_empty() {
            return LinkTarget::Elsewhere;
        }
        let fragment = parts.fragment.map(str::to_owned);
        // Below the root of another site, the file lies somewhere in its folders.
        let below = path.trim_start_matches('/');
        let near = url::resolve(&file.base, below).filter(|_| !path.starts_with('/'));
        let tried = near.iter().flat_map(|path| [path.clone(), format!("{path}.md")]);
        for path in tried {
            if let Some(number) = self.pages.get(&path) {
                return LinkTarget::Page(*number, fragment);
            }
            if let Some(path) = self.attachments.get(&path) {
                return LinkTarget::Attachment(path.clone());
            }
        }
        let by_name = self.attachment_names.get(&file_name(below).to_lowercase());
        match by_name.cloned().flatten().filter(|path| path.ends_with(below)) {
            Some(path) => LinkTarget::Attachment(path),
            None => LinkTarget::Nothing,
        }
    }

    /// `[[Start here#Steps]]` and `![[shot.png]]`: the file of this name, in whatever folder.
    fn named(&self, link: &Link) -> LinkTarget {
        let (name, part) = match link.href.split_once('#') {
            Some((name, part)) => (name, Some(anchor_of(part))),
            None => (link.href.as_str(), None),
        };
        let name = name.trim().to_lowercase();
        let last = file_name(&name);
        if let Some(path) = self.attachment_names.get(last).cloned().flatten() {
            return LinkTarget::Attachment(path);
        }
        let page = self.page_names.get(last.strip_suffix(".md").unwrap_or(last));
        match page.copied().flatten() {
            Some(number) => LinkTarget::Page(number, part),
            None => LinkTarget::Nothing,
        }
    }
}

/// The address of `to` as a file at `from` writes it.
pub(super) fn relative(from: &str, to: &str) -> String {
    let mut from: Vec<&str> = from.split('/').collect();
    from.pop();
    let to: Vec<&str> = to.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(from, to)| from == to).count();
    let up = std::iter::repeat_n("..", from.len() - shared);
    let parts: Vec<&str> = up.chain(to.into_iter().skip(shared)).collect();
    url::encode(&parts.join("/"))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn stem(path: &str) -> &str {
    let name = file_name(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    notion::without_id(stem).unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn an_address_goes_up_as_far_as_it_must() {
        let from = "content/workflows/sales/a.md";
        for (to, address) in [
            ("content/workflows/sales/b.md", "b.md"),
            ("content/workflows/sales/a/x.png", "a/x.png"),
            ("content/workflows/everyone/b.md", "../everyone/b.md"),
            ("content/guides/\u{fc}ber.md", "../../guides/%C3%BCber.md"),
        ] {
            assert_eq!(relative(from, to), address);
        }
    }
}
