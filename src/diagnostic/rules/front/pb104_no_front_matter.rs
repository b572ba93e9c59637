//! PB104 no-front-matter: a page starts with front matter.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB104", "no-front-matter", Error, "pb104_no_front_matter.md");

/// No front matter. `title` is the page's own heading, as a value.
pub fn missing(place: Place, noun: &str, key: &str, title: Option<&str>) -> Diagnostic {
    let found = RULE
        .at(place, format!("this {noun} has no front matter, so it is left out"))
        .label("a line `---` belongs here");
    match title {
        Some(title) => {
            found.help(format!("start the file with three lines:\n---\n{key}: {title}\n---"))
        }
        None => {
            found.help(format!("start the file with three lines: `---`, `{key}: ...` and `---`"))
        }
    }
}
