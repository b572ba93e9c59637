//! PB502: a name in front matter stands for nothing.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB502", "unknown-reference", Error, "pb502_unknown_reference.md");

/// A name that stands for no page in `folder`; `known` lists those that are
/// there.
pub fn breach(
    place: Place,
    (noun, folder): (&str, &str),
    word: &str,
    near: Option<&str>,
    known: &str,
) -> Diagnostic {
    let diagnostic = RULE
        .at(place, format!("\"{word}\" is no {noun} of this playbook"))
        .label("left out until it is there");
    let add = format!("add a file for it to `content/{folder}/`");
    match near {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None if known.is_empty() => diagnostic.help(format!("there is no {noun} yet: {add}")),
        None => diagnostic.help(format!("write one of: {known}")).help(format!("or {add}")),
    }
}
