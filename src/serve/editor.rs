//! The address that opens a place in somebody's editor. The editor that a person
//! has chosen and a place enter; an address of a scheme in this list leaves.
//! Deliberately absent: any address that the settings could bring along, and an
//! editor that nobody has chosen.

use std::env;
use std::ffi::OsStr;
use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

/// An editor that an address can open at a place.
struct Editor {
    id: &'static str,
    name: &'static str,
    /// How it is opened.
    address: &'static str,
    /// What its program is called.
    command: &'static str,
    /// Where it lies on a Mac, whose programs are seldom on the search path.
    app: &'static str,
}

const EDITORS: [Editor; 8] = [
    Editor {
        id: "vscode",
        name: "VS Code",
        address: "vscode://file{path}:{line}:{column}",
        command: "code",
        app: "Visual Studio Code.app",
    },
    Editor {
        id: "vscodium",
        name: "VSCodium",
        address: "vscodium://file{path}:{line}:{column}",
        command: "codium",
        app: "VSCodium.app",
    },
    Editor {
        id: "cursor",
        name: "Cursor",
        address: "cursor://file{path}:{line}:{column}",
        command: "cursor",
        app: "Cursor.app",
    },
    Editor {
        id: "windsurf",
        name: "Windsurf",
        address: "windsurf://file{path}:{line}:{column}",
        command: "windsurf",
        app: "Windsurf.app",
    },
    Editor {
        id: "zed",
        name: "Zed",
        address: "zed://file{path}:{line}:{column}",
        command: "zed",
        app: "Zed.app",
    },
    Editor {
        id: "idea",
        name: "IntelliJ IDEA",
        address: "idea://open?file={path}&line={line}&column={column}",
        command: "idea",
        app: "IntelliJ IDEA.app",
    },
    Editor {
        id: "sublime",
        name: "Sublime Text",
        address: "subl://open?url=file://{path}&line={line}&column={column}",
        command: "subl",
        app: "Sublime Text.app",
    },
    Editor {
        id: "textmate",
        name: "TextMate",
        address: "txmt://open?url=file://{path}&line={line}&column={column}",
        command: "mate",
        app: "TextMate.app",
    },
];

/// Endings of programs: on Windows the command is a script beside the program.
const PROGRAM_ENDINGS: [&str; 3] = ["", ".exe", ".cmd"];

/// What the settings say when no editor is to be offered.
const NO_EDITOR: &str = "none";

/// What may stand in a path as it is.
// All else is escaped: the name of a file must not add parameters.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.');

/// An editor as a person may choose it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct EditorChoice {
    id: &'static str,
    name: &'static str,
    /// It is on this device, or the one that the settings name: offered first.
    first: bool,
}

/// The editors of this device, by their ids.
pub(super) fn on_this_device() -> Vec<&'static str> {
    found_in(env::var_os("PATH").unwrap_or_default().as_os_str())
}

fn found_in(search_path: &OsStr) -> Vec<&'static str> {
    let folders: Vec<_> = env::split_paths(search_path).collect();
    let has_program = |editor: &&Editor| {
        let named = |ending: &str| {
            let file = format!("{}{ending}", editor.command);
            folders.iter().any(|folder| folder.join(&file).is_file())
        };
        PROGRAM_ENDINGS.iter().any(|ending| named(ending))
            || Path::new("/Applications").join(editor.app).is_dir()
    };
    EDITORS.iter().filter(has_program).map(|editor| editor.id).collect()
}

/// What can be chosen, first what is likely; nothing where the settings want no
/// editor to be opened.
pub(super) fn choices(setting: Option<&str>, on_device: &[&str]) -> Vec<EditorChoice> {
    if setting == Some(NO_EDITOR) {
        return Vec::new();
    }
    let choice = |editor: &Editor| EditorChoice {
        id: editor.id,
        name: editor.name,
        first: setting == Some(editor.id) || on_device.contains(&editor.id),
    };
    let mut choices: Vec<_> = EDITORS.iter().map(choice).collect();
    // Stable: otherwise they stay in the order of the list.
    choices.sort_by_key(|choice| (setting != Some(choice.id), !choice.first));
    choices
}

/// Where a link to this place leads in the editor that somebody has chosen; none
/// before, and none when there is no such editor.
pub(super) fn link(
    chosen: Option<&str>,
    path: &Path,
    line: usize,
    column: usize,
) -> Option<String> {
    let editor = EDITORS.iter().find(|editor| Some(editor.id) == chosen)?;
    let path = utf8_percent_encode(path.to_str()?, PATH).to_string();
    let address = editor.address.replace("{line}", &line.to_string());
    // The path comes last: what it holds is no place to fill in.
    Some(address.replace("{column}", &column.to_string()).replace("{path}", &path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(editor: Option<&str>) -> Option<String> {
        link(editor, Path::new("/p b/a&b{line}.md"), 3, 7)
    }

    #[test]
    fn an_editor_is_named() {
        let code = "vscode://file/p%20b/a%26b%7Bline%7D.md:3:7";
        assert_eq!(to(Some("vscode")).as_deref(), Some(code));
        let idea = "idea://open?file=/p%20b/a%26b%7Bline%7D.md&line=3&column=7";
        assert_eq!(to(Some("idea")).as_deref(), Some(idea));
    }

    #[test]
    fn what_is_no_editor_gives_no_link() {
        let described = "x-any://open?f={path}&l={line}";
        for chosen in
            [described, "none", "", "javascript://%0aalert(1)", "https://x.example/{path}"]
        {
            assert_eq!(to(Some(chosen)), None, "{chosen}");
        }
        assert_eq!(to(None), None, "nobody has chosen one");
    }

    #[test]
    fn what_is_on_the_device_is_offered_before_the_rest() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("zed"), "").unwrap();
        std::fs::write(folder.path().join("code.cmd"), "").unwrap();
        let found = found_in(folder.path().as_os_str());
        assert_eq!(found, ["vscode", "zed"]);
        let offered = |setting| {
            let choices = choices(setting, &found);
            let count = choices.len();
            let first: Vec<_> = choices.into_iter().filter(|it| it.first).collect();
            (first.into_iter().map(|it| it.id).collect::<Vec<_>>(), count)
        };
        assert_eq!(offered(None), (vec!["vscode", "zed"], 8));
        assert_eq!(offered(Some("idea")), (vec!["idea", "vscode", "zed"], 8));
        assert_eq!(offered(Some("none")), (vec![], 0));
    }
}
