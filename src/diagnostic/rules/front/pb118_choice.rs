//! PB118 choice: a value is one of the words that its key takes.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB118", "choice", Error, "pb118_choice.md");

/// None of the words.
pub fn none(
    place: Place,
    key: &str,
    found: &str,
    near: Option<&str>,
    words: &[&str],
) -> Diagnostic {
    let diagnostic = RULE.at(place, format!("{found} is nothing that `{key}` takes"));
    let all = format!("`{key}` takes {}", words.join(", "));
    match near {
        Some(near) => diagnostic.label(format!("did you mean `{near}`?")).help(all),
        None => diagnostic.label("not one of its words").help(all),
    }
}
