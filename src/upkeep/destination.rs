//! Where a page is to lie: what somebody typed enters, the new id and path leave, or why
//! there can be no page. Deliberately absent: whether something is there already.

use crate::domain::Kind;
use crate::model::Page;
use crate::source;

use super::plan::Refusal;

/// The place and the name that a page gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Destination {
    pub id: String,
    /// The file, or the folder of a page that has one of its own.
    pub place: String,
}

/// What moves with a page: its file, or its folder with all that is in it.
pub(super) fn place_of(page: &Page) -> &str {
    let path = &*page.card.path;
    match path.strip_suffix("/index.md") {
        Some(folder) if page.id.kind.nests() => folder,
        _ => path,
    }
}

/// Reads an id, `KIND/ID` or a path; one that ends in `/` is a folder to move into.
pub(super) fn read(
    page: &Page,
    typed: &str,
    is_folder: impl Fn(&str) -> bool,
) -> Result<Destination, Refusal> {
    let kind = page.id.kind;
    let typed = typed.trim().replace('\\', "/");
    let below = typed.trim_start_matches("./").trim_start_matches('/');
    let below = below.strip_prefix("content/").unwrap_or(below);
    let (parts, into) = match below.strip_suffix('/') {
        Some(folder) => (folder, true),
        None => (below, false),
    };
    let parts: Vec<&str> = parts.split('/').collect();
    let place = place_of(page);
    let beside = place.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let (folder, name) = match parts.as_slice() {
        [name] if !into => (beside, *name),
        [first, ..] if Kind::of_folder(first) != Some(kind) => {
            return Err(other_kind(kind, first));
        }
        [_, folders @ ..] if into => (joined(kind, folders), &*page.id.id),
        [_, name] if !name.ends_with(".md") => {
            not_a_folder(&joined(kind, &[name]), &is_folder, place)?;
            (beside, *name)
        }
        [_, folders @ .., "index.md"] if kind.nests() && !folders.is_empty() => {
            let (name, folders) = folders.split_last().unwrap_or((&"", &[]));
            (joined(kind, folders), *name)
        }
        [_, folders @ .., name] => (joined(kind, folders), *name),
        _ => (beside, ""),
    };
    let id = name.strip_suffix(".md").unwrap_or(name);
    if let Some(fault) = source::page_fault(id).filter(|_| !id.is_empty()) {
        let help = "a file name of letters, digits and dashes, such as `client-success`";
        return Err(Refusal::new(format!("\"{id}\" can be no page's name: {fault}"), [help]));
    }
    if id.is_empty() {
        let help = "write an id, KIND/ID, or a path below content/";
        return Err(Refusal::new(format!("\"{typed}\" names no page"), [help]));
    }
    if !kind.nests() && folder != joined(kind, &[]) {
        let help =
            format!("only workflows and guides may lie in subfolders, not a {}", kind.noun());
        return Err(Refusal::new(format!("{folder} is no folder for it"), [help]));
    }
    let id = id.to_owned();
    let as_folder = format!("{folder}/{id}");
    not_a_folder(&as_folder, &is_folder, place)?;
    let place = if place.ends_with(".md") { format!("{as_folder}.md") } else { as_folder };
    Ok(Destination { id, place })
}

/// A folder that is there may be meant as the place, and not as the name.
fn not_a_folder(
    folder: &str,
    is_folder: &impl Fn(&str) -> bool,
    place: &str,
) -> Result<(), Refusal> {
    if folder == place || !is_folder(folder) {
        return Ok(());
    }
    let help = format!("to move the page into it, write {folder}/");
    Err(Refusal::new(format!("{folder} is a folder"), [help]))
}

fn joined(kind: Kind, folders: &[&str]) -> String {
    let parts = ["content", kind.folder()].into_iter().chain(folders.iter().copied());
    parts.collect::<Vec<_>>().join("/")
}

fn other_kind(kind: Kind, folder: &str) -> Refusal {
    let text = match Kind::of_folder(folder) {
        Some(other) => format!("a {} cannot become a {}", kind.noun(), other.noun()),
        None => format!("\"{folder}\" is no folder of content/"),
    };
    let help = format!("write an id, {folder}/ID or a path in {folder}/", folder = kind.folder());
    Refusal::new(text, [help])
}
