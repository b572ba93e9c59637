//! Who uses whom: what a room's code names of other rooms, held against the
//! tables.

use std::collections::BTreeSet;

use super::syntax::{How, Written};
use super::table::{ROOMS, TOP, UNSEEN};
use super::tree::{Definition, File, Tree};

/// Uses of rooms that the table does not allow.
pub(super) fn breaches(tree: &Tree) -> BTreeSet<String> {
    let mut breaches = BTreeSet::new();
    each_path(tree, |file, path, named, found| {
        let line = format!("{}:{}", file.path, path.line);
        let is_root = found.is_some_and(|it| it.module.is_empty() && it.item.is_none());
        if is_root && !matches!(path.how, How::Path) {
            breaches.insert(format!("{line} brings in the whole crate"));
        }
        let Some((_, may_use)) = ROOMS.iter().find(|(room, _)| *room == file.room) else { return };
        let defined = found.map(|found| room(&found.module));
        for used in [named.first().map(String::as_str), defined].into_iter().flatten() {
            let is_room = ROOMS.iter().any(|(room, _)| *room == used) || TOP.contains(&used);
            if is_room && used != file.room && !may_use.contains(&used) {
                breaches.insert(format!("{line} uses {used}"));
            }
        }
    });
    breaches
}

/// Uses of types that are not meant for the room.
pub(super) fn unseen_types(tree: &Tree) -> BTreeSet<String> {
    let mut breaches = BTreeSet::new();
    each_path(tree, |file, path, named, found| {
        let unseen = UNSEEN.iter().filter(|(room, _)| *room == file.room);
        for unseen in unseen.flat_map(|(_, types)| *types) {
            let (home, name) = unseen.split_once("::").unwrap();
            let is_named =
                named.first().is_some_and(|it| it == home) && named.iter().any(|it| it == name);
            let is_found = found
                .is_some_and(|it| room(&it.module) == home && it.item.as_deref() == Some(name));
            if is_named || is_found {
                breaches.insert(format!("{}:{} sees {unseen}", file.path, path.line));
            }
        }
    });
    breaches
}

/// Shows each path with its names from the crate's root, as it is written, and
/// what it leads to.
fn each_path(tree: &Tree, mut see: impl FnMut(&File, &Written, &[String], Option<&Definition>)) {
    for file in &tree.files {
        for path in &file.names.written {
            see(file, path, &from_root(path), tree.resolve(path).as_ref());
        }
    }
}

/// A path's names from the crate's root; none where it does not begin with
/// `crate`, `self` or `super`.
fn from_root(path: &Written) -> Vec<String> {
    let mut at: Vec<String> = path.module.split("::").map(str::to_owned).collect();
    let mut names = path.segments.iter();
    match names.next().map(String::as_str) {
        Some("crate") => at.clear(),
        Some("self") => {}
        Some("super") => drop(at.pop()),
        _ => return Vec::new(),
    }
    for name in names {
        match name.as_str() {
            "super" => drop(at.pop()),
            name => at.push(name.to_owned()),
        }
    }
    at
}

fn room(module: &str) -> &str {
    module.split("::").next().unwrap_or_default()
}
