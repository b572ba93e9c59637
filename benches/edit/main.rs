//! `cargo bench --bench edit -- --pages N`: generates N pages and N/10 pages, starts `playbook
//! serve` on each, edits pages on the disk and prints how long each edit took to be served, while
//! a second client asks without a pause and checks what it gets. `--soak MINUTES` edits at random
//! and compares what is served with a clean build every minute. Deliberately absent: targets and
//! assertions on time. It fails when something wrong is served.

#[path = "../corpus/mod.rs"]
mod corpus;
#[path = "../table.rs"]
mod table;

mod client;
mod figures;
mod hammer;
mod pages;
mod server;
mod soak;

use std::error::Error;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::{Parser, value_parser};

use self::corpus::Corpus;
use self::figures::Figures;

/// What a step of the benchmark gives, or why it could not be done.
type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Measures a preview of a generated playbook.
#[derive(Parser)]
struct Args {
    /// Workflow pages of the larger playbook, at least 30; the smaller has a tenth [default:
    /// 10000, or 50 when run as a test]
    #[arg(long, value_parser = value_parser!(u32).range(30..))]
    pages: Option<u32>,

    /// Edits of each kind [default: 100, or 5 when run as a test]
    #[arg(long, value_parser = value_parser!(u32).range(1..))]
    edits: Option<u32>,

    /// Only edit at random for so long, and compare with a clean build every minute
    #[arg(long, value_name = "MINUTES")]
    soak: Option<u32>,

    /// Words that every page has at least, code apart
    #[arg(long, default_value_t = 500)]
    words: usize,

    /// Seed of the generator
    #[arg(long, default_value_t = 1)]
    seed: u64,

    /// Cargo passes this to a benchmark, and not to a test
    #[arg(long, hide = true)]
    bench: bool,
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

#[expect(clippy::disallowed_methods, reason = "figures are printed")]
fn run(args: &Args) -> Outcome<()> {
    let (pages, edits) = if args.bench { (10_000, 100) } else { (50, 5) };
    let (pages, edits) = (args.pages.unwrap_or(pages) as usize, args.edits.unwrap_or(edits));
    let large = Corpus { pages, words: args.words, code_heavy: false, seed: args.seed };
    if let Some(minutes) = args.soak {
        return soak::run(&large, minutes);
    }
    let small = Corpus { pages: pages / 10, ..large };
    let figures = [Figures::measure(&small, edits)?, Figures::measure(&large, edits)?];
    let mut out = io::stdout().lock();
    writeln!(out, "{}", figures::properties(&figures))?;
    Ok(write!(out, "{}", figures::compare(&figures))?)
}
