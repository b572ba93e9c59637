//! `playbook new`: starts a page from the template of its kind and layer, with what was
//! typed, answered or sent; never over a page that is there.

mod from_letter;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::address::Route;
use crate::document::identify;
use crate::document::scaffold::{FilledIn, Scaffold, file_name, write_filled};
use crate::domain::{Kind, Layer};
use crate::edit;
use crate::engine::{Build, Engine};
use crate::language;
use crate::model::Role;

use super::day::today;
use super::exit::Exit;
use super::letter_file;
use super::named_role::find_role;
use super::questions::{Question, Questions};
use super::root;
use super::terminal::Terminal;
use super::written::{look_at, refused};

pub(super) use from_letter::wanted_too;

/// What may be typed. On a terminal whatever is missing is asked for.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What to write
    kind: Option<NewKind>,
    /// Its title or name, in quotes
    title: Vec<String>,
    /// The layer of a workflow or wanted page
    #[arg(long, value_enum)]
    layer: Option<NewLayer>,
    /// The role it is for
    #[arg(long, value_name = "ID")]
    role: Option<String>,
    /// Who answers for a workflow: a person or desk by file name or name
    #[arg(long, value_name = "ID")]
    owner: Option<String>,
    /// Make it of a mail or a forge's form that was saved as text, or of a page that was sent
    /// whole; `-` reads it from stdin
    #[arg(long, value_name = "FILE", conflicts_with_all = ["kind", "title"])]
    from_text: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
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
    let letter = args.from_text.as_deref().map(|file| letter_file::read(file, terminal));
    let letter = letter.transpose()?;
    let root = root::find(given, terminal)?;
    let sources = root::load(&root, terminal)?;
    let build = Engine::new().build(&sources);
    if let Some(letter) = letter {
        return from_letter::take(&letter, args, &root, &build, terminal);
    }
    let (mut input, mut output) = (std::io::stdin().lock(), std::io::stderr());
    let somebody = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    let mut questions = Questions::new(somebody.then_some(&mut input), &mut output);
    let (kind, title) = kind_and_title(args, &mut questions, terminal)?;
    let mut page = NewPage { title, ..NewPage::of(kind) };
    if matches!(kind, Kind::Workflow | Kind::Wanted) {
        page.layer = Some(asked_layer(args, &mut questions));
    }
    let typed = args.role.as_deref();
    let role = if matches!(kind, Kind::Workflow | Kind::Wanted | Kind::Drill | Kind::Collection) {
        Some(questions.answer(typed, &ROLE))
    } else {
        args.role.clone()
    };
    page.role = role_id(&build, role.as_deref(), terminal)?;
    if kind == Kind::Workflow {
        let owner = questions.answer(args.owner.as_deref(), &OWNER);
        page.owner(&build, &owner);
    }
    page.create(&root, &build, terminal)
}

const LAYERS: [&str; 3] = ["fluency", "judgment", "redesign"];
const KIND: Question<'static> =
    Question { flag: "kind", ask: "What to write", default: "workflow", choices: &KINDS };
const KINDS: [&str; 8] =
    ["workflow", "collection", "drill", "tool", "person", "role", "wanted", "guide"];
const TITLE: Question<'static> =
    Question { flag: "title", ask: "Its title or name", default: "", choices: &[] };
const LAYER: Question<'static> = Question {
    flag: "layer",
    ask: "What a colleague can do afterwards",
    default: "fluency",
    choices: &LAYERS,
};
const ROLE: Question<'static> =
    Question { flag: "role", ask: "The role it is for", default: "everyone", choices: &[] };
const OWNER: Question<'static> =
    Question { flag: "owner", ask: "Who answers for it", default: "", choices: &[] };

/// What is to be written; where nobody can be asked, it has to be typed.
fn kind_and_title(
    args: &Args,
    questions: &mut Questions<'_>,
    terminal: &Terminal,
) -> Result<(Kind, String), Exit> {
    let kind = match args.kind {
        Some(new) => kind(new),
        None => Kind::of_word(&questions.answer(None, &KIND)).unwrap_or(Kind::Workflow),
    };
    let title = match args.title.as_slice() {
        [] => questions.answer(None, &TITLE),
        _ => title(args, terminal)?.to_owned(),
    };
    if args.title.is_empty() && title.is_empty() {
        let help = format!("playbook new {} \"Prepare a renewal call\"", kind.word());
        terminal.error("the new page has no title", [help.as_str()]);
        return Err(Exit::Usage);
    }
    Ok((kind, title))
}

