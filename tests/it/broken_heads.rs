//! Good pages with their front matter broken in ten ways, as word processors,
//! assistants and people do: none is lost without a message, and most are read as
//! they were meant. `PLAYBOOK_PAGES` names another playbook, or a folder of some;
//! `--nocapture` shows the share that was recovered.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use playbook::diagnostic::Severity;
use playbook::domain::Front;
use playbook::engine::{Build, Engine};
use playbook::source::Sources;
use walkdir::WalkDir;

use crate::fixture::Files;

/// Numbers that are the same in every run.
struct Seeded(u64);

impl Seeded {
    fn next(&mut self, below: usize) -> usize {
        // Knuth's multiplier for 64 bits; the high bits are the ones that are mixed.
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }
}

/// A way to break front matter: the lines between its fences, and the body.
type Break = fn(&[&str], &str, &mut Seeded) -> String;

const BREAKS: [(&str, Break); 10] = [
    ("other dashes", |lines, body, seeded| {
        let fence = ["—", "-----", "___", "––", "\\---"][seeded.next(5)];
        format!("{fence}\n{}\n{fence}\n{body}", lines.join("\n"))
    }),
    ("no fences", |lines, body, seeded| {
        let lines = lines.join("\n");
        match seeded.next(3) {
            0 => format!("{lines}\n---\n{body}"),
            1 => format!("---\n{lines}\n\n{body}"),
            _ => format!("{lines}\n\n{body}"),
        }
    }),
    ("something above", |lines, body, seeded| {
        let above = ["<!-- a comment -->", "Here is the page:\n", "# A heading\n"][seeded.next(3)];
        format!("{above}\n{}", whole(lines, body))
    }),
    ("in a fence of code", |lines, body, seeded| match seeded.next(3) {
        0 => format!("```markdown\n{}\n```\n", whole(lines, body)),
        1 => format!("```yaml\n---\n{}\n---\n```\n{body}", lines.join("\n")),
        _ => format!("Sure:\n\n````md\n{}\n````\nAnything else?\n", whole(lines, body)),
    }),
    ("bold keys", |lines, body, seeded| {
        each_key(lines, body, |key, value| match seeded.next(2) {
            0 => format!("**{key}:** {value}"),
            _ => format!("**{key}**: {value}"),
        })
    }),
    ("other signs for a colon", |lines, body, seeded| {
        each_key(lines, body, |key, value| match seeded.next(4) {
            0 => format!("{key} = {value}"),
            1 => format!("{key}：{value}"),
            2 => format!("{key}:{value}"),
            _ => format!("{key}: {value}"),
        })
    }),
    ("word processor's lists", |lines, body, seeded| {
        each_key(lines, body, |key, value| {
            let inner = value.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
            let Some(inner) = inner.filter(|it| !it.is_empty() && !it.contains(['{', '"'])) else {
                return format!("{key}: {value}");
            };
            let sign = ["• ", "- ", "-", "·\t", "1. "][seeded.next(5)];
            let items: Vec<_> = inner.split(", ").map(|item| format!("{sign}{item}")).collect();
            format!("{key}:\n{}", items.join("\n"))
        })
    }),
    ("curly quotes", |lines, body, seeded| {
        each_key(lines, body, |key, value| {
            let is_plain = !value.is_empty() && !value.starts_with(['[', '{', '"', '\'', '|', '>']);
            match seeded.next(2) {
                0 if is_plain => format!("{key}: “{value}”"),
                _ => format!("{key}: {value}"),
            }
        })
    }),
    ("dates in words", |lines, body, seeded| {
        let form = seeded.next(4);
        each_key(lines, body, |key, value| {
            let date: Option<jiff::civil::Date> = value.parse().ok();
            let Some(date) = date else { return format!("{key}: {value}") };
            let languages = playbook::language::shipped();
            let month = |code: usize| &languages[code].months[date.month() as usize - 1];
            let (day, year) = (date.day(), date.year());
            let words = match form {
                0 => format!("{day}. {} {year}", month(1)),
                1 => format!("{} {day}, {year}", month(0)),
                2 => format!("{day} {} {year}", &month(0)[..3]),
                _ => format!("{day}.{}.{year}", date.month()),
            };
            format!("{key}: {words}")
        })
    }),
    ("German keys", |lines, body, _| {
        let german = &playbook::language::shipped()[1].fields;
        each_key(lines, body, |key, value| {
            let name = german.get(key).map_or(key, |names| &names[0]);
            format!("{name}: {value}")
        })
    }),
];

fn whole(lines: &[&str], body: &str) -> String {
    format!("---\n{}\n---\n{body}", lines.join("\n"))
}

