//! PB906 setting-choice: a setting is one of the words that it takes.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB906", "setting-choice", Error, "pb906_setting_choice.md");

/// None of the words.
pub fn none(
    place: Place,
    key: &str,
    found: &str,
    near: Option<&str>,
    words: &[&str],
) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    let message = RULE
        .at(place, format!("\"{found}\" is nothing that `{key}` takes"))
        .label(quoted.join(" or "));
    match near {
        Some(near) => message.help(format!("{name} = \"{near}\"")),
        None => message.help(format!("write one of them: `{name} = ...`")),
    }
}
