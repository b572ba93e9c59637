//! PB104 no-front-matter: a page starts with front matter.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB104", "no-front-matter", Error, "pb104_no_front_matter.md");

/// No front matter. `lines` are those to begin with: what is known of it, and forms.
pub fn missing(place: Place, noun: &'static str, lines: &str) -> Diagnostic {
    let noun = Text::from(noun);
    RULE.at(place, text!("this {noun} has no front matter, so it is left out", noun))
        .label("a line `---` belongs here")
        .help(text!("start the file with these lines, and fill them in:\n{lines}", lines))
}
