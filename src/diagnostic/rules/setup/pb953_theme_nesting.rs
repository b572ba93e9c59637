//! Templates and components that call one another in a circle, or too deep.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB953", "theme-nesting", Error, "pb953_theme_nesting.md");

/// The names of a circle, the first one again at its end.
pub fn circle(place: Place, names: &[String]) -> Diagnostic {
    let diagnostic = RULE
        .at(place, text!("template: goes round in a circle: {names}", names = names.join(" -> ")));
    match names {
        [name, again] if name == again && !name.starts_with('<') => diagnostic
            .help(text!("extend `default/{name}`, the built-in template of the same name", name)),
        _ => diagnostic,
    }
}

/// More levels than `most`.
pub fn deep(place: Place, most: usize) -> Diagnostic {
    RULE.at(
        place,
        text!("template: more than {most} templates and components in one another", most),
    )
}
