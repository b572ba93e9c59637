//! A page made of what a reader sent: of their answers, or of a whole page. One who asks
//! for what others asked for already is counted there.

use std::path::Path;

use crate::document::front_matter::{WrittenDate, own_title, read_date};
use crate::document::scaffold::file_name;
use crate::document::{self, DocumentKey, DocumentSettings, FileBytes};
use crate::domain::{Front, Kind, Layer, SectionName};
use crate::engine::Build;
use crate::letter::{Letter, LetterKind, LetterLine, layer_in};
use crate::memo::Hashed;

use super::super::day::today;
use super::super::exit::Exit;
use super::super::letter_file::warn_if_cut;
use super::super::named_role::find_role;
use super::super::terminal::Terminal;
use super::super::wanted_too::{count, wanted_too};
use super::new_page::{NewPage, create, name_of, place, role_id};

/// What was typed beside the letter, which goes before it.
pub(super) struct Typed<'a> {
    pub file: Option<&'a Path>,
    pub layer: Option<Layer>,
    pub role: Option<&'a str>,
    pub owner: Option<&'a str>,
}

/// Makes of a letter what it asks for.
pub(super) fn take(
    letter: &Letter,
    typed: &Typed<'_>,
    root: &Path,
    build: &Build,
    terminal: &Terminal,
) -> Result<Exit, Exit> {
    let file = typed.file.unwrap_or(Path::new("-")).display();
    let no_page = |help: &str| {
        terminal.error("no page can be made of this letter", [help, "nothing was written"]);
        Err(Exit::Usage)
    };
    let done = match (letter.kind(), &letter.page) {
        (_, Some(page)) => whole_page(page, root, build, terminal),
        (Some(LetterKind::Want), _) => wanted_too(letter, root, build, terminal),
        (Some(LetterKind::Write | LetterKind::Ask), _) => {
            answers(letter, typed, root, build, terminal)
        }
        (Some(LetterKind::Repeated), _) => {
            no_page(&format!("it tells of a repeat: playbook repeat --from-text {file}"))
        }
        (Some(_), _) => {
            no_page("it is for whoever looks after the page: read it, and change the page")
        }
        (None, _) => no_page("none of its lines is one of the site's forms, such as `Title: ...`"),
    }?;
    warn_if_cut(letter, terminal);
    Ok(done)
}

/// A page of answers: one that is written, or one that is asked for.
fn answers(
    letter: &Letter,
    typed: &Typed<'_>,
    root: &Path,
    build: &Build,
    terminal: &Terminal,
) -> Result<Exit, Exit> {
    let is_ask = letter.kind() == Some(LetterKind::Ask);
    let mut page = NewPage::of(if is_ask { Kind::Wanted } else { Kind::Workflow });
    let title = letter.answer(LetterLine::Title).and_then(|title| title.lines().next());
    let Some(title) = title.map(str::trim).filter(|title| !title.is_empty()) else {
        terminal
            .error("the letter has no title", ["write one behind its colon; nothing was written"]);
        return Err(Exit::Usage);
    };
    page.title = title.to_owned();
    let existing = build.playbook().wanted.get(file_name(title).as_str()).filter(|_| is_ask);
    if let Some(wanted) = existing {
        return count(wanted, root, build, terminal);
    }
    let said = letter.answer(LetterLine::Layer).and_then(layer_in);
    page.layer = typed.layer.or(said);
    if page.layer.is_none() && is_ask {
        page.filled.values.insert("layer", String::new());
    } else if page.layer.is_none() {
        page.layer = Some(Layer::Fluency);
        terminal.note("the letter names no layer, so: --layer fluency");
    }
    page.role = role(letter, typed, build, terminal)?;
    page.owner(build, typed.owner.unwrap_or_default(), terminal);
    fill(&mut page, letter, terminal);
    page.create(root, build, terminal)
}

/// The role that was typed; that of the letter only if there is such a one.
fn role(
    letter: &Letter,
    typed: &Typed<'_>,
    build: &Build,
    terminal: &Terminal,
) -> Result<Option<String>, Exit> {
    if typed.role.is_some() {
        return role_id(build, typed.role, terminal);
    }
    let Some(answer) = letter.answer(LetterLine::Role) else { return Ok(None) };
    match find_role(build.playbook(), answer) {
        Ok(role) => Ok(role.map(|(id, _)| id.to_owned())),
        Err(_) => {
            terminal.note(&format!("no role is called \"{answer}\", so: --role everyone"));
            Ok(None)
        }
    }
}

/// Puts the answers where they belong. Nothing is added to them.
fn fill(page: &mut NewPage, letter: &Letter, terminal: &Terminal) {
    let answer = |line: LetterLine| letter.answer(line).map(str::to_owned);
    let values = &mut page.filled.values;
    values.extend(answer(LetterLine::Job).map(|job| ("job", job)));
    if page.kind == Kind::Wanted {
        values.extend(answer(LetterLine::Why).map(|why| ("why", why)));
        return;
    }
    if let Some(last) = answer(LetterLine::Last) {
        match read_date(&last) {
            WrittenDate::Day(day) if day <= today() => {
                values.insert("verified", day.to_string());
            }
            _ => terminal
                .note(&format!("\"{last}\" is no day that is over: `verified` is left open")),
        }
    }
    let way =
        if page.layer == Some(Layer::Redesign) { SectionName::NewWay } else { SectionName::Steps };
    let never = answer(LetterLine::Never).map(|never| {
        format!("Never paste: {}", never.split_whitespace().collect::<Vec<_>>().join(" "))
    });
    let sections = [
        (SectionName::When, answer(LetterLine::When)),
        (way, answer(LetterLine::How)),
        (SectionName::Before, never),
        (SectionName::Wrong, answer(LetterLine::Failure)),
    ];
    let said = sections.into_iter().filter_map(|(name, text)| Some((name, text?)));
    page.filled.sections.extend(said);
}

/// A page that was sent whole goes into a file as it is.
fn whole_page(text: &str, root: &Path, build: &Build, terminal: &Terminal) -> Result<Exit, Exit> {
    // Only to read its title and its role; where it goes follows from them.
    let read = document::parse(&DocumentKey {
        path: "content/workflows/new.md".into(),
        bytes: Hashed::new(FileBytes::from(text.as_bytes())),
        settings: Hashed::new(DocumentSettings::of(&build.playbook().config)),
    });
    let card = read.card.as_ref().or(read.invalid_card.as_ref());
    let title = card.map(|card| card.title.as_str()).filter(|title| !title.is_empty());
    let title = title.or_else(|| own_title(text)).unwrap_or_default();
    let role = card.and_then(|card| match &card.front {
        Front::Workflow(front) => front.roles.first().cloned(),
        _ => None,
    });
    let role = role.and_then(|role| {
        find_role(build.playbook(), &role).ok().flatten().map(|it| it.0.to_owned())
    });
    let name = name_of(title, terminal)?;
    let path = place(Kind::Workflow, role.as_deref(), &name);
    create(root, build, &path, text, terminal)
}
