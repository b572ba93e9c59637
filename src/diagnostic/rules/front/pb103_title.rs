//! PB103 title: a page needs a title of bearable length.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB103", "title", Error, "pb103_title.md");

/// No title. `is_known`: the page has a heading of its own, and the line with it is
/// shown.
pub fn missing(place: Place, noun: &'static str, key: &str, is_known: bool) -> Diagnostic {
    let found = RULE
        .at(
            place,
            text!("this {noun} has no `{key}`, so it is left out", noun = Text::from(noun), key),
        )
        .label(text!("add `{key}:`", key));
    match key {
        _ if is_known => found,
        "name" => found.help("write its name, as colleagues say it: `name: ...`"),
        _ => found.help("write what a reader gets done: `title: ...`"),
    }
}

/// A title as long as a paragraph.
pub fn too_long(place: Place, key: &str, length: usize, most: usize) -> Diagnostic {
    RULE.at(
        place,
        text!("this {key} has {length} characters; at most {most} are allowed", key, length, most),
    )
    .label("too long for a list, a tab or a link")
    .help("name the job in at most 80 characters and move the rest to `summary:`")
}
