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
//! optimisation that takes a hundred times as long as the work alone, so the sizes
//! are small; `PLAYBOOK_FULL=1 cargo test --release --test it -- growth` takes 100
//! and 200 kB, and 1,000 and 4,000 pages.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;

use playbook::engine::{Engine, Output};

use super::fields::{self, Field};
use super::kinds;
use crate::fixture::{self, Files};

/// What the work of a size is compared with: work twice and four times as large.
struct Growth {
    name: String,
    /// Nothing, once and `times`.
    works: [Box<dyn Fn() -> Files>; 3],
    /// By how much the work grows at most.
    most: f64,
}

fn is_full() -> bool {
    std::env::var_os("PLAYBOOK_FULL").is_some()
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
        Growth { name, works: [work(0), work(bytes), work(2 * bytes)], most: 2.2 }
    };
    fields::all().into_iter().map(of_field).collect()
}

fn of_kinds() -> Vec<Growth> {
    let pages = if is_full() { 1000 } else { 12 };
    let of_kind = |kind: &'static kinds::Kind| {
        let work = |pages: usize| -> Box<dyn Fn() -> Files> {
            Box::new(move || kinds::playbook(kind, pages))
        };
        Growth {
            name: kind.0.to_owned(),
            works: [work(0), work(pages), work(4 * pages)],
            most: 4.5,
        }
    };
    let path = |items: usize| -> Box<dyn Fn() -> Files> { Box::new(move || kinds::path(items)) };
    let of_path = Growth {
        name: "items of one path".to_owned(),
        works: [path(0), path(pages), path(4 * pages)],
        most: 4.5,
    };
    kinds::ALL.iter().map(of_kind).chain([of_path]).collect()
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
    // Themes and pages that are always the same are made once.
    let mut engine = Engine::new();
    work(&mut engine, &all[0].works[0](), of_fields);
    for growth in &all {
        for files in &growth.works {
            let files = files();
            mark();
            work(&mut engine, &files, of_fields);
            mark();
        }
    }
}

/// From files to what is published and said. Of a long page all is shown; of many
/// pages all is planned, since showing one never looks at another.
fn work(engine: &mut Engine, files: &Files, shows: bool) {
    let build = engine.build(&fixture::sources(files));
    let told = build.diagnostics();
    black_box(fixture::messages(&build, told.into_iter().take(20)));
    for (route, output) in build.site.outputs.iter() {
        let route = route.as_str();
        let is_own = route.contains("long.") || !route.contains('/') || route.contains("/sales.");
        match output {
            Output::Rendered(page) if shows && is_own => drop(black_box(page.render())),
            Output::Rendered(page) if !shows => drop(black_box(page.key())),
            _ => {}
        }
    }
    black_box(build.site.search.index().map(|index| index.files().len()));
}

/// Instructions of each work of each growth, in order; none without valgrind.
fn counts(what: &str, growths: &[Growth]) -> Option<Vec<[u64; 3]>> {
    Command::new("valgrind").arg("--version").output().ok().filter(|it| it.status.success())?;
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let run = Command::new("valgrind")
        .arg("--tool=callgrind")
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
    let of = |at: usize| [0, 1, 2].map(|work| spent(2 * (3 * at + work) + 2));
    Some((0..growths.len()).map(of).collect())
}

/// The sum that callgrind wrote into a file.
fn spent(file: &Path) -> u64 {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file:?}: {error}"));
    let sum = text.lines().find_map(|line| line.strip_prefix("totals: "));
    sum.unwrap().trim().parse().unwrap()
}

fn check(what: &str, growths: &[Growth]) {
    let Some(counts) = counts(what, growths) else {
        eprintln!("SKIPPED: the growth of {what} is counted with valgrind, which is not installed");
        return;
    };
    let mut wrong = Vec::new();
    for (growth, [nothing, once, more]) in growths.iter().zip(counts) {
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
