//! `playbook completions`: a script for the shell.

use clap_complete::Shell;

use super::exit::Exit;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The shell
    shell: Shell,
}

pub(super) fn run(args: &Args) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut super::command(), "playbook", &mut script);
    // A closed pipe is no error.
    let _ = std::io::Write::write_all(&mut std::io::stdout(), &script);
    Exit::Done
}
