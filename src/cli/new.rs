//! `playbook new`: starts a page from the template of its kind and layer, with what was
//! typed, answered or sent; never over a page that is there.

mod from_letter;
mod new_page;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::domain::{Kind, Layer};
use crate::engine::Engine;

use super::exit::Exit;
use super::letter_file;
use super::questions::{Question, Questions};
use super::root;
use super::terminal::Terminal;
use from_letter::Typed;
use new_page::{NewPage, role_id};

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
        let typed = Typed {
            file: args.from_text.as_deref(),
            layer: args.layer.map(layer),
            role: args.role.as_deref(),
            owner: args.owner.as_deref(),
        };
        return from_letter::take(&letter, &typed, &root, &build, terminal);
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
        page.owner(&build, &owner, terminal);
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
