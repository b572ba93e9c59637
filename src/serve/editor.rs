//! The address that opens a place in somebody's editor. A name and a place enter;
//! an address of a scheme in this list leaves, or none. Deliberately absent: any
//! address that the settings could bring along.

use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// How each editor is opened.
const EDITORS: [(&str, &str); 8] = [
    ("vscode", "vscode://file{path}:{line}:{column}"),
    ("vscodium", "vscodium://file{path}:{line}:{column}"),
    ("cursor", "cursor://file{path}:{line}:{column}"),
    ("windsurf", "windsurf://file{path}:{line}:{column}"),
    ("zed", "zed://file{path}:{line}:{column}"),
    ("idea", "idea://open?file={path}&line={line}&column={column}"),
    ("sublime", "subl://open?url=file://{path}&line={line}&column={column}"),
    ("textmate", "txmt://open?url=file://{path}&line={line}&column={column}"),
];

/// The editor when the settings name none.
const DEFAULT_EDITOR: &str = "vscode";

/// What may stand in a path as it is.
// All else is escaped: the name of a file must not add parameters.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.');

/// Where a link to this place leads; none when there is no such editor, as with
/// `none`.
pub(super) fn link(
    editor: Option<&str>,
    path: &Path,
    line: usize,
    column: usize,
) -> Option<String> {
    let editor = editor.unwrap_or(DEFAULT_EDITOR);
    let (_, address) = EDITORS.iter().find(|(name, _)| *name == editor)?;
    let path = utf8_percent_encode(path.to_str()?, PATH).to_string();
    let address = address.replace("{line}", &line.to_string());
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
        assert_eq!(to(None).as_deref(), Some("vscode://file/p%20b/a%26b%7Bline%7D.md:3:7"));
        let idea = "idea://open?file=/p%20b/a%26b%7Bline%7D.md&line=3&column=7";
        assert_eq!(to(Some("idea")).as_deref(), Some(idea));
    }

    #[test]
    fn what_is_no_editor_gives_no_link() {
        let described = "x-any://open?f={path}&l={line}";
        for setting in
            [described, "none", "", "javascript://%0aalert(1)", "https://x.example/{path}"]
        {
            assert_eq!(to(Some(setting)), None, "{setting}");
        }
    }
}
