//! PB902 unknown-setting: every setting is one that does something.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB902", "unknown-setting", Error, "pb902_unknown_setting.md");

/// A key that its table does not have.
pub fn in_table(
    place: Place,
    key: &str,
    table: &str,
    near: Option<&str>,
    elsewhere: Option<&str>,
    known: &[&str],
) -> Diagnostic {
    let found = RULE.at(place, text!("`{key}` is no setting of `[{table}]`", key, table));
    match (near, elsewhere) {
        (_, Some(elsewhere)) => {
            found.label("another table").help(text!("move it below `[{elsewhere}]`", elsewhere))
        }
        (Some(near), None) => found
            .label(text!("did you mean `{near}`?", near))
            .help(text!("write `{near} = ...`", near)),
        (None, None) => found.label("unknown").help(text!(
            "`[{table}]` takes {known}",
            table,
            known = known.join(", ")
        )),
    }
}

/// A setting that did something once. A branch that is previewed brings its own
/// settings, so what must not be theirs to say is typed.
pub fn gone(place: Place, path: &str, instead: &'static str) -> Diagnostic {
    let found = RULE.at(place, text!("`{path}` does nothing any more", path));
    found.label("not for settings to say").help(instead)
}

/// A table that does not exist.
pub fn table(place: Place, name: &str, near: Option<&str>, known: &[&str]) -> Diagnostic {
    let found = RULE.at(place, text!("there is no `[{name}]`", name));
    match near {
        Some(near) => found
            .label(text!("did you mean `[{near}]`?", near))
            .help(text!("write `[{near}]`", near)),
        None => {
            found.label("unknown").help(text!("the tables are {known}", known = known.join(", ")))
        }
    }
}

/// A key above the first table.
pub fn outside(place: Place, key: &str, table: Option<&str>) -> Diagnostic {
    let found = RULE.at(place, text!("`{key}` stands above the first table", key));
    match table {
        Some(table) => {
            found.label("in no table").help(text!("move it below a line `[{table}]`", table))
        }
        None => found.label("unknown").help("delete it: no table has such a setting"),
    }
}
