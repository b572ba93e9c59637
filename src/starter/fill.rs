//! The few places of the starter's files that depend on a choice or on the program:
//! `@NAME@` in a text, which nothing else there looks like.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::domain::fields_reference;

use super::builtin::FILES;
use super::choices::{Choices, Pipeline};

/// Sentences of the guide of all fields, by the English ones.
static GERMAN: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| toml::from_str(include_str!("fields/de.toml")).unwrap_or_default());

/// A file of the starter as it is written for these choices.
pub(super) fn fill(text: &str, choices: &Choices<'_>) -> String {
    let values = [
        ("@TITLE@", choices.title.to_owned()),
        ("@TITLE_QUOTED@", quoted(choices.title)),
        (
            "@REPOSITORY@",
            table("repository", choices.repository, "https://github.com/example/playbook"),
        ),
        ("@CONTACT@", table("contact", choices.contact, "mailto:playbook@example.com")),
        ("@PIPELINE@", about_pipeline(choices)),
        ("@FIELDS@", all_fields(choices.language)),
        ("@VERSION@", env!("CARGO_PKG_VERSION").to_owned()),
        ("@SOURCE@", env!("CARGO_PKG_REPOSITORY").to_owned()),
    ];
    let mut filled = String::new();
    let mut rest = text;
    // From the front, each once: what a value says is never taken for a place.
    while let Some((at, name, value)) = first(rest, &values) {
        filled.push_str(rest.get(..at).unwrap_or_default());
        filled.push_str(value);
        rest = rest.get(at + name.len()..).unwrap_or_default();
    }
    filled.push_str(rest);
    filled
}

/// All fields in a language; what is not translated is in English.
fn all_fields(language: &str) -> String {
    let say = |english: &str| {
        let german = GERMAN.get(english).filter(|_| language == "de");
        german.map_or_else(|| english.to_owned(), Clone::clone)
    };
    fields_reference(&say).trim_end().to_owned()
}

/// The guide of all fields, which any playbook can have made anew.
pub fn fields_guide(language: &str) -> String {
    let guide = FILES.iter().find(|(path, text)| {
        path.strip_prefix(language).is_some_and(|rest| rest.starts_with('/'))
            && text.contains("@FIELDS@")
    });
    let choices = Choices { title: "", language, pipeline: None, repository: None, contact: None };
    guide.map(|(_, text)| fill(text, &choices)).unwrap_or_default()
}

fn first<'a>(
    text: &str,
    values: &'a [(&'static str, String)],
) -> Option<(usize, &'static str, &'a str)> {
    let places =
        values.iter().filter_map(|(name, value)| Some((text.find(name)?, *name, value.as_str())));
    places.min_by_key(|(at, ..)| *at)
}

/// A table of `playbook.toml` with its address, or the same as a comment.
fn table(name: &str, url: Option<&str>, example: &str) -> String {
    match url {
        Some(url) => format!("[{name}]\nurl = {}", quoted(url)),
        None => format!("# [{name}]\n# url = {}", quoted(example)),
    }
}

/// A JSON string of one line is one of TOML too.
fn quoted(text: &str) -> String {
    serde_json::Value::String(text.to_owned()).to_string()
}

/// What the README says of the pipeline.
fn about_pipeline(choices: &Choices<'_>) -> String {
    let name = choices.pipeline.map_or("none", Pipeline::folder);
    let path = format!("{}/pipeline/{name}.md", choices.language);
    let text = FILES.iter().find(|(file, _)| *file == path).map(|(_, text)| *text);
    text.unwrap_or_default().trim_end().replace("@VERSION@", env!("CARGO_PKG_VERSION"))
}
