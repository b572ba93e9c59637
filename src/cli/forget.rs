//! `playbook forget`: a colleague who left is taken out of every field, and every line
//! is told that still names them.

use std::path::Path;

use crate::domain::Kind;
use crate::engine::Engine;
use crate::upkeep;

use super::exit::Exit;
use super::named_page::find_page;
use super::root;
use super::terminal::Terminal;
use super::written::{refuse, write_plan};

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The colleague: their id, people/ID or the path of their file
    #[arg(value_name = "PERSON")]
    person: String,
    /// What stands for them: a few words, or the id of a colleague or desk
    #[arg(long = "as", value_name = "TEXT")]
    text: String,
}

/// What no command in this folder can change.
const OUT_OF_REACH: &str = "what this cannot reach: the history of the repository and its \
     copies, published copies of the site and what search engines and readers' browsers keep \
     of it, mails and feeds that were sent, and lists of reviewers such as CODEOWNERS";

pub(super) fn run(args: &Args, given: Option<&Path>, terminal: &Terminal) -> Result<Exit, Exit> {
    let root = root::find(given, terminal)?;
    let sources = root::load(&root, terminal)?;
    let build = Engine::with_drafts().build(&sources);
    let person = find_page(build.playbook(), &[Kind::Person], &args.person)
        .map_err(|it| it.tell(terminal))?;
    let forgotten = upkeep::forget(&sources, &build, person, &args.text)
        .map_err(|refusal| refuse(&refusal, terminal))?;
    write_plan(&root, &forgotten.plan, terminal)?;
    if !forgotten.mentions.is_empty() {
        let lines = forgotten.mentions.iter();
        let lines = lines.map(|it| format!("  {}:{}: {}", it.path, it.line, it.text));
        let lines: Vec<String> = lines.collect();
        terminal.answer(&format!(
            "these lines may still name them; decide for each:\n{}",
            lines.join("\n")
        ));
    }
    terminal.note(OUT_OF_REACH);
    Ok(Exit::Done)
}
