//! The binary: reads what was typed and ends with the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    playbook::cli::run()
}
