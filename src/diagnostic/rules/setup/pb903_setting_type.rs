//! PB903 setting-type: a setting has the form that it takes.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB903", "setting-type", Error, "pb903_setting_type.md");

/// Another type.
pub fn wrong(place: Place, key: &str, found: &str, wanted: &str, example: &str) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    RULE.at(place, format!("`{key}` takes {wanted}, and this is {}", article(found)))
        .label(format!("{wanted} belongs here"))
        .help(format!("{name} = {example}"))
}

/// A value where a table belongs.
pub fn no_table(place: Place, name: &str, found: &str) -> Diagnostic {
    RULE.at(place, format!("`{name}` is a table, and this is {}", article(found)))
        .label("a table belongs here")
        .help(format!("write a line `[{name}]` and its settings below it"))
}

fn article(found: &str) -> String {
    match found {
        "string" => "text".to_owned(),
        "boolean" => "true or false".to_owned(),
        "integer" | "array" => format!("an {found}"),
        _ => format!("a {found}"),
    }
}
