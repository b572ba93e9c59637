//! PB902 unknown-setting: every setting is one that does something.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

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
    let found = RULE.at(place, format!("`{key}` is no setting of `[{table}]`"));
    match (near, elsewhere) {
        (_, Some(elsewhere)) => {
            found.label("another table").help(format!("move it below `[{elsewhere}]`"))
        }
        (Some(near), None) => {
            found.label(format!("did you mean `{near}`?")).help(format!("write `{near} = ...`"))
        }
        (None, None) => {
            found.label("unknown").help(format!("`[{table}]` takes {}", known.join(", ")))
        }
    }
}

/// A setting that did something once. A branch that is previewed brings its own
/// settings, so what must not be theirs to say is typed.
pub fn gone(place: Place, path: &str, instead: &'static str) -> Diagnostic {
    let found = RULE.at(place, format!("`{path}` does nothing any more"));
    found.label("not for settings to say").help(instead)
}

/// A table that does not exist.
pub fn table(place: Place, name: &str, near: Option<&str>, known: &[&str]) -> Diagnostic {
    let found = RULE.at(place, format!("there is no `[{name}]`"));
    match near {
        Some(near) => {
            found.label(format!("did you mean `[{near}]`?")).help(format!("write `[{near}]`"))
        }
        None => found.label("unknown").help(format!("the tables are {}", known.join(", "))),
    }
}

/// A key above the first table.
pub fn outside(place: Place, key: &str, table: Option<&str>) -> Diagnostic {
    let found = RULE.at(place, format!("`{key}` stands above the first table"));
    match table {
        Some(table) => found.label("in no table").help(format!("move it below a line `[{table}]`")),
        None => found.label("unknown").help("delete it: no table has such a setting"),
    }
}
