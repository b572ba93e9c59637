//! Which file uses which, and the circles in that: files that all reach each
//! other. Deliberately absent: `mod x;` and the re-exports of a `mod.rs`, which
//! show a file without using it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write;

use super::syntax::{How, Written};
use super::tree::{File, Tree};

/// Names that one file uses of another.
type Arrows<'a> = BTreeMap<&'a str, BTreeMap<&'a str, BTreeSet<String>>>;

/// Files of a circle, in the order of their paths, and the arrows between them.
pub(super) struct Circle<'a> {
    pub files: BTreeSet<&'a str>,
    arrows: Arrows<'a>,
}

/// Every circle of files, the smallest first.
pub(super) fn circles(tree: &Tree) -> Vec<Circle<'_>> {
    let arrows = arrows(tree);
    let reach: BTreeMap<&str, BTreeSet<&str>> =
        arrows.keys().map(|from| (*from, reached(&arrows, from).into_keys().collect())).collect();
    let circle = |file: &str| -> BTreeSet<&str> {
        reach[file]
            .iter()
            .copied()
            .filter(|it| reach.get(it).is_some_and(|it| it.contains(file)))
            .collect()
    };
    let all: BTreeSet<_> =
        reach.keys().map(|file| circle(file)).filter(|it| it.len() > 1).collect();
    let mut all: Vec<_> =
        all.into_iter().map(|files| Circle { arrows: between(&arrows, &files), files }).collect();
    all.sort_by_key(|circle| circle.files.len());
    all
}

/// Which names each file uses of which other.
fn arrows(tree: &Tree) -> Arrows<'_> {
    let mut arrows = Arrows::new();
    for file in &tree.files {
        for path in file.names.written.iter().filter(|path| !only_shows(file, path)) {
            let Some(found) = tree.resolve(path) else { continue };
            // What a module is brought in for is named where it is used.
            if found.item.is_none() && !matches!(path.how, How::Glob) {
                continue;
            }
            let Some(to) = tree.file_of(&found.module).filter(|to| to.path != file.path) else {
                continue;
            };
            let name = found.item.unwrap_or_else(|| "*".to_owned());
            arrows.entry(&file.path).or_default().entry(&to.path).or_default().insert(name);
        }
    }
    arrows
}

/// Whether it is a re-export of a folder.
fn only_shows(file: &File, path: &Written) -> bool {
    let shows = matches!(path.how, How::Import { public: true, .. });
    shows && (file.path.ends_with("mod.rs") || file.path == "lib.rs")
}

/// Every file that can be reached, with the one before it on a shortest way.
fn reached<'a>(arrows: &Arrows<'a>, from: &str) -> BTreeMap<&'a str, &'a str> {
    let mut before = BTreeMap::new();
    let Some((from, _)) = arrows.get_key_value(from) else { return before };
    let mut next = VecDeque::from([*from]);
    while let Some(file) = next.pop_front() {
        for to in arrows.get(file).into_iter().flatten().map(|(to, _)| *to) {
            before.entry(to).or_insert_with(|| {
                next.push_back(to);
                file
            });
        }
    }
    before
}

fn between<'a>(arrows: &Arrows<'a>, files: &BTreeSet<&str>) -> Arrows<'a> {
    let mut arrows = arrows.clone();
    arrows.retain(|from, _| files.contains(from));
    arrows.values_mut().for_each(|to| to.retain(|to, _| files.contains(to)));
    arrows
}

impl Circle<'_> {
    /// The files, one shortest way round, and what each uses of which.
    pub(super) fn describe(&self) -> String {
        let mut out = format!("circle of {} files\n", self.files.len());
        let ways = self.files.iter().map(|file| self.way_round(file));
        let shortest = ways.min_by_key(Vec::len).unwrap_or_default();
        writeln!(out, "  shortest way round: {}", shortest.join(" -> ")).unwrap();
        for (from, to) in &self.arrows {
            for (to, names) in to {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                let mark = if shortest.windows(2).any(|it| it == [*from, *to]) { "*" } else { " " };
                writeln!(out, " {mark} {from} -> {to}: {}", names.join(", ")).unwrap();
            }
        }
        out
    }

    fn way_round<'a>(&'a self, file: &'a str) -> Vec<&'a str> {
        let before = reached(&self.arrows, file);
        let mut way = vec![file];
        while let Some(previous) = before.get(way[way.len() - 1]) {
            way.push(previous);
            if *previous == file {
                break;
            }
        }
        way.reverse();
        way
    }
}
