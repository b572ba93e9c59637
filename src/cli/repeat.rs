//! `playbook repeat`: one more colleague who did what a page says, as an entry of its
//! front matter; or what a reader's letter says of it.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::diagnostic::nearest;
use crate::document::DocumentSettings;
use crate::document::front_matter::says_nothing;
use crate::domain::{Kind, Repeat, RepeatResult};
use crate::edit;
use crate::engine::{Build, Engine};
use crate::letter::{Letter, LetterKind, LetterLine, result_of};
use crate::model::{Page, Playbook, Workflow};

use super::day::{past_day, today};
use super::exit::Exit;
use super::letter_file;
use super::named_page::find_page;
use super::root;
use super::terminal::Terminal;
use super::wanted_too::wanted_too;
use super::written::change_page;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The page: its id, KIND/ID, the path of its file or its address
    #[arg(value_name = "PAGE", required_unless_present = "from_text")]
    page: Option<String>,
    /// How it went: worked, adapted or failed
    #[arg(long, value_name = "RESULT", required_unless_present = "from_text")]
    result: Option<String>,
    /// Who did it: a person or desk by file name, or who it was in words
    #[arg(long, value_name = "TEXT", required_unless_present = "from_text")]
    who: Option<String>,
    /// The day they did it [default: today, in UTC]
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// What others should know
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Take what is missing from a mail or a forge's form that was saved as text; `-` reads it
    /// from stdin
    #[arg(long, value_name = "FILE")]
    from_text: Option<PathBuf>,
}

pub(super) fn run(args: &Args, given: Option<&Path>, terminal: &Terminal) -> Result<Exit, Exit> {
    let letter = args.from_text.as_deref().map(|file| letter_file::read(file, terminal));
    let letter = letter.transpose()?.unwrap_or_default();
    let root = root::find(given, terminal)?;
    let sources = root::load(&root, terminal)?;
    let build = Engine::new().build(&sources);
    let kind = letter.kind();
    if kind == Some(LetterKind::Want) {
        return wanted_too(&letter, &root, &build, terminal);
    }
    if let Some(other) = kind.filter(|kind| *kind != LetterKind::Repeated) {
        return Err(no_repeat(other, args, terminal));
    }
    let asked = Asked { args, letter: &letter, terminal };
    let page = asked.page(build.playbook())?;
    let workflow = build.playbook().workflows.get(&page.id.id).ok_or(Exit::Bug)?;
    let repeat = asked.repeat(build.playbook(), workflow)?;
    if args.from_text.is_some() {
        letter_file::warn_if_cut(&letter, terminal);
    }
    add(&root, &build, workflow, &repeat, terminal)
}

fn add(
    root: &Path,
    build: &Build,
    workflow: &Workflow,
    repeat: &Repeat,
    terminal: &Terminal,
) -> Result<Exit, Exit> {
    let settings = DocumentSettings::of(&build.playbook().config);
    let entry: Vec<String> = edit::entry_of(repeat)
        .iter()
        .map(|(key, value)| {
            format!("{key}: {}", crate::document::front_matter::written_value(value))
        })
        .collect();
    let by_hand = format!("repeated_by:\n  - {{{}}}", entry.join(", "));
    change_page(root, &workflow.page, &settings, &by_hand, terminal, |page| {
        edit::add_repeat(page, repeat)
    })
}

/// What was typed, with a letter for what was not.
struct Asked<'a> {
    args: &'a Args,
    letter: &'a Letter,
    terminal: &'a Terminal,
}

