//! PB115 missing-part: an entry has the parts that give it a meaning.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB115", "missing-part", Error, "pb115_missing_part.md");

/// A key of a group that is not there; `form` is the key with a blank to fill in.
pub fn missing(place: Place, of: &str, key: &str, form: &str) -> Diagnostic {
    let list = of.split('[').next().unwrap_or(of);
    let help = match key {
        "n" => text!("say how many cases were counted: `{form}`", form),
        "date" => text!("say on which day it was: `{form}`", form),
        "result" => text!("say how it ended: `{form}`", form),
        "day" => text!("say on which day of the programme it is: `{form}`", form),
        _ => text!("write it, with what is true: `{form}`", form),
    };
    RULE.at(place, text!("this entry of `{list}` has no `{key}`, so it is left out", list, key))
        .label(text!("add `{key}:`", key))
        .help(help)
}
