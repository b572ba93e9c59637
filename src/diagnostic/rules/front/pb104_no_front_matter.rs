//! PB104 no-front-matter: a page starts with front matter.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB104", "no-front-matter", Error, "pb104_no_front_matter.md");

/// No front matter. `title` is the page's own heading, as a value.
pub fn missing(place: Place, noun: &'static str, key: &str, title: Option<&str>) -> Diagnostic {
    let found = RULE
        .at(
            place,
            text!("this {noun} has no front matter, so it is left out", noun = Text::from(noun)),
        )
        .label("a line `---` belongs here");
    match title {
        Some(title) => found.help(text!(
            "start the file with three lines:\n---\n{key}: {title}\n---",
            key,
            title
        )),
        None => {
            found.help(text!("start the file with three lines: `---`, `{key}: ...` and `---`", key))
        }
    }
}
