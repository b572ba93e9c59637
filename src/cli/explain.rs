//! `playbook explain`: the page of a rule; or why a page has its status, lists and
//! neighbours.

mod page;

use std::path::Path;

use crate::diagnostic::{Rule, nearest, rules};
use crate::domain::Kind;
use crate::engine::Engine;
use crate::upkeep::MENDED_RULES;

use super::exit::Exit;
use super::named_page::find_page;
use super::root;
use super::terminal::Terminal;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The code in the brackets of a message, like PB102, or a page, by id, KIND/ID or path; all
    /// codes when left out
    #[arg(value_name = "CODE|PAGE")]
    subject: Option<String>,
}

pub(super) fn run(args: &Args, given: Option<&Path>, terminal: &Terminal) -> Result<Exit, Exit> {
    let Some(code) = &args.subject else {
        for rule in rules::all() {
            terminal.answer(&format!(
                "{}  {:<5}  {}",
                rule.code,
                rule.severity.as_str(),
                rule.name
            ));
        }
        return Ok(Exit::Done);
    };
    if let Some(rule) = rules::find(code) {
        answer_rule(rule, terminal);
        return Ok(Exit::Done);
    }
    // Rules are remembered by their names, too.
    let by_name = rules::all().find(|rule| rule.name == code);
    if let Some(rule) = by_name {
        answer_rule(rule, terminal);
        return Ok(Exit::Done);
    }
    if is_code(code) {
        let near = nearest(code, rules::all().map(|rule| rule.code));
        let help = near.map_or_else(
            || "`playbook explain` lists every code".to_owned(),
            |near| format!("did you mean {near}? `playbook explain` lists every code"),
        );
        terminal.error(&format!("no rule has the code \"{code}\""), [help.as_str()]);
        return Err(Exit::Usage);
    }
    explain_page(code, given, terminal)
}

/// `PB` and figures, or what was meant as that.
fn is_code(word: &str) -> bool {
    let is_short = word.len() < 8 && word.contains(|c: char| c.is_ascii_digit());
    is_short && word.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("PB"))
}

/// The page of a rule, with what the program does about it.
fn answer_rule(rule: &Rule, terminal: &Terminal) {
    terminal.answer(rule.docs.trim_end());
    if MENDED_RULES.contains(&rule.code) {
        terminal.answer("\n`playbook check --fix` writes the line down as it was read.");
    }
}

fn explain_page(word: &str, given: Option<&Path>, terminal: &Terminal) -> Result<Exit, Exit> {
    let root = root::find(given, terminal)?;
    let mut reader = root::reader(&root, terminal)?;
    let sources = reader.load().map_err(|error| root::tell(&error, terminal))?;
    let mut engine = Engine::new();
    let build = engine.build(&sources);
    let found = find_page(build.playbook(), &Kind::WITH_FOLDER, word);
    let found = found.map_err(|unknown| unknown.tell(terminal))?;
    for sentence in page::sentences(&build, found) {
        terminal.answer(&sentence.translated(build.translation()));
    }
    Ok(Exit::Done)
}
