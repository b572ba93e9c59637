//! `playbook mv`: a page gets another name or folder, or becomes a part of another one.

use std::path::Path;

use crate::domain::Kind;
use crate::engine::Engine;
use crate::upkeep;

use super::exit::Exit;
use super::named_page::find_page;
use super::root;
use super::terminal::Terminal;
use super::written::write_plan;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The page: its id, KIND/ID, the path of its file or its address
    #[arg(value_name = "FROM")]
    from: String,
    /// Its new id, KIND/ID or path; a path that ends in / is a folder to move it into
    #[arg(value_name = "TO")]
    to: String,
    /// Make FROM a part of TO, which is there: two roles, two tools or two people
    #[arg(long)]
    into: bool,
}

pub(super) fn run(args: &Args, given: Option<&Path>, terminal: &Terminal) -> Result<Exit, Exit> {
    let root = root::find(given, terminal)?;
    let sources = root::load(&root, terminal)?;
    // Drafts have names too.
    let build = Engine::with_drafts().build(&sources);
    let page = find_page(build.playbook(), &Kind::WITH_FOLDER, &args.from)
        .map_err(|it| it.tell(terminal))?;
    let plan = if args.into {
        let into = find_page(build.playbook(), &[page.id.kind], &args.to)
            .map_err(|it| it.tell(terminal))?;
        upkeep::merge(&sources, &build, page, into)
    } else {
        upkeep::rename(&sources, &build, page, &args.to)
    };
    write_plan(
        &root,
        &plan.map_err(|refusal| super::written::refuse(&refusal, terminal))?,
        terminal,
    )?;
    Ok(Exit::Done)
}
