//! `playbook explain`: the page of a rule.

use crate::diagnostic::{nearest, rules};

use super::exit::Exit;
use super::terminal::Terminal;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The code in the brackets of a message, like PB102; all codes when left out
    code: Option<String>,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Exit {
    let Some(code) = &args.code else {
        for rule in rules::all() {
            terminal.answer(&format!(
                "{}  {:<5}  {}",
                rule.code,
                rule.severity.as_str(),
                rule.name
            ));
        }
        return Exit::Done;
    };
    if let Some(rule) = rules::find(code) {
        terminal.answer(rule.docs.trim_end());
        return Exit::Done;
    }
    // Rules are remembered by their names, too.
    let by_name = rules::all().find(|rule| rule.name == code);
    if let Some(rule) = by_name {
        terminal.answer(rule.docs.trim_end());
        return Exit::Done;
    }
    let near = nearest(code, rules::all().map(|rule| rule.code));
    let help = near.map_or_else(
        || "`playbook explain` lists every code".to_owned(),
        |near| format!("did you mean {near}? `playbook explain` lists every code"),
    );
    terminal.error(&format!("no rule has the code \"{code}\""), [help.as_str()]);
    Exit::Usage
}
