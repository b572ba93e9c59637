//! Kind and id of a page, from its path.

use crate::document::kind::Kind;

/// Kind and id of the page at this path from the root; nothing when no page
/// lies there.
pub(super) fn identify(path: &str) -> Option<(Kind, String)> {
    let inside = path.strip_prefix("content/")?;
    if inside == "index.md" {
        return Some((Kind::Home, "index".to_owned()));
    }
    let (folder, rest) = inside.split_once('/')?;
    let kind = Kind::of_folder(folder)?;
    let (subfolders, name) = match rest.rsplit_once('/') {
        Some((subfolders, name)) if kind.nests() => (subfolders, name),
        Some(_) => return None,
        None => ("", rest),
    };
    let id = match name.strip_suffix(".md")? {
        "index" => subfolders.rsplit('/').next().unwrap_or_default(),
        id => id,
    };
    (!id.is_empty()).then(|| (kind, id.to_owned()))
}
