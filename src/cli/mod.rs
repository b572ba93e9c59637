//! The commands: one file each, with what may be typed (`Args`) and what it
//! does (`run`). The only room that knows the terminal, the clock and exit
//! codes. Deliberately absent: anything that decides what a site holds.

#![expect(
    clippy::disallowed_methods,
    reason = "commands know the shell, the clock and the terminal, and end the process"
)]

mod build;
mod capped;
mod check;
mod completions;
mod counted;
mod day;
mod due;
mod exit;
mod explain;
mod forge_summary;
mod forget;
mod history;
mod import;
mod init;
mod interrupt;
mod letter_file;
mod mv;
mod named_page;
mod named_role;
mod new;
mod questions;
mod repeat;
mod report;
mod root;
mod schema;
mod search;
mod serve;
mod terminal;
mod triage;
mod verify;
mod wanted_too;
mod written;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use exit::Exit;
use terminal::{ColorChoice, Terminal};

/// Turns write-ups of AI workflows into a company's playbook: a static site.
#[derive(Debug, Parser)]
#[command(name = "playbook", version, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// What every command understands.
#[derive(Debug, clap::Args)]
struct Global {
    /// The playbook's folder [default: the nearest one upwards with a playbook.toml]
    #[arg(long, global = true, value_name = "DIR")]
    root: Option<PathBuf>,
    /// Colours in messages
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    color: ColorChoice,
    /// Say only what went wrong
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Say more of what is done
    #[arg(short, long, global = true)]
    verbose: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start a playbook in a folder of its own
    Init(init::Args),
    /// Publish the site
    Build(build::Args),
    /// Show the site while it is written: what is saved is seen at once
    Serve(serve::Args),
    /// Build the site anew and hold every byte against what is published
    Verify(verify::Args),
    /// Look for problems without publishing anything
    Check(check::Args),
    /// Say what has changed since a revision, as a comment for a pull request
    Report(report::Args),
    /// List what has to be run again, by owner
    Due(due::Args),
    /// Search the site as its readers do, or measure how well they find things
    Search(search::Args),
    /// Start a new page
    New(new::Args),
    /// Add a colleague's repeat to a page
    Repeat(repeat::Args),
    /// Give a page another name or folder; whatever names it or leads to it follows
    Mv(mv::Args),
    /// Take a colleague who left out of every field, and list what else names them
    Forget(forget::Args),
    /// Make unfinished pages of documents, notes or another playbook
    Import(import::Args),
    /// Explain the code of a message, or why a page has its status, lists and neighbours
    Explain(explain::Args),
    /// Print what may stand in front matter or in playbook.toml, as a JSON Schema
    Schema(schema::Args),
    /// Print a script that completes commands in a shell
    Completions(completions::Args),
}

/// Reads the command line and does what it says.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version go to stdout and end well; clap knows which.
            let exit = if error.use_stderr() { Exit::Usage } else { Exit::Done };
            return ExitCode::from(written(exit, error.print().err().as_ref()));
        }
    };
    let terminal = Terminal::new(cli.global.color, cli.global.quiet, cli.global.verbose);
    terminal::explain_panics();
    let work = || match execute(&cli, &terminal) {
        Ok(exit) | Err(exit) => exit,
    };
    // With a code of its own, so that no script takes a bug for a fault of the content.
    let exit = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
    ExitCode::from(written(exit.unwrap_or(Exit::Bug), terminal.unwritten()))
}

/// How a command ends whose answer could not be written: whoever asked has half
/// of it, or nothing, and must not take it for the whole.
fn written(exit: Exit, failed: Option<&std::io::Error>) -> Exit {
    match failed {
        Some(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            let _ = writeln!(std::io::stderr(), "error: cannot write the answer: {error}");
            if exit == Exit::Done { Exit::Code(4) } else { exit }
        }
        _ => exit,
    }
}

/// How a command ends: as it should, or at once when it cannot go on.
fn execute(cli: &Cli, terminal: &Terminal) -> Result<Exit, Exit> {
    let root = cli.global.root.as_deref();
    match &cli.command {
        Command::Init(args) => Ok(init::run(args, terminal)),
        Command::Build(args) => build::run(args, root, terminal),
        Command::Serve(args) => serve::run(args, root, terminal),
        Command::Verify(args) => verify::run(args, root, terminal),
        Command::Check(args) => check::run(args, root, terminal),
        Command::Report(args) => report::run(args, root, terminal),
        Command::Due(args) => due::run(args, root, terminal),
        Command::Search(args) => search::run(args, root, terminal),
        Command::New(args) => new::run(args, root, terminal),
        Command::Repeat(args) => repeat::run(args, root, terminal),
        Command::Mv(args) => mv::run(args, root, terminal),
        Command::Forget(args) => forget::run(args, root, terminal),
        Command::Import(args) => import::run(args, root, terminal),
        Command::Explain(args) => explain::run(args, root, terminal),
        Command::Schema(args) => Ok(schema::run(args, terminal)),
        Command::Completions(args) => Ok(completions::run(args, Cli::command(), terminal)),
    }
}
