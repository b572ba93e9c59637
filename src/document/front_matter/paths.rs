//! Old addresses of a page. Only plain paths inside the site
//! pass, because a file is written for each.

use super::fields::FrontMatterMap;
use super::report::quoted;
use crate::diagnostic::rules::front::pb129_redirect;
use crate::domain::reading::Values;

/// Names that are devices on Windows, with or without an extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The addresses, each as the path of an `.html` file.
pub(super) fn read(fields: &mut FrontMatterMap<'_, '_>, key: &'static str) -> Vec<String> {
    let written = fields.placed_texts(key);
    let mut paths = Vec::new();
    for (place, text) in written {
        match site_path(&text) {
            Ok(path) => paths.push(path),
            Err(why) => fields.report.add(pb129_redirect::unsafe_path(place, &quoted(&text), why)),
        }
    }
    paths
}

/// The ids that a page had. Each has an address, for which a file is written.
pub(super) fn former(fields: &mut FrontMatterMap<'_, '_>) -> Vec<String> {
    const KEY: &str = "former";
    let mut ids = fields.ids(KEY);
    ids.retain(|id| {
        let found = match id.contains('/') {
            true => Err("it is a path; only a file name without its extension belongs here"),
            false => site_path(&format!("{id}.html")),
        };
        if let Err(why) = found {
            let place = fields.value_place(KEY);
            fields.report.add(pb129_redirect::unsafe_id(place, &quoted(id), why));
        }
        found.is_ok()
    });
    ids
}

/// The path of the file that answers an old address, or why there can be none.
fn site_path(text: &str) -> Result<String, &'static str> {
    if text.is_empty() {
        return Err("it is empty");
    }
    if text.contains("://") {
        return Err("it is a whole address; only the path below the site belongs here");
    }
    if text.starts_with('/') {
        return Err("it starts with a slash");
    }
    // A redirect is a file of the site, so its path has to be a name on every system and must not
    // lead out of the folder, however it is encoded.
    if let Some(c) = text.chars().find(|c| c.is_control() || "\\%:?#*<>|\"\u{fffd}".contains(*c)) {
        return Err(match c {
            '\\' => "it has a backslash",
            '%' => "it is percent-encoded; write the characters themselves",
            ':' => "it has a colon",
            '?' | '#' => "it goes on behind the path",
            _ => "it has a character that no file name may have",
        });
    }
    let path = match text.strip_suffix('/') {
        // What most servers answer for a folder.
        Some(folder) => format!("{folder}/index.html"),
        None => as_html(text)?,
    };
    if path.split('/').any(|part| part.is_empty() || part == "." || part == "..") {
        return Err("it has a part that is empty, `.` or `..`");
    }
    let is_hazard = |part: &str| {
        let stem = part.split('.').next().unwrap_or_default().to_lowercase();
        let blank = |c: char| c == '.' || c == ' ';
        part.starts_with(blank) || part.ends_with(blank) || DEVICES.contains(&stem.as_str())
    };
    if path.split('/').any(is_hazard) {
        return Err("it has a part that is no file name on every system");
    }
    Ok(path)
}

fn as_html(path: &str) -> Result<String, &'static str> {
    let name = path.rsplit('/').next().unwrap_or_default();
    match name.rsplit_once('.') {
        Some((_, "html")) => Ok(path.to_owned()),
        Some((_, "md")) => Ok(format!("{}.html", path.strip_suffix(".md").unwrap_or(path))),
        None => Ok(format!("{path}.html")),
        Some(("" | ".", _)) => Err("it has a part that is empty, `.` or `..`"),
        // A file `x.pdf` with HTML in it would be served as a broken PDF.
        Some(_) => Err("it does not end in .html"),
    }
}
