//! PB502: a name in front matter stands for nothing.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB502", "unknown-reference", Error, "pb502_unknown_reference.md");

/// A name that stands for no page in `folder`; `known` lists those that are
/// there.
pub fn breach(
    place: Place,
    (noun, folder): (&'static str, &str),
    word: &str,
    near: Option<&str>,
    known: &str,
) -> Diagnostic {
    let noun = Text::from(noun);
    let diagnostic = RULE
        .at(place, text!("\"{word}\" is no {noun} of this playbook", word, noun = noun.clone()))
        .label("left out until it is there");
    let add = text!("add a file for it to `content/{folder}/`", folder);
    match near {
        Some(near) => diagnostic.help(text!("did you mean `{near}`?", near)),
        None if known.is_empty() => {
            diagnostic.help(text!("there is no {noun} yet: {add}", noun, add))
        }
        None => diagnostic.help(text!("write one of: {known}", known)).help(text!("or {add}", add)),
    }
}
