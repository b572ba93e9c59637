//! PB115 missing-part: an entry has the parts that give it a meaning.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB115", "missing-part", Error, "pb115_missing_part.md");

/// A key of a group that is not there.
pub fn missing(place: Place, of: &str, key: &str) -> Diagnostic {
    let list = of.split('[').next().unwrap_or(of);
    RULE.at(place, text!("this entry of `{list}` has no `{key}`, so it is left out", list, key))
        .label(format!("add `{key}:`"))
        .help(match key {
            "n" => "say how many cases were counted: `n: 12`".to_owned(),
            "date" => "say on which day it was: `date: 2026-03-14`".to_owned(),
            "result" => "say how it ended: `result: worked`, `adapted` or `failed`".to_owned(),
            "day" => "say on which day of the programme it is: `day: 30`".to_owned(),
            _ => format!("write `{key}: ...`"),
        })
}
