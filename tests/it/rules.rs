//! Every rule's page is true: its bad example gives exactly the messages it
//! shows, its good example gives none. `UPDATE_RULES=1` writes the messages
//! anew; look at what changed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use playbook::diagnostic::print::{self, Style};
use playbook::diagnostic::{Diagnostic, Rule, SourceMap, rules};
use playbook::engine::Engine;
use playbook::source::LoadError;
use walkdir::WalkDir;

use crate::fixture::{self, Files};

/// The files of an example.
type Example = Vec<(String, String)>;

/// A rule's page, taken apart.
struct Page {
    bad: Example,
    expected: Option<String>,
    good: Example,
}

fn parse(docs: &str) -> Page {
    let (_, rest) = docs.split_once("## Bad").unwrap_or((docs, ""));
    let (bad, good) = rest.split_once("## Good").unwrap_or((rest, ""));
    let expected = blocks(bad).into_iter().find(|(info, _)| info.1 == "text").map(|it| it.1);
    let files = |part: &str| {
        let blocks = blocks(part).into_iter();
        let named = blocks.filter(|((path, info), _)| !path.is_empty() && info != "text");
        named.map(|((path, _), text)| (path, text)).collect()
    };
    Page { bad: files(bad), expected, good: files(good) }
}

/// Four-backtick fences with the path in the line before.
fn blocks(part: &str) -> Vec<((String, String), String)> {
    let mut blocks = Vec::new();
    let mut path = String::new();
    let mut lines = part.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("````") {
            let inside = lines.by_ref().take_while(|line| *line != "````");
            let text: String = inside.map(|line| format!("{line}\n")).collect();
            blocks.push(((std::mem::take(&mut path), info.to_owned()), text));
        } else if let Some(name) = line.strip_prefix('`').and_then(|it| it.strip_suffix('`')) {
            path = name.to_owned();
        }
    }
    blocks
}

/// The bad example of every rule, laid over the base.
pub fn bad_examples() -> Vec<(String, Files)> {
    let pages =
        rules::all().map(|rule| (rule, parse(rule.docs))).filter(|(_, it)| !it.bad.is_empty());
    pages.map(|(rule, page)| (rule.code.to_owned(), laid_over(&page.bad))).collect()
}

fn laid_over(example: &Example) -> Files {
    let mut files: Files = fixture::base();
    for (path, text) in example {
        files.insert(path.clone(), text.replace("\u{2423}", "\t").into_bytes());
    }
    files
}

/// The messages with this code that an example gives.
fn messages(rule: &Rule, example: &Example) -> String {
    let files = laid_over(example);
    let is_its = |it: &&Diagnostic| it.code == rule.code;
    match fixture::load(&files) {
        Ok(sources) => {
            let build = Engine::new().build(&sources);
            let of_today = playbook::check::dates(build.playbook(), date(2026, 11, 20));
            let mut all = build.diagnostics();
            let way_in = playbook::check::way_in(build.playbook());
            all.extend(of_today.iter().chain(&way_in));
            let found = build.sorted(all).into_iter().filter(is_its);
            print::human(found, &|path| build.source_map(path), Style::default())
        }
        Err(LoadError::Config { diagnostics, text }) => {
            let map = SourceMap::of_text(text);
            let found = diagnostics.iter().filter(is_its);
            print::human(found, &|_| Some(&map), Style::default())
        }
        Err(error) => panic!("{}: {error}", rule.code),
    }
}

fn docs_file(rule: &Rule) -> PathBuf {
    let name = format!("{}.md", stem(rule));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostic/rules");
    let found = WalkDir::new(folder).into_iter().map(Result::unwrap);
    let found = found.map(walkdir::DirEntry::into_path).find(|path| path.ends_with(&name));
    found.unwrap_or_else(|| panic!("{} has no file {name}", rule.code))
}

