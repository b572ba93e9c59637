//! What is said of a source that a command wrote or would not write, and where to look
//! at the page.

use std::path::Path;

use crate::address::Route;
use crate::document::DocumentSettings;
use crate::edit::{self, ChangedLines, FileError, Obstacle, PageSource};
use crate::model::Page;

use super::exit::Exit;
use super::serve::DEFAULT_PORT;
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

/// Where the page is to be seen.
pub(super) fn look_at(route: &Route) -> String {
    format!("look at it with `playbook serve`: http://127.0.0.1:{DEFAULT_PORT}/{route}")
}

/// Says why a file was not written.
pub(super) fn refused(error: &FileError, path: &str, terminal: &Terminal) -> Exit {
    let (text, help) = match error {
        FileError::Exists => {
            let help = "nothing was written; choose another title, or write in that file";
            (format!("{path} exists already"), help)
        }
        FileError::Changed => {
            let help = "nothing was written; do it again with what stands there now";
            (format!("{path} was saved while it was changed"), help)
        }
        FileError::Link => {
            let help = "nothing was written; change the file that it leads to";
            (format!("{path} is a link"), help)
        }
        FileError::Io { doing, path, error } => {
            terminal.error(
                &format!("cannot {doing} {}: {error}", path.display()),
                ["nothing was written"],
            );
            return Exit::Code(4);
        }
    };
    terminal.error(&text, [help]);
    Exit::Code(3)
}
