//! What a page is called where nothing says so outright: by its own heading, by its first
//! line, by its file. Deliberately absent: any title that nobody wrote.

use super::given::{Format, GivenFile};
use super::note::{About, Note};
use super::{notion, pasted};
use crate::document::front_matter::own_title;
use crate::document::section_named;

/// Characters of the longest title that a page may have.
const MAX_TITLE_CHARS: usize = 200;

/// Names of files that are called after their folder.
const NAMELESS: [&str; 5] = ["index", "_index", "readme", "skill", "document"];

/// The title, the body without it where it was a plain line, and where it comes from.
pub(super) fn find(
    given: Option<&str>,
    file: &GivenFile,
    body: String,
) -> (String, String, Vec<Note>) {
    let own = own_title(&body).map(without_marks);
    let is_title = |own: &String| {
        // A text that begins with *Steps* has no title.
        !own.is_empty() && own.chars().count() <= MAX_TITLE_CHARS && section_named(own).is_none()
    };
    let own = own.filter(is_title);
    let mut notes = Vec::new();
    match (given, own) {
        // The window's title of a web page, the id of a skill: the page itself knows better.
        (Some(given), Some(own)) if given != own && is_secondary(given, file.format) => {
            let why = format!("the page's own heading is its title: {own}");
            notes.push(Note::left_out(About::Title, given, why));
            (own, body, notes)
        }
        (Some(given), _) => (given.to_owned(), body, notes),
        (None, Some(own)) => {
            notes.push(Note::taken(About::Title, &own, "its first heading"));
            (own, body, notes)
        }
        (None, None) => {
            let is_plain = matches!(file.format, Format::Text | Format::Document);
            let line = pasted::title_line(&body).filter(|_| is_plain);
            if let Some((line, rest)) = line {
                notes.push(Note::taken(About::Title, line, "its first line"));
                return (line.to_owned(), rest.to_owned(), notes);
            }
            let name = of_path(&file.path);
            notes.push(Note::taken(
                About::Title,
                &name,
                "the name of the file: write a better one",
            ));
            (name, body, notes)
        }
    }
}

fn is_secondary(given: &str, format: Format) -> bool {
    let is_id = |c: char| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    format == Format::Html || given.chars().all(is_id)
}

fn without_marks(heading: &str) -> String {
    let bare: String = heading.chars().filter(|c| !matches!(c, '*' | '`')).collect();
    bare.trim().to_owned()
}

/// A file's name as words: that of its folder where it has none of its own.
fn of_path(path: &str) -> String {
    let mut parts = path.rsplit('/');
    let file = parts.next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let is_nameless = NAMELESS.contains(&stem.to_lowercase().as_str());
    let name = if is_nameless { parts.next().unwrap_or(stem) } else { stem };
    let name = notion::without_id(name).unwrap_or(name);
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}
