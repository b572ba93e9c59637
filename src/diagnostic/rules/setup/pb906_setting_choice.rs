//! PB906 setting-choice: a setting is one of the words that it takes.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

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
    let label = match quoted.split_last() {
        Some((last, others)) if !others.is_empty() => {
            text!("{others} or {last}", others = others.join(", "), last)
        }
        _ => Text::verbatim(quoted.join(", ")),
    };
    let message =
        RULE.at(place, text!("\"{found}\" is nothing that `{key}` takes", found, key)).label(label);
    match near {
        Some(near) => message.help(format!("{name} = \"{near}\"")),
        None => message.help(text!("write one of them: `{name} = ...`", name)),
    }
}
