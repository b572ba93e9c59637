//! The house is tidy: who uses whom, how long files are, and that each says
//! what it is for. Reads the sources as text.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

/// What each room may use of the crate.
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("address", &["domain"]),
    ("diagnostic", &[]),
    ("memo", &[]),
    ("language", &[]),
    ("config", &["domain", "diagnostic", "language"]),
    ("source", &["domain", "config", "document", "memo", "diagnostic"]),
    ("document", &["domain", "address", "config", "memo", "diagnostic", "language"]),
    ("model", &["domain", "address", "document", "config", "memo", "diagnostic"]),
    ("index", &["domain", "address", "model", "document"]),
    (
        "check",
        &["domain", "address", "model", "index", "document", "language", "memo", "diagnostic"],
    ),
    ("page", &["domain", "address", "document", "model", "index", "config", "memo", "language"]),
    ("search", &["domain", "address", "document", "model", "config", "memo", "language"]),
    ("render", &["domain", "address", "page", "document", "memo", "diagnostic"]),
    (
        "engine",
        &[
            "address",
            "check",
            "config",
            "diagnostic",
            "document",
            "domain",
            "index",
            "memo",
            "model",
            "page",
            "render",
            "search",
            "source",
        ],
    ),
    ("emit", &["domain", "address", "engine", "source", "memo"]),
    ("serve", &["domain", "address", "engine", "emit", "source", "diagnostic"]),
];

/// Parts of a room that others may not use.
const FORBIDDEN: &[(&str, &[&str])] = &[
    // The model derives from cards and excerpts, never from bodies.
    ("model", &["Body", "Piece", "Markdown", "Section,"]),
    ("index", &["Body", "Piece", "Markdown"]),
    ("check", &["Body", "Piece", "Markdown"]),
    // A theme sees views, never the playbook.
    ("render", &["Playbook", "Indexes", "World"]),
];

const LONGEST: usize = 500;
const MEDIAN: usize = 250;

struct File {
    path: String,
    room: String,
    text: String,
}

fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let entries = WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap);
    let sources = entries.filter(|it| it.path().extension().is_some_and(|end| end == "rs"));
    sources
        .map(|entry| {
            let path = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
            let room = path.split(['/', '.']).next().unwrap().to_owned();
            File { room, text: fs::read_to_string(entry.path()).unwrap(), path }
        })
        .collect()
}

/// The code of a file without its comments and tests.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]").next().unwrap();
    let lines = before_tests.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn rooms_use_only_what_the_table_allows() {
    let allowed: BTreeMap<&str, &[&str]> = ROOMS.iter().copied().collect();
    let rooms: BTreeSet<&str> = allowed.keys().copied().chain(["cli"]).collect();
    let mut breaches = Vec::new();
    for file in files() {
        let Some(may_use) = allowed.get(file.room.as_str()) else { continue };
        let code = code(&file.text);
        for room in rooms.iter().filter(|room| **room != file.room && !may_use.contains(room)) {
            if code.contains(&format!("crate::{room}")) {
                breaches.push(format!("{} uses {room}", file.path));
            }
        }
        assert!(!code.contains("use crate::{"), "{}: one `use` per room", file.path);
    }
    assert_eq!(breaches, Vec::<String>::new());
}

#[test]
fn rooms_see_only_the_types_that_are_meant_for_them() {
    for (room, words) in FORBIDDEN {
        for file in files().iter().filter(|file| file.room == *room) {
            let code = code(&file.text);
            let uses =
                code.lines().filter(|line| line.contains("document::") || line.contains("page::"));
            let uses: String = uses.collect();
            for word in *words {
                assert!(!uses.contains(word), "{} uses {word}", file.path);
            }
        }
    }
}

#[test]
fn every_room_of_the_crate_is_in_the_table() {
    let named: BTreeSet<&str> =
        ROOMS.iter().map(|(room, _)| *room).chain(["cli", "lib", "main"]).collect();
    for file in files() {
        assert!(named.contains(file.room.as_str()), "{} has no room in the table", file.path);
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for file in files() {
        assert!(file.text.starts_with("//! "), "{} has no module docs", file.path);
    }
}

#[test]
fn files_stay_short() {
    let files = files();
    let mut lengths: Vec<usize> = files.iter().map(|file| file.text.lines().count()).collect();
    for (file, length) in files.iter().zip(&lengths) {
        assert!(*length <= LONGEST, "{} has {length} lines", file.path);
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= MEDIAN, "the median file has {median} lines");
}

#[test]
fn every_shipped_language_can_be_read() {
    let shipped = playbook::language::shipped();
    assert_eq!(shipped[0].code, "en");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|end| end == "toml")).count();
    assert_eq!(shipped.len(), files, "a language file does not parse or is not listed");
    for language in shipped {
        assert_eq!(language.months.len(), 12, "{}", language.code);
        for (key, names) in &shipped[0].sections {
            assert!(!names.is_empty() && language.sections.contains_key(key), "{key}");
        }
    }
}
