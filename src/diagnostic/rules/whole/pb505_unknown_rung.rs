//! PB505: a word is no rung of the data ladder.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB505", "unknown-rung", Error, "pb505_unknown_rung.md");

/// A word that is not on the data ladder.
pub fn breach(
    place: Place,
    key: &str,
    word: &str,
    near: Option<&str>,
    ladder: &[String],
) -> Diagnostic {
    let found = RULE.at(place, text!("\"{word}\" is no rung of the data ladder", word));
    let all = text!("`{key}` takes {words}", key, words = ladder.join(", "));
    match near {
        Some(near) => found
            .label(text!("did you mean `{near}`?", near))
            .help(format!("{key}: {near}"))
            .help(all),
        None => found.label("not one of its rungs").help(all),
    }
}
