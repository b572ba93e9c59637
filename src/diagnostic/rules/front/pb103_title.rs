//! PB103 title: a page needs a title of bearable length.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB103", "title", Error, "pb103_title.md");

/// No title.
pub fn missing(place: Place, noun: &str, key: &str) -> Diagnostic {
    let example = if key == "name" { "Customer success" } else { "Renewal prep from CRM notes" };
    RULE.at(place, text!("this {noun} has no `{key}`, so it is left out", noun, key))
        .label(format!("add `{key}:`"))
        .help(format!("{key}: {example}"))
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
