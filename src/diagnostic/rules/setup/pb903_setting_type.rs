//! PB903 setting-type: a setting has the form that it takes.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB903", "setting-type", Error, "pb903_setting_type.md");

/// Another type.
pub fn wrong(
    place: Place,
    key: &str,
    found: &str,
    wanted: &'static str,
    example: &str,
) -> Diagnostic {
    let name = key.rsplit('.').next().unwrap_or(key);
    RULE.at(
        place,
        text!(
            "`{key}` takes {wanted}, and this is {kind}",
            key,
            wanted = Text::from(wanted),
            kind = article(found)
        ),
    )
    .label(text!("{wanted} belongs here", wanted = Text::from(wanted)))
    .help(format!("{name} = {example}"))
}

/// A value where a table belongs.
pub fn no_table(place: Place, name: &str, found: &str) -> Diagnostic {
    RULE.at(place, text!("`{name}` is a table, and this is {kind}", name, kind = article(found)))
        .label("a table belongs here")
        .help(text!("write a line `[{name}]` and its settings below it", name))
}

fn article(found: &str) -> Text {
    match found {
        "string" => text!("text"),
        "boolean" => text!("true or false"),
        "integer" => text!("an integer"),
        "float" => text!("a number"),
        "array" => text!("a list"),
        "table" => text!("a table"),
        "datetime" => text!("a date"),
        _ => Text::verbatim(found),
    }
}
