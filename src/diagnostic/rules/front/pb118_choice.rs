//! PB118 choice: a value is one of the words that its key takes.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB118", "choice", Error, "pb118_choice.md");

/// None of the words.
pub fn none(
    place: Place,
    key: &str,
    found: &str,
    near: Option<&str>,
    words: &[&str],
) -> Diagnostic {
    let diagnostic = RULE.at(place, text!("{found} is nothing that `{key}` takes", found, key));
    let all = text!("`{key}` takes {words}", key, words = words.join(", "));
    match near {
        Some(near) => diagnostic.label(text!("did you mean `{near}`?", near)).help(all),
        None => diagnostic.label("not one of its words").help(all),
    }
}