/// Front matter with each key at the start of a line in another way.
fn each_key(lines: &[&str], body: &str, mut make: impl FnMut(&str, &str) -> String) -> String {
    let made = lines.iter().map(|line| match line.split_once(':') {
        Some((key, value)) if key.chars().all(|c| c.is_ascii_lowercase() || c == '_') => {
            make(key, value.trim()).trim_end().to_owned()
        }
        _ => (*line).to_owned(),
    });
    let made: Vec<String> = made.collect();
    let lines: Vec<&str> = made.iter().map(String::as_str).collect();
    whole(&lines, body)
}

/// A page with its front matter broken; nothing for one that has none between fences.
fn broken(text: &str, way: Break, seeded: &mut Seeded) -> Option<String> {
    let (front, body) = text.strip_prefix("---\n")?.split_once("\n---\n")?;
    let lines: Vec<&str> = front.split('\n').collect();
    Some(way(&lines, body, seeded))
}

/// The playbooks to break: the sample, or what `PLAYBOOK_PAGES` has.
fn playbooks() -> Vec<(String, Files)> {
    let sample = env!("CARGO_MANIFEST_DIR").to_owned();
    let given = std::env::var("PLAYBOOK_PAGES");
    let root = given.clone().unwrap_or(sample);
    let depth = if given.is_ok() { 2 } else { 1 };
    let found = WalkDir::new(&root).max_depth(depth).into_iter().map(Result::unwrap);
    let settings = found.filter(|it| it.file_name() == "playbook.toml");
    let folders = settings.map(|it| it.path().parent().unwrap().to_owned());
    folders.map(|folder| (folder.display().to_string(), files_of(&folder))).collect()
}

fn files_of(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut add = |path: &Path| {
        let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        files.insert(name, fs::read(path).unwrap());
    };
    add(&folder.join("playbook.toml"));
    let content = WalkDir::new(folder.join("content")).into_iter().map(Result::unwrap);
    let pages = content.filter(|it| it.path().extension().is_some_and(|end| end == "md"));
    pages.for_each(|page| add(page.path()));
    files
}

fn build(files: &Files) -> Build {
    let files = files.iter().map(|(path, bytes)| (path.clone(), bytes.clone()));
    Engine::new().build(&Sources::in_memory(files).unwrap())
}

/// What is known of each page that is published.
fn heads(build: &Build) -> BTreeMap<String, (String, Option<String>, Front)> {
    let heads = build.playbook().pages().map(|page| {
        let card = &page.card;
        let head = (card.title.clone(), card.summary.clone(), card.front.clone());
        (card.path.to_string(), head)
    });
    heads.collect()
}

/// Pages of the sample, each broken in one way and alone in its playbook.
pub fn broken_pages() -> Vec<(String, Files)> {
    let base = crate::fixture::base();
    let pages = base.iter().filter(|(path, _)| path.ends_with(".md"));
    let mut seeded = Seeded(17);
    let mut all = Vec::new();
    for (path, bytes) in pages {
        let text = String::from_utf8(bytes.clone()).unwrap();
        for (name, way) in BREAKS {
            let Some(text) = broken(&text, way, &mut seeded) else { continue };
            let mut files = base.clone();
            files.insert(path.clone(), text.into_bytes());
            all.push((format!("{path}, {name}"), files));
        }
    }
    all
}

#[test]
fn no_page_is_lost_without_a_message_and_nearly_all_are_read_as_they_were_meant() {
    let (mut pages, mut same) = (0, 0);
    for (folder, files) in playbooks() {
        let meant = heads(&build(&files));
        for (number, (name, way)) in BREAKS.into_iter().enumerate() {
            let mut seeded = Seeded(number as u64 + 1);
            let mut changed = files.clone();
            for (path, bytes) in &files {
                let text = String::from_utf8_lossy(bytes);
                if let Some(text) = broken(&text, way, &mut seeded) {
                    changed.insert(path.clone(), text.into_bytes());
                }
            }
            let build = build(&changed);
            let read = heads(&build);
            let mut recovered = 0;
            let told = build.diagnostics().into_iter().filter(|it| it.code.starts_with("PB1"));
            let told: BTreeSet<&str> = told.map(|it| &*it.place.path).collect();
            // A way that breaks nothing would be recovered for nothing.
            assert!(!told.is_empty(), "{name} breaks no page");
            for (path, head) in &meant {
                let is_told = build
                    .diagnostics()
                    .iter()
                    .any(|it| &*it.place.path == path.as_str() && it.severity == Severity::Error);
                assert!(read.contains_key(path) || is_told, "{folder}/{path}, {name}: lost");
                recovered += usize::from(read.get(path) == Some(head));
            }
            let (all, told) = (meant.len(), told.len());
            println!("{folder}, {name}: {recovered} of {all} as they were meant, {told} told");
            pages += meant.len();
            same += recovered;
        }
    }
    println!("{same} of {pages} pages");
    // Pages of others are broken in ways that nobody foresees.
    assert!(same * 100 >= pages * 95, "{same} of {pages}");
}