fn asked_layer(args: &Args, questions: &mut Questions<'_>) -> Layer {
    let typed = args.layer.map(layer);
    let answer = questions.answer(typed.map(Layer::as_str), &LAYER);
    Layer::parse(&answer).unwrap_or(Layer::Fluency)
}

/// The id of a role that is called so; nothing for everyone.
fn role_id(
    build: &Build,
    typed: Option<&str>,
    terminal: &Terminal,
) -> Result<Option<String>, Exit> {
    let role = typed.map(|role| find_role(build.playbook(), role));
    let role = role.transpose().map_err(|unknown| unknown.tell(terminal))?.flatten();
    Ok(role.map(|(id, _)| id.to_owned()))
}

/// A page to be.
struct NewPage {
    kind: Kind,
    title: String,
    layer: Option<Layer>,
    role: Option<String>,
    filled: FilledIn,
}

impl NewPage {
    fn of(kind: Kind) -> Self {
        let mut filled = FilledIn::default();
        // The day the page is begun, which is no claim of anybody.
        filled.values.insert("written", today().to_string());
        Self { kind, title: String::new(), layer: None, role: None, filled }
    }

    /// Who answers for it: by the id where there is a page of theirs.
    fn owner(&mut self, build: &Build, owner: &str) {
        if !owner.is_empty() {
            let person = build.playbook().find_person(owner);
            let owner = person.map_or_else(|| owner.to_owned(), |it| it.page.id.id.to_string());
            self.filled.values.insert("owner", owner);
        }
    }

    fn create(&self, root: &Path, build: &Build, terminal: &Terminal) -> Result<Exit, Exit> {
        let playbook = build.playbook();
        let role: Option<&Role> = self.role.as_deref().and_then(|id| playbook.roles.get(id));
        let jobs = role.map_or_else(Vec::new, |role| {
            role.front.priorities.iter().map(|priority| priority.job.as_str()).collect()
        });
        let scaffold = Scaffold {
            kind: self.kind,
            title: &self.title,
            layer: self.layer,
            role: self.role.as_deref(),
            job: None,
            jobs: &jobs,
            ladder: &playbook.config.ladder,
        };
        let language = language::find(&playbook.config.site.language);
        let text = write_filled(&scaffold, &self.filled, language);
        let name = name_of(&self.title, terminal)?;
        let path = place(self.kind, self.role.as_deref(), &name);
        create(root, build, &path, &text, terminal)
    }
}

/// The name of the file for a title.
fn name_of(title: &str, terminal: &Terminal) -> Result<String, Exit> {
    let name = file_name(title);
    if name.is_empty() {
        let help = "give it a title with letters, for example \"Prepare a renewal call\"";
        terminal.error("no file name can be made of this title", [help]);
        return Err(Exit::Usage);
    }
    Ok(name)
}

/// Writes the file, unless there is one of its path or a page of its id.
fn create(
    root: &Path,
    build: &Build,
    path: &str,
    text: &str,
    terminal: &Terminal,
) -> Result<Exit, Exit> {
    let named = identify(path);
    let mut others = build.playbook().documents.keys();
    // Folders do not show in addresses: two pages of one id would have one address.
    if let Some(other) = others.find(|other| identify(other) == named && &***other != path) {
        let text = format!("{path} would have the address of {other}");
        terminal.error(&text, ["nothing was written; choose another title, or write in that file"]);
        return Err(Exit::Code(3));
    }
    edit::create_file(&root.join(path), text.as_bytes())
        .map_err(|error| refused(&error, path, terminal))?;
    // The path alone goes to stdout, for a script or an editor.
    terminal.answer(path);
    terminal.note(&format!("write in it, then look at it with\n  playbook check {path}"));
    if let Some((kind, id)) = named {
        terminal.note(&look_at(&Route::page(kind, &id)));
    }
    Ok(Exit::Done)
}

/// The title; several words are one that was typed without quotes.
fn title<'a>(args: &'a Args, terminal: &Terminal) -> Result<&'a str, Exit> {
    match args.title.as_slice() {
        [title] => Ok(title),
        words => {
            let kind = args.kind.and_then(|kind| kind.to_possible_value());
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
fn place(kind: Kind, role: Option<&str>, name: &str) -> String {
    let folder = kind.folder();
    if kind == Kind::Workflow {
        let role = role.map_or_else(|| "everyone".to_owned(), file_name);
        return format!("content/{folder}/{role}/{name}.md");
    }
    format!("content/{folder}/{name}.md")
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
