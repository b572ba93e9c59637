//! `playbook init`: a playbook that builds at once, in a folder of its own. Asks for what
//! was not typed when somebody sits there, and says what it took when not.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use crate::config;
use crate::diagnostic::SETTINGS;
use crate::edit::{self, CreateError};
use crate::starter::{self, Choices, Pipeline};

use super::exit::Exit;
use super::questions::{Question, Questions};
use super::terminal::Terminal;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder to make; if it is there, nothing may be in it but a fresh `.git`
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Where proposals are checked and the site is published from; with `none` it is a folder
    /// that needs nothing but this program
    #[arg(long, value_parser = PIPELINES)]
    ci: Option<String>,
    /// The language of the site and of everything in it
    #[arg(long, value_parser = starter::languages())]
    language: Option<String>,
    /// What the playbook is called
    #[arg(long)]
    title: Option<String>,
    /// The web address of its repository, if there is one already
    #[arg(long, value_name = "URL")]
    repository: Option<String>,
    /// A mail or web address for everybody who has no account there
    #[arg(long, value_name = "ADDRESS")]
    contact: Option<String>,
}

/// What may follow `--ci`.
const PIPELINES: [&str; 4] = ["github", "gitlab", "azure", "none"];

const LANGUAGE: Question<'static> =
    Question { flag: "language", ask: "Its language", default: "en", choices: &[] };
const TITLE: Question<'static> =
    Question { flag: "title", ask: "What it is called", default: "AI playbook", choices: &[] };
const CI: Question<'static> = Question {
    flag: "ci",
    ask: "Where it is checked and published",
    default: "none",
    choices: &PIPELINES,
};
const REPOSITORY: Question<'static> = Question {
    flag: "repository",
    ask: "The web address of its repository",
    default: "",
    choices: &[],
};
const CONTACT: Question<'static> = Question {
    flag: "contact",
    ask: "A mail or web address for everybody who has no account there",
    default: "",
    choices: &[],
};

/// What was decided, by whoever typed or answered, or by nobody.
struct Decided {
    title: String,
    language: String,
    pipeline: Option<Pipeline>,
    repository: Option<String>,
    contact: Option<String>,
    /// What nobody was asked, as it could have been typed.
    taken: Vec<String>,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Exit {
    let folder = std::path::absolute(&args.folder).unwrap_or_else(|_| args.folder.clone());
    // Before anybody is asked anything.
    if let Err(error) = edit::find_obstacle(&folder) {
        return refused(&error, &args.folder, terminal);
    }
    let decided = decide(args);
    if decided.title.chars().any(char::is_control) {
        let help = "nothing was written; write the title in one line";
        terminal.error("a control character is in the title, such as a line break", [help]);
        return Exit::Usage;
    }
    let files = starter::files(&Choices {
        title: &decided.title,
        language: &decided.language,
        pipeline: decided.pipeline,
        repository: decided.repository.as_deref(),
        contact: decided.contact.as_deref(),
    });
    if let Some(wrong) =
        files.get(SETTINGS).and_then(|text| config::parse(text).1.into_iter().next())
    {
        let help = "nothing was written; give --title, --repository and --contact \
                    as they would stand in playbook.toml";
        terminal.error(&wrong.message.to_string(), [help]);
        return Exit::Usage;
    }
    match edit::create_all(&folder, &files, SETTINGS) {
        Ok(()) => {
            made(&args.folder, files.len(), &decided.taken, terminal);
            Exit::Done
        }
        Err(error) => refused(&error, &args.folder, terminal),
    }
}

/// Asks whoever sits there for what was not typed.
fn decide(args: &Args) -> Decided {
    let somebody = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    let (mut input, mut output) = (std::io::stdin().lock(), std::io::stderr());
    let mut questions = Questions::new(somebody.then_some(&mut input), &mut output);
    let language = Question { choices: &starter::languages(), ..LANGUAGE };
    let language = questions.answer(args.language.as_deref(), &language);
    let title = if language == "de" { Question { default: "KI-Playbook", ..TITLE } } else { TITLE };
    let title = questions.answer(args.title.as_deref(), &title);
    let ci = questions.answer(args.ci.as_deref(), &CI);
    let repository = questions.answer_without(
        |it| fault(Some(it), None),
        args.repository.as_deref(),
        &REPOSITORY,
    );
    let contact = questions.answer_without(
        |it| fault(None, Some(&whole_address(it))),
        args.contact.as_deref(),
        &CONTACT,
    );
    let contact = whole_address(&contact);
    let some = |text: String| (!text.is_empty()).then_some(text);
    Decided {
        title,
        language,
        pipeline: Pipeline::named(&ci),
        repository: some(repository),
        contact: some(contact),
        taken: questions.taken(),
    }
}

/// What is wrong with an address, in the words of whoever reads the settings.
fn fault(repository: Option<&str>, contact: Option<&str>) -> Option<String> {
    let repository = repository.filter(|it| !it.is_empty());
    let contact = contact.filter(|it| !it.is_empty());
    let choices =
        Choices { title: "Playbook", language: "en", pipeline: None, repository, contact };
    let text = starter::files(&choices).remove(SETTINGS)?;
    let wrong = config::parse(&text).1.into_iter().next()?;
    Some(wrong.message.to_string())
}

/// A mail address is known without `mailto:`.
fn whole_address(contact: &str) -> String {
    config::likely_contact(contact).unwrap_or_else(|| contact.to_owned())
}

/// What to do next, for somebody who has never seen a playbook.
fn made(folder: &Path, files: usize, taken: &[String], terminal: &Terminal) {
    // The folder alone goes to stdout, for a script.
    terminal.answer(&folder.display().to_string());
    if !taken.is_empty() {
        terminal.note(&format!("nobody was asked, so: {}", taken.join(", ")));
    }
    let shown = folder.display();
    terminal.note(&format!(
        "{files} files; look at it with\n  playbook serve --open --root {shown}\n\
         then read {} for what to decide first",
        folder.join("README.md").display()
    ));
}

fn refused(error: &CreateError, folder: &Path, terminal: &Terminal) -> Exit {
    let shown = folder.display();
    match error {
        CreateError::NoFolder(path) => {
            let help = "nothing was written; give a folder that is not there yet";
            terminal.error(&format!("{} is a file", path.display()), [help]);
            Exit::Code(3)
        }
        CreateError::Occupied(names) if names.iter().any(|name| name == SETTINGS) => {
            let help = format!(
                "nothing was written; start a page in it with `playbook new workflow \"...\" --root {shown}`, \
                 or give a folder that is not there yet"
            );
            terminal.error(&format!("{shown} is a playbook already"), [help.as_str()]);
            Exit::Code(3)
        }
        CreateError::Occupied(names) => {
            let more = names.len().saturating_sub(1);
            let name = names.first().map(String::as_str).unwrap_or_default();
            let others = if more == 0 { String::new() } else { format!(" and {more} more") };
            let help = "nothing was written; give a folder that is not there yet, \
                        or move what is in it away and put it back afterwards";
            terminal.error(&format!("{shown} is not empty: it has {name}{others}"), [help]);
            Exit::Code(3)
        }
        CreateError::Io { doing, path, error } => {
            let text = format!("cannot {doing} {}: {error}", path.display());
            terminal.error(&text, ["nothing was left behind; give a folder that you may write to"]);
            Exit::Code(4)
        }
    }
}