#[test]
fn every_bad_example_gives_the_messages_that_its_page_shows() {
    let update = std::env::var_os("UPDATE_RULES").is_some();
    let mut wrong = Vec::new();
    for rule in rules::all() {
        let page = parse(rule.docs);
        if page.bad.is_empty() {
            continue;
        }
        let found = messages(rule, &page.bad);
        if found.is_empty() {
            wrong.push(format!("{}: the bad example gives no message", rule.code));
        } else if page.expected.as_deref().map(str::trim_end) != Some(found.trim_end()) {
            if update {
                write_expected(rule, &page, &found);
            }
            wrong.push(format!("{}: the messages are\n{found}", rule.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn write_expected(rule: &Rule, page: &Page, found: &str) {
    let path = docs_file(rule);
    let docs = fs::read_to_string(&path).unwrap();
    let block = |text: &str| format!("````text\n{}\n````", text.trim_end());
    let docs = match &page.expected {
        Some(expected) => docs.replacen(&format!("````text\n{expected}````"), &block(found), 1),
        None => docs.replacen("## Good", &format!("{}\n\n## Good", block(found)), 1),
    };
    fs::write(path, docs).unwrap();
}

#[test]
fn no_good_example_breaks_its_rule() {
    for rule in rules::all() {
        let page = parse(rule.docs);
        if !page.good.is_empty() {
            let found = messages(rule, &page.good);
            assert!(found.is_empty(), "{}: the good example gives\n{found}", rule.code);
        }
    }
}

#[test]
fn every_rule_has_a_page_of_one_form() {
    for rule in rules::all() {
        let title = format!("# {} {}\n", rule.code, rule.name);
        assert!(rule.docs.starts_with(&title), "{} begins otherwise", rule.code);
        for part in ["**Why:**", "## Bad"] {
            assert!(rule.docs.contains(part), "{} has no {part}", rule.code);
        }
        let page = parse(rule.docs);
        assert!(page.bad.is_empty() == page.good.is_empty(), "{}: bad or good only", rule.code);
        docs_file(rule);
    }
}

#[test]
fn no_code_and_no_name_is_used_twice() {
    let codes: Vec<&str> = rules::all().map(|rule| rule.code).collect();
    let names: BTreeSet<&str> = rules::all().map(|rule| rule.name).collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    assert_eq!(names.len(), codes.len());
    assert!(codes.is_sorted(), "{codes:?}");
}

#[test]
fn every_file_of_a_group_is_a_rule_in_its_list_and_in_no_other() {
    let groups: [(&str, &[&Rule]); 7] = [
        ("front", rules::front::RULES),
        ("body", rules::body::RULES),
        ("links", rules::links::RULES),
        ("files", rules::files::RULES),
        ("whole", rules::whole::RULES),
        ("setup", rules::setup::RULES),
        ("change", rules::change::RULES),
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostic/rules");
    let folders = fs::read_dir(&root).unwrap().map(Result::unwrap);
    assert_eq!(folders.filter(|it| it.path().is_dir()).count(), groups.len());
    for (group, listed) in groups {
        let expected: Vec<String> = listed.iter().map(|rule| stem(rule)).collect();
        for extension in ["rs", "md"] {
            let files = fs::read_dir(root.join(group)).unwrap().map(|it| it.unwrap().path());
            let files = files.filter(|it| it.extension().is_some_and(|end| end == extension));
            let stems = files.map(|it| it.file_stem().unwrap().to_str().unwrap().to_owned());
            let mut found: Vec<String> = stems.filter(|stem| stem != "mod").collect();
            found.sort();
            assert_eq!(found, expected, "{group}: .{extension} files and RULES");
        }
    }
    let all: usize = groups.iter().map(|(_, listed)| listed.len()).sum();
    assert_eq!(rules::all().count(), all);
}

/// The name of a rule's files without extension.
fn stem(rule: &Rule) -> String {
    format!("{}_{}", rule.code.to_lowercase(), rule.name.replace('-', "_"))
}
