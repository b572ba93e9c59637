//! The theme's scripts and styles are tidy: scripts keep nothing on elements, and
//! a class has one meaning. Read as text; what a browser sees is in
//! `tests/browser/buttons.test.mjs`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Folders with scripts that run in a reader's or a writer's browser.
const SCRIPTS: &[&str] = &["themes/default/static", "src/serve/client"];

/// Properties that elements and other objects of the browser have by themselves.
const OF_BROWSERS: &[&str] = &[
    "async",
    "checked",
    "className",
    "data",
    "disabled",
    "download",
    "hash",
    "hidden",
    "href",
    "id",
    "onclick",
    "onconnect",
    "onerror",
    "onload",
    "onmessage",
    "open",
    "placeholder",
    "rel",
    "scrollTop",
    "src",
    "tabIndex",
    "textContent",
    "title",
    "type",
    "value",
];

/// Fields of a script's own plain objects, by file.
const OF_OBJECTS: &[(&str, &[&str])] = &[
    // A phrase and a seeded error are objects that know their elements.
    ("drill.js", &["end", "found", "hit", "marked", "span"]),
    // Places in a text.
    ("form-document.js", &["boundary", "end", "field_names", "names", "pages", "range", "said"]),
    ("form-page.js", &["intro", "path"]),
    ("form-path.js", &["end", "entries"]),
    ("form-collection.js", &["checkpoints", "intro", "path"]),
    ("form-open.js", &["pasted"]),
    ("form-shell.js", &["layer", "origin"]),
    ("form-yaml.js", &["end", "next"]),
    ("search.js", &["search"]),
    ("search-dialog.js", &["searchDialog"]),
    ("search-engine.js", &["numbers", "score"]),
    ("search-excerpt.js", &["forms"]),
    ("search-history.js", &["searchHistory"]),
    ("search-lines.js", &["length"]),
    ("search-loader.js", &["promise"]),
    ("search-lookup.js", &["how"]),
    ("search-marks.js", &["searchMarks"]),
    ("search-results.js", &["searchResults"]),
    ("search-score.js", &["all", "count", "heading", "idf", "score", "summary", "text", "words"]),
];

fn read(folder: &str, end: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let wanted = paths.filter(|path| path.extension().is_some_and(|it| it == end));
    wanted
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// The properties that a line of a script assigns to, but for attributes (`dataset`) and styles.
fn assigned(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (at, _) in line.match_indices('.') {
        let (before, after) = (&line[..at], &line[at + 1..]);
        let length = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let (name, rest) = after.split_at(length.unwrap_or(after.len()));
        let operator = rest.trim_start().trim_start_matches(['?', '|', '&', '+', '-']);
        let is_assigned = operator.starts_with('=') && !operator.starts_with("==");
        let is_kept = before.ends_with("dataset") || before.ends_with("style");
        if is_assigned && !operator.starts_with("=>") && !is_kept && !name.is_empty() {
            found.push(name);
        }
    }
    found
}

#[test]
fn no_script_keeps_state_in_a_property_of_an_element() {
    assert_eq!(assigned("from.before ??= from.textContent;"), ["before"]);
    assert_eq!(assigned("it.dataset.x = 1; if (a.b === c.d) it.e => 1;"), Vec::<&str>::new());
    let objects: BTreeMap<&str, &[&str]> = OF_OBJECTS.iter().copied().collect();
    let mut kept = Vec::new();
    for folder in SCRIPTS {
        for (name, text) in read(folder, "js") {
            let own = objects.get(name.as_str()).copied().unwrap_or_default();
            for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
                let foreign = assigned(line)
                    .into_iter()
                    .filter(|it| !OF_BROWSERS.contains(it) && !own.contains(it));
                kept.extend(foreign.map(|property| format!("{name}: {property}: {}", line.trim())));
            }
        }
    }
    assert_eq!(kept, Vec::<String>::new(), "state of an element belongs in a WeakMap or `data-`");
}

/// The classes that are, alone, the whole selector of a rule, outside of any `@media`.
fn ruled(css: &str) -> Vec<&str> {
    let lines = css.lines().filter(|line| line.starts_with('.'));
    lines
        .filter_map(|line| line.split_once(" {").map(|(selector, _)| selector))
        .filter(|selector| !selector.contains([' ', ',', ':', '[', '>', '+']))
        .filter(|selector| selector.matches('.').count() == 1)
        .collect()
}

#[test]
fn a_class_alone_has_one_rule() {
    assert_eq!(ruled(".said { a }\n.said { b }\n.a .b { c }\n.c, .d { e }"), [".said", ".said"]);
    let sheets = read("themes/default/static", "css");
    assert!(sheets.len() >= 3);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for class in sheets.iter().flat_map(|(_, css)| ruled(css)) {
        *counts.entry(class).or_default() += 1;
    }
    counts.retain(|_, count| *count > 1);
    assert_eq!(counts, BTreeMap::new(), "two rules give a class two meanings");
}
