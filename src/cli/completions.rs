//! `playbook completions`: a script for the shell.

use clap::Command;
use clap_complete::Shell;

use super::exit::Exit;
use super::terminal::Terminal;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The shell
    shell: Shell,
}

/// Prints a script that completes this command.
pub(super) fn run(args: &Args, mut command: Command, terminal: &Terminal) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "playbook", &mut script);
    terminal.answer_bytes(&script);
    Exit::Done
}
