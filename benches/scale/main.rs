//! `cargo bench --bench scale -- --pages N [--code-heavy]`: generates N pages and N/10 pages,
//! builds both with the release binary in new processes, and prints times, files written,
//! memory and growth as one table on stdout; progress goes to stderr. Deliberately absent:
//! targets and assertions on time. It fails only when a build, a copy or the disk does.

#[path = "../corpus/mod.rs"]
mod corpus;

mod child;
mod measure;
mod searchless;
#[path = "../table.rs"]
mod table;
mod tree;

use std::{
    error::Error,
    fs,
    io::{self, Write as _},
    path::PathBuf,
    process::ExitCode,
};

use clap::{Parser, value_parser};

use self::{
    corpus::{Corpus, Properties},
    measure::Figures,
    searchless::One,
    table::Table,
};

/// What a step of the benchmark gives, or why it could not be done.
type Outcome<T> = Result<T, Box<dyn Error>>;

/// Measures builds of a generated playbook.
#[derive(Parser)]
struct Args {
    /// Workflow pages of the larger playbook, at least 30; the smaller has a tenth [default:
    /// 10000, or 50 when run as a test]
    #[arg(long, value_parser = value_parser!(u32).range(30..))]
    pages: Option<u32>,

    /// Generate 18,000 blocks of code on 10,000 pages instead of 2,100
    #[arg(long)]
    code_heavy: bool,

    /// How often each step is measured [default: 5, or 1 when run as a test]
    #[arg(long, value_parser = value_parser!(u32).range(1..))]
    runs: Option<u32>,

    /// Words that every page has at least, code apart
    #[arg(long, default_value_t = 500)]
    words: usize,

    /// Seed of the generator
    #[arg(long, default_value_t = 1)]
    seed: u64,

    /// Only write the playbook of --pages pages to this new folder and print its properties
    #[arg(long, value_name = "DIR")]
    write: Option<PathBuf>,

    /// Cargo passes this to a benchmark, and not to a test
    #[arg(long, hide = true)]
    bench: bool,

    #[command(flatten)]
    one: One,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "--write makes the folder it names")]
fn run(args: &Args) -> Outcome<()> {
    if args.one.build()? {
        return Ok(());
    }
    let (pages, runs) = if args.bench { (10_000, 5) } else { (50, 1) };
    let (pages, runs) = (args.pages.unwrap_or(pages) as usize, args.runs.unwrap_or(runs));
    let large = Corpus { pages, words: args.words, code_heavy: args.code_heavy, seed: args.seed };
    if let Some(folder) = &args.write {
        fs::create_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let written = large.write(folder)?;
        return print(&properties(&large, &[&written.properties]), &[]);
    }
    let small = Corpus { pages: pages / 10, ..large };
    let (small, large) = (Figures::measure(&small, runs)?, Figures::measure(&large, runs)?);
    print(&properties(&large.corpus, &[&small.properties, &large.properties]), &[])?;
    let (table, notes) = measure::compare(&small, &large);
    print(&table, &notes)
}

/// What the corpora hold, one column each.
fn properties(corpus: &Corpus, columns: &[&Properties]) -> Table {
    let kind = if corpus.code_heavy { "code-heavy" } else { "playbook-like" };
    let mut table = Table::new(vec![format!("corpus, {kind}, seed {}", corpus.seed)]);
    let mut rows: Vec<Vec<String>> = Vec::new();
    for properties in columns {
        for (at, (name, value)) in properties.rows().into_iter().enumerate() {
            match rows.get_mut(at) {
                Some(row) => row.push(value),
                None => rows.push(vec![name.to_owned(), value]),
            }
        }
    }
    for row in rows {
        table.add_row(row);
    }
    table
}

#[expect(clippy::disallowed_methods, reason = "figures are printed")]
fn print(table: &Table, notes: &[String]) -> Outcome<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{table}")?;
    for note in notes {
        writeln!(out, "{note}")?;
    }
    Ok(())
}
