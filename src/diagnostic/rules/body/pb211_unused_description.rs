//! A description belongs to a blank of its prompt.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, nearest, rule, text};

pub const RULE: Rule = rule!("PB211", "unused-description", Warn, "pb211_unused_description.md");

/// A description of a blank that the prompt does not have.
pub fn of(place: Place, name: &str, known: &[String]) -> Diagnostic {
    let found = RULE.at(place, text!("\"{name}\": the prompt above has no such blank", name));
    match nearest(name, known.iter().map(String::as_str)) {
        Some(near) => found.label("described here").help(text!("did you mean `{near}`?", near)),
        None => found.label("described here").help(text!(
            "write {{{name}}} in the prompt where it belongs, or drop this line",
            name
        )),
    }
}
