//! PB115 missing-part: an entry has the parts that give it a meaning.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB115", "missing-part", Error, "pb115_missing_part.md");

/// A key of a group that is not there; `form` is the key with a blank to fill in.
pub fn missing(place: Place, of: &str, key: &str, form: &str) -> Diagnostic {
    let list = of.split('[').next().unwrap_or(of);
    let say = match key {
        "n" => "say how many cases were counted",
        "date" => "say on which day it was",
        "result" => "say how it ended",
        "day" => "say on which day of the programme it is",
        _ => "write it, with what is true",
    };
    RULE.at(place, format!("this entry of `{list}` has no `{key}`, so it is left out"))
        .label(format!("add `{key}:`"))
        .help(format!("{say}: `{form}`"))
}
