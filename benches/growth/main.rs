//! Seconds that long fields and many pages take, through the library: what
//! `tests/it/growth` counts, at the sizes that people have. Prints and never
//! judges.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    dead_code,
    reason = "a program for one purpose, and fixtures that tests use more of"
)]

#[path = "../../tests/it/growth/fields.rs"]
mod fields;
#[path = "../../tests/it/fixture.rs"]
mod fixture;
#[path = "../../tests/it/growth/kinds.rs"]
mod kinds;

use std::time::Instant;

use fixture::Files;
use playbook::engine::Engine;

const FIELD: [usize; 2] = [100_000, 200_000];
const PAGES: [usize; 3] = [1000, 2000, 4000];

/// Arguments that are no options: only what has one of these in its name is built.
fn main() {
    let wanted: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let is_wanted =
        |name: &str| wanted.is_empty() || wanted.iter().any(|it| name.contains(it.as_str()));
    println!("seconds for a field of {FIELD:?} bytes; in front matter of a third");
    for field in fields::all().into_iter().filter(|it| is_wanted(&it.name)) {
        let bytes = |bytes: usize| if field.is_front { bytes * 3 / 10 } else { bytes };
        print_row(&field.name, FIELD.map(|size| seconds(&(field.files)(bytes(size)))));
    }
    println!("seconds for {PAGES:?} pages");
    for kind in kinds::ALL.iter().filter(|(name, _)| is_wanted(name)) {
        print_row(kind.0, PAGES.map(|pages| seconds(&kinds::playbook(kind, pages))));
    }
    let path = "items of one path";
    if is_wanted(path) {
        print_row(path, PAGES.map(|pages| seconds(&kinds::path(pages))));
    }
}

/// A clean build of all bytes and messages.
fn seconds(files: &Files) -> f64 {
    let sources = fixture::sources(files);
    let started = Instant::now();
    let build = Engine::new().build(&sources);
    let messages = fixture::messages(&build, build.diagnostics());
    let bytes = fixture::bytes(&build);
    let spent = started.elapsed().as_secs_f64();
    drop((messages, bytes));
    spent
}

fn print_row<const N: usize>(name: &str, seconds: [f64; N]) {
    let seconds: Vec<String> = seconds.iter().map(|it| format!("{it:7.2}")).collect();
    println!("{}  {name}", seconds.join(" "));
}
