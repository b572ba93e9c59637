//! How work grows, counted and never timed: the instructions that a processor
//! carries out, by valgrind's callgrind, of the whole way from files to pages,
//! messages and index. Seconds depend on the machine and on who else uses it, and
//! counts of calls see nothing of what a library does inside one; instructions are
//! the same each time and hide nothing. Hardware counters would be faster; virtual
//! machines seldom have them. `tests/run` installs valgrind; without it the tests say
//! that they were skipped.
//!
//! The test starts itself under callgrind, where [`probe`] calls [`mark`] around
//! each piece of work and callgrind writes down what was spent in between. Without
//! optimisation that takes a hundred times as long as the work alone, so that every
//! run counts some of them at small sizes; all of them, at 100 and 200 kB and at
//! 1,000 and 4,000 pages, with
//! `PLAYBOOK_FULL=1 cargo test --release --test it -- growth`.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;

use playbook::engine::{Engine, Output};

use super::fields::{self, Field};
use super::kinds;
use crate::fixture::{self, Files, base};

/// What the work of a size is compared with: work twice and four times as large.
struct Growth {
    name: String,
    /// Once, and twice or four times as much.
    works: [Box<dyn Fn() -> Files>; 2],
    /// By how much the work grows at most.
    most: f64,
}

fn is_full() -> bool {
    std::env::var_os("PLAYBOOK_FULL").is_some()
}

/// What every run counts: each once was a square, or stands for a kind of field.
const ALWAYS: [&str; 16] = [
    "drill, text and quote",
    "drill, quotes",
    "caught, one key",
    "prompt, blanks",
    "never paste",
    "steps, old way",
    "checks",
    "footnotes by section",
    "links",
    "workflows: next",
    "roles: priorities",
    "workflows of one job",
    "roles",
    "wanted pages of one job",
    "guides",
    "items of one path",
];

fn is_counted(growth: &Growth) -> bool {
    is_full() || ALWAYS.contains(&growth.name.as_str())
}

fn of_fields() -> Vec<Growth> {
    let bytes = if is_full() { 100_000 } else { 2_000 };
    let of_field = |Field { name, is_front, files }: Field| {
        let files = std::rc::Rc::new(files);
        let bytes = if is_front && is_full() { bytes * 3 / 10 } else { bytes };
        let work = |bytes: usize| -> Box<dyn Fn() -> Files> {
            let files = std::rc::Rc::clone(&files);
            Box::new(move || files(bytes))
        };
        Growth { name, works: [work(bytes), work(2 * bytes)], most: 2.2 }
    };
    fields::all().into_iter().map(of_field).filter(is_counted).collect()
}

fn of_kinds() -> Vec<Growth> {
    let pages = if is_full() { 1000 } else { 12 };
    let of_kind = |kind: &'static kinds::Kind| {
        let work = |pages: usize| -> Box<dyn Fn() -> Files> {
            Box::new(move || kinds::playbook(kind, pages))
        };
        Growth { name: kind.0.to_owned(), works: [work(pages), work(4 * pages)], most: 4.5 }
    };
    let path = |items: usize| -> Box<dyn Fn() -> Files> { Box::new(move || kinds::path(items)) };
    let of_path = Growth {
        name: "items of one path".to_owned(),
        works: [path(pages), path(4 * pages)],
        most: 4.5,
    };
    kinds::ALL.iter().map(of_kind).chain([of_path]).filter(is_counted).collect()
}

/// Callgrind writes down what was spent so far whenever this is called.
#[inline(never)]
fn mark() {
    black_box(());
}

/// What [`counts`] measures, in the process that it starts.
#[test]
#[ignore = "a part of the tests beside it, which start it under callgrind"]
fn probe() {
    let of_fields = std::env::var("PLAYBOOK_COUNT").as_deref() == Ok("fields");
    let all = if of_fields { self::of_fields() } else { of_kinds() };
    let nothing = if of_fields { fields::playbook() } else { base() };
    // Themes and pages that are always the same are made once.
    let mut engine = Engine::new();
    work(&mut engine, &nothing, of_fields);
    work(&mut engine, &all[0].works[0](), of_fields);
    let mut measure = |files: Files| {
        mark();
        work(&mut engine, &files, of_fields);
        mark();
    };
    measure(nothing);
    all.iter().flat_map(|growth| &growth.works).for_each(|files| measure(files()));
}

/// The pages, and the files that are no pages, which show a field of a page.
const SHOW_A_FIELD: [&str; 8] = [
    "long.",
    "caught.html",
    "questions.html",
    "changed.html",
    "removed.html",
    "prompts.json",
    "playbook.json",
    "roles/sales.html",
];

/// From files to what is published and said. Of a long page all is shown; of many
/// pages all is planned, since showing one never looks at another.
fn work(engine: &mut Engine, files: &Files, shows: bool) {
    let build = engine.build(&fixture::sources(files));
    let told = build.diagnostics();
    black_box(fixture::messages(&build, told.into_iter().take(20)));
    for (route, output) in build.site.outputs.iter() {
        let is_own = SHOW_A_FIELD.iter().any(|name| route.as_str().contains(name));
        match output {
            Output::Rendered(page) if shows && is_own => drop(black_box(page.render())),
            Output::Rendered(page) if !shows => drop(black_box(page.key())),
            _ => {}
        }
    }
    black_box(build.site.search.index().map(|index| index.files().len()));
}

/// Instructions for nothing, and for each work of each growth, in order; none
/// without valgrind.
fn counts(what: &str, growths: &[Growth]) -> Option<(u64, Vec<[u64; 2]>)> {
    Command::new("valgrind").arg("--version").output().ok().filter(|it| it.status.success())?;
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--dump-line=no"])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg("--dump-before=*growth::counted::mark*")
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "growth::counted::probe", "--ignored", "--test-threads=1"])
        .env("PLAYBOOK_COUNT", what)
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let spent = |number: usize| spent(&folder.path().join(format!("out.{number}")));
    // What is written at the first call was spent before it, at the second between
    // the two, and so on.
    let of = |at: usize| [0, 1].map(|work| spent(2 * (2 * at + work) + 4));
    Some((spent(2), (0..growths.len()).map(of).collect()))
}

/// The sum that callgrind wrote into a file.
fn spent(file: &Path) -> u64 {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file:?}: {error}"));
    let sum = text.lines().find_map(|line| line.strip_prefix("totals: "));
    sum.unwrap().trim().parse().unwrap()
}

fn check(what: &str, growths: &[Growth]) {
    let Some((nothing, counts)) = counts(what, growths) else {
        eprintln!("SKIPPED: the growth of {what} is counted with valgrind, which is not installed");
        return;
    };
    let mut wrong = Vec::new();
    for (growth, [once, more]) in growths.iter().zip(counts) {
        let (once, more) = (once.saturating_sub(nothing), more.saturating_sub(nothing));
        let ratio = more as f64 / once.max(1) as f64;
        println!("{ratio:5.2} {:7.1} M  {}", more as f64 / 1e6, growth.name);
        if ratio > growth.most {
            wrong.push(format!("{}: {ratio:.2} times, {} at most", growth.name, growth.most));
        }
    }
    assert!(wrong.is_empty(), "work grows by\n{}", wrong.join("\n"));
}

#[test]
fn the_work_for_a_field_grows_with_its_length_and_no_faster() {
    check("fields", &of_fields());
}

#[test]
fn the_work_for_a_playbook_grows_with_its_pages_and_no_faster() {
    check("kinds", &of_kinds());
}
