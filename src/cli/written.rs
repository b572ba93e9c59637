//! What is said of a source that a command wrote or would not write, and where to look
//! at the page.

use std::path::Path;

use crate::address::Route;
use crate::document::DocumentSettings;
use crate::edit::{self, ChangedLines, FileError, Interrupted, Obstacle, PageSource};
use crate::model::Page;
use crate::serve::DEFAULT_PORT;
use crate::upkeep::{Plan, Refusal};

use super::exit::Exit;
use super::terminal::Terminal;

/// Changes the file of a page, and shows the lines that are others now.
pub(super) fn change_page(
    root: &Path,
    page: &Page,
    settings: &DocumentSettings,
    by_hand: &str,
    terminal: &Terminal,
    change: impl FnOnce(&PageSource<'_>) -> Result<Vec<u8>, Obstacle>,
) -> Result<Exit, Exit> {
    let path = &*page.card.path;
    let file = root.join(path);
    let bytes = std::fs::read(&file).map_err(|error| {
        terminal.error(&format!("cannot read {path}: {error}"), ["nothing was written"]);
        Exit::Code(4)
    })?;
    let after = change(&PageSource { path, bytes: &bytes, settings }).map_err(|obstacle| {
        let add =
            format!("add it by hand, or mend the page first (playbook check {path}):\n{by_hand}");
        let text = format!("{path} cannot be changed by a program: {obstacle}");
        terminal.error(&text, ["nothing was written", add.as_str()]);
        Exit::Content
    })?;
    edit::replace_file(&file, &bytes, &after).map_err(|error| refused(&error, path, terminal))?;
    terminal.answer(&shown(path, &edit::changed_lines(&bytes, &after)));
    terminal.note(&look_at(&page.route));
    Ok(Exit::Done)
}

/// The changed lines as a reviewer knows them.
fn shown(path: &str, changed: &ChangedLines) -> String {
    let removed = changed.removed.iter().map(|line| format!("\n-{line}"));
    let lines: String = removed.chain(changed.added.iter().map(|it| format!("\n+{it}"))).collect();
    format!("{path}:{}{lines}", changed.first)
}

/// Does what was planned, and says what was changed.
pub(super) fn write_plan(root: &Path, plan: &Plan, terminal: &Terminal) -> Result<(), Exit> {
    plan.changes.write(root).map_err(|it| interrupted(&it, terminal))?;
    for file in &plan.changes.files {
        for changed in file.changed_lines() {
            terminal.answer(&shown(&file.path, &changed));
        }
    }
    for path in &plan.changes.removed {
        terminal.answer(&format!("{path}: removed"));
    }
    if let Some((from, to)) = &plan.changes.moved {
        terminal.answer(&format!("{from} -> {to}"));
    }
    plan.notes.iter().for_each(|note| terminal.note(note));
    Ok(())
}

/// Says why nothing is done.
pub(super) fn refuse(refusal: &Refusal, terminal: &Terminal) -> Exit {
    let help = refusal.help.iter().map(String::as_str);
    terminal.error(&refusal.text, help.chain(["nothing was written"]));
    Exit::Code(3)
}

fn interrupted(stopped: &Interrupted, terminal: &Terminal) -> Exit {
    let Interrupted { path, error, done } = stopped;
    if done.is_empty() {
        return refused(error, path, terminal);
    }
    let (text, help, exit) = in_the_way(error, path);
    let written = format!("written before that: {}", done.join(", "));
    let go_on = "mend what is in the way and give the same command again: it goes on from there";
    terminal.error(&text, help.into_iter().chain([written.as_str(), go_on]));
    exit
}

/// Where the page is to be seen.
pub(super) fn look_at(route: &Route) -> String {
    format!("look at it with `playbook serve`: http://127.0.0.1:{DEFAULT_PORT}/{route}")
}

/// Says why a file was not written.
pub(super) fn refused(error: &FileError, path: &str, terminal: &Terminal) -> Exit {
    let (text, help, exit) = in_the_way(error, path);
    let help = help.map_or_else(String::new, |help| format!("; {help}"));
    terminal.error(&text, [format!("nothing was written{help}").as_str()]);
    exit
}

/// What is in the way, what to do about it, and how the command ends.
fn in_the_way(error: &FileError, path: &str) -> (String, Option<&'static str>, Exit) {
    let (text, help) = match error {
        FileError::Exists => {
            (format!("{path} exists already"), "choose another title, or write in that file")
        }
        FileError::Changed => (
            format!("{path} was saved while it was changed"),
            "do it again with what stands there now",
        ),
        FileError::Link => (format!("{path} is a link"), "change the file that it leads to"),
        FileError::Io { doing, path, error } => {
            return (format!("cannot {doing} {}: {error}", path.display()), None, Exit::Code(4));
        }
    };
    (text, Some(help), Exit::Code(3))
}
