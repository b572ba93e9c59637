//! The address that opens a place in somebody's editor.

use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Editors that answer to an address.
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

/// What may stand in a path as it is.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.');

/// Where a link to this place leads; none when the setting is `none`, or is no
/// address that an editor could have.
pub(super) fn link(
    setting: Option<&str>,
    path: &Path,
    line: usize,
    column: usize,
) -> Option<String> {
    let setting = setting.unwrap_or("vscode");
    let known = EDITORS.iter().find(|(name, _)| *name == setting).map(|(_, pattern)| *pattern);
    let pattern = known.or_else(|| is_an_editors(setting).then_some(setting))?;
    let path = utf8_percent_encode(path.to_str()?, PATH).to_string();
    let numbered = pattern.replace("{line}", &line.to_string());
    let numbered = numbered.replace("{column}", &column.to_string());
    // The path begins with a slash of its own.
    let doubled = numbered.contains("/{path}") && !numbered.contains("//{path}");
    Some(numbered.replace(if doubled { "/{path}" } else { "{path}" }, &path))
}

/// Whether an address has a scheme of its own: not a browser's.
fn is_an_editors(address: &str) -> bool {
    let Some((scheme, _)) = address.split_once("://") else { return false };
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it));
    let of_browsers = ["http", "https", "file", "javascript", "data", "blob", "about"];
    is_scheme && !of_browsers.contains(&scheme.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(setting: Option<&str>) -> Option<String> {
        link(setting, Path::new("/p b/a&b.md"), 3, 7)
    }

    #[test]
    fn an_editor_is_named_or_described() {
        assert_eq!(to(None).as_deref(), Some("vscode://file/p%20b/a%26b.md:3:7"));
        let idea = "idea://open?file=/p%20b/a%26b.md&line=3&column=7";
        assert_eq!(to(Some("idea")).as_deref(), Some(idea));
        let slash = to(Some("vscode://file/{path}:{line}"));
        assert_eq!(slash.as_deref(), Some("vscode://file/p%20b/a%26b.md:3"));
        let own = to(Some("x-emacs://open?f={path}&l={line}"));
        assert_eq!(own.as_deref(), Some("x-emacs://open?f=/p%20b/a%26b.md&l=3"));
    }

    #[test]
    fn what_is_no_editor_gives_no_link() {
        for setting in ["none", "javascript://%0aalert(1)", "https://x.example/{path}", "a b://"] {
            assert_eq!(to(Some(setting)), None, "{setting}");
        }
    }
}
