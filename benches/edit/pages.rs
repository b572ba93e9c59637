//! Edits of workflow pages, as text: what somebody would type. The number of the edit is in the
//! page afterwards, so that a client knows the page when it sees it.

use std::path::Path;

/// What is edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A sentence of the body.
    Body,
    /// The title.
    Title,
    /// The roles.
    Role,
}

/// Where a page is served.
pub fn route(path: &Path) -> String {
    let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let id = match path.parent().and_then(Path::file_name) {
        Some(folder) if id == "index" => folder.to_string_lossy().into_owned(),
        _ => id,
    };
    format!("/workflows/{id}.html")
}

/// The page after an edit, and what is in it when it is served.
pub fn edited(text: &str, edit: Edit, number: u32) -> (String, String) {
    let marker = format!("edit-{number}-of-this-run");
    // Seen on the page whatever is edited; the body is a part of every edit but the title's.
    let with_sentence = |text: &str| format!("{text}\nThis is {marker}.\n");
    match edit {
        Edit::Body => (with_sentence(text), marker),
        Edit::Title => (replace_line(text, "title:", &format!("title: A page, {marker}")), marker),
        Edit::Role => {
            let role = if text.contains("roles: [everyone]") { "" } else { "everyone" };
            (replace_line(&with_sentence(text), "roles:", &format!("roles: [{role}]")), marker)
        }
    }
}

/// Replaces a line of the front matter and the lines that are indented below it.
fn replace_line(text: &str, start: &str, line: &str) -> String {
    let mut out = String::new();
    let mut below = false;
    for old in text.lines() {
        if old.starts_with(start) {
            out.push_str(line);
            out.push('\n');
            below = true;
        } else if !(below && (old.starts_with(' ') || old.starts_with('-') && old != "---")) {
            out.push_str(old);
            out.push('\n');
            below = false;
        }
    }
    out
}
