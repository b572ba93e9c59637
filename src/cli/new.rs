//! `playbook new`: starts a page from the template of its kind and layer.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::document::scaffold::{Scaffold, file_name, write};
use crate::domain::{Kind, Layer};
use crate::engine::Engine;
use crate::language;

use super::exit::Exit;
use super::named_role::find_role;
use super::root;
use super::terminal::Terminal;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What to write
    kind: NewKind,
    /// Its title or name, in quotes
    #[arg(required = true)]
    title: Vec<String>,
    /// The layer of a workflow or wanted page
    #[arg(long, value_enum)]
    layer: Option<NewLayer>,
    /// The role it is for
    #[arg(long, value_name = "ID")]
    role: Option<String>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum NewKind {
    Workflow,
    Collection,
    Drill,
    Tool,
    Person,
    Role,
    Wanted,
    Guide,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum NewLayer {
    /// Use it
    Fluency,
    /// Judge it
    #[value(alias = "judgement")]
    Judgment,
    /// Rebuild it
    Redesign,
}

pub(super) fn run(args: &Args, given: Option<&Path>, terminal: &Terminal) -> Result<Exit, Exit> {
    let root = root::find(given, terminal)?;
    let sources = root::load(&root, terminal)?;
    let title = title(args, terminal)?;
    let name = file_name(title);
    if name.is_empty() {
        let help = "give it a title with letters, for example \"Prepare a renewal call\"";
        terminal.error("no file name can be made of this title", [help]);
        return Err(Exit::Usage);
    }
    let build = Engine::new().build(&sources);
    let role = args.role.as_deref().map(|role| find_role(build.playbook(), role));
    let role = role.transpose().map_err(|unknown| unknown.tell(terminal))?.flatten();
    let jobs = role.map_or_else(Vec::new, |(_, role)| {
        role.front.priorities.iter().map(|priority| priority.job.as_str()).collect()
    });
    let scaffold = Scaffold {
        kind: kind(args.kind),
        title,
        layer: args.layer.map(layer),
        role: role.map(|(id, _)| id),
        job: None,
        jobs: &jobs,
        ladder: &sources.config.ladder,
    };
    let text = write(&scaffold, language::find(&sources.config.site.language));
    let path = place(&scaffold, &name);
    match create(&root.join(&path), &text) {
        Ok(()) => {
            // The path alone goes to stdout, for a script or an editor.
            terminal.answer(&path.display().to_string());
            let path = path.display();
            terminal.note(&format!("write in it, then look at it with\n  playbook check {path}"));
            Ok(Exit::Done)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let help = "choose another title, or write in that file";
            terminal.error(&format!("{} exists already", path.display()), [help]);
            Err(Exit::Code(3))
        }
        Err(error) => {
            terminal.error(&format!("{}: {error}", path.display()), []);
            Err(Exit::Code(4))
        }
    }
}

/// The title; several words are one that was typed without quotes.
fn title<'a>(args: &'a Args, terminal: &Terminal) -> Result<&'a str, Exit> {
    match args.title.as_slice() {
        [title] => Ok(title),
        words => {
            let kind = args.kind.to_possible_value();
            let kind = kind.as_ref().map_or("workflow", PossibleValue::get_name);
            let title = words.join(" ");
            let help = format!("put the title in quotes: playbook new {kind} \"{title}\"");
            terminal.error(
                &format!("the title has {} words without quotes", words.len()),
                [help.as_str()],
            );
            Err(Exit::Usage)
        }
    }
}

/// Workflows lie in a folder of their role, for those who look for them on disk.
fn place(scaffold: &Scaffold<'_>, name: &str) -> PathBuf {
    let mut path = PathBuf::from("content").join(scaffold.kind.folder());
    if scaffold.kind == Kind::Workflow {
        let folder = scaffold.role.map_or_else(|| "everyone".to_owned(), file_name);
        path.push(folder);
    }
    path.join(format!("{name}.md"))
}

fn create(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    // Never over an existing file.
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())
}

fn kind(kind: NewKind) -> Kind {
    match kind {
        NewKind::Workflow => Kind::Workflow,
        NewKind::Collection => Kind::Collection,
        NewKind::Drill => Kind::Drill,
        NewKind::Tool => Kind::Tool,
        NewKind::Person => Kind::Person,
        NewKind::Role => Kind::Role,
        NewKind::Wanted => Kind::Wanted,
        NewKind::Guide => Kind::Guide,
    }
}

fn layer(layer: NewLayer) -> Layer {
    match layer {
        NewLayer::Fluency => Layer::Fluency,
        NewLayer::Judgment => Layer::Judgment,
        NewLayer::Redesign => Layer::Redesign,
    }
}
