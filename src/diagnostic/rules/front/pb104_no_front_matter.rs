//! PB104 no-front-matter: a page starts with front matter.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB104", "no-front-matter", Error, "pb104_no_front_matter.md");

/// No front matter.
pub fn missing(place: Place, noun: &str, key: &str) -> Diagnostic {
    RULE.at(place, text!("this {noun} has no front matter, so it is left out", noun))
        .label("a line `---` belongs here")
        .help(text!("start the file with three lines: `---`, `{key}: ...` and `---`", key))
}
