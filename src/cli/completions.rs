//! `playbook completions`: a script for the shell.

use clap_complete::Shell;

use super::exit::Exit;
use super::terminal::Terminal;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The shell
    shell: Shell,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut super::command(), "playbook", &mut script);
    terminal.answer_bytes(&script);
    Exit::Done
}