impl Asked<'_> {
    fn page<'p>(&self, playbook: &'p Playbook) -> Result<&'p Page, Exit> {
        let typed = self.args.page.as_deref().or_else(|| self.letter.answer(LetterLine::Page));
        let word = typed.ok_or_else(|| self.missing("the page", "PAGE"))?;
        find_page(playbook, &[Kind::Workflow], word).map_err(|it| it.tell(self.terminal))
    }

    fn repeat(&self, playbook: &Playbook, workflow: &Workflow) -> Result<Repeat, Exit> {
        let result = self.result()?;
        let who = self.who(playbook, workflow)?;
        let date = self.date()?;
        let note = self.args.note.as_deref().or_else(|| self.letter.answer(LetterLine::Note));
        let note = note.map(one_line).filter(|note| !note.is_empty() && !says_nothing(note));
        let repeat = Repeat { who, n: 1, date, result, note };
        let known = &workflow.front.repeated_by;
        if known.iter().any(|it| (&it.who, it.date) == (&repeat.who, date) && it.result == result) {
            let text = format!("{} has this repeat already", workflow.page.card.path);
            self.terminal.error(&text, ["nothing was written"]);
            return Err(Exit::Code(3));
        }
        Ok(repeat)
    }

    fn result(&self) -> Result<RepeatResult, Exit> {
        let typed = self.args.result.as_deref().or_else(|| self.letter.answer(LetterLine::Result));
        let word = typed.ok_or_else(|| self.missing("how it went", "--result worked"))?;
        result_of(word).ok_or_else(|| {
            let words: Vec<&str> = RepeatResult::ALL.iter().map(|it| it.as_str()).collect();
            let help = match nearest(word, words.iter().copied()) {
                Some(near) => format!("did you mean `--result {near}`?"),
                None => format!("write one of these: --result {}", words.join(" | ")),
            };
            let text = format!("\"{}\" is no result of a repeat", one_line(word));
            self.terminal.error(&text, [help.as_str(), "nothing was written"]);
            Exit::Usage
        })
    }

    fn who(&self, playbook: &Playbook, workflow: &Workflow) -> Result<String, Exit> {
        let typed = self.args.who.as_deref().or_else(|| self.letter.answer(LetterLine::Who));
        let who = typed.map(one_line).unwrap_or_default();
        if who.is_empty() {
            return Err(self.missing("who did it", &self.who_help()));
        }
        if says_nothing(&who) {
            let help = "a repeat is somebody's: give their name, their team or their desk; nothing was written";
            self.terminal.error(&format!("\"{who}\" is nobody"), [help]);
            return Err(Exit::Usage);
        }
        let person = playbook.find_person(&who);
        let id = person.map(|person| &*person.page.id.id);
        let owner = workflow.front.owner.as_deref().unwrap_or_default();
        let owner_id = workflow.owner.as_ref().and_then(|it| it.id()).map(AsRef::as_ref);
        let is_owner =
            (id.is_some() && id == owner_id) || who.to_lowercase() == owner.to_lowercase();
        if is_owner {
            let help = format!(
                "an owner's own run is no repeat: it is the day in `verified` of {}",
                workflow.page.card.path
            );
            let text = format!("{who} owns this page");
            self.terminal.error(&text, [help.as_str(), "nothing was written"]);
            return Err(Exit::Code(3));
        }
        // The id where there is a page of theirs, so that one person is not counted twice.
        Ok(id.map_or(who, str::to_owned))
    }

    /// Nobody's name is taken from the head of a mail without their leave.
    fn who_help(&self) -> String {
        let sender = self.letter.sender.as_deref().unwrap_or("TEXT");
        format!("--who \"{sender}\"")
    }

    fn date(&self) -> Result<Date, Exit> {
        let typed = self.args.date.as_deref().or_else(|| self.letter.answer(LetterLine::Date));
        match typed {
            Some(written) => past_day(written, "--date", self.terminal),
            None if self.args.from_text.is_some() => {
                Err(self.missing("the day", &format!("--date {}", today())))
            }
            None => {
                let today = today();
                self.terminal.note(&format!("no --date was given, so: {today}, today"));
                Ok(today)
            }
        }
    }

    fn missing(&self, what: &str, add: &str) -> Exit {
        let help = format!("say it beside the letter: {add}");
        let text = format!("nobody said {what}");
        self.terminal.error(&text, [help.as_str(), "nothing was written"]);
        Exit::Usage
    }
}

/// A letter that is about something else.
fn no_repeat(kind: LetterKind, args: &Args, terminal: &Terminal) -> Exit {
    let file = args.from_text.as_deref().unwrap_or(Path::new("-")).display();
    let help = match kind {
        LetterKind::Ask | LetterKind::Write => {
            format!("take it with: playbook new --from-text {file}")
        }
        _ => "it is for whoever looks after the page: read it, and change the page".to_owned(),
    };
    terminal.error("this letter tells of no repeat", [help.as_str(), "nothing was written"]);
    Exit::Usage
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
