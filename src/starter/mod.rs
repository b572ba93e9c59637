//! What a playbook begins with, as files by path: the choices of whoever starts one
//! enter, texts leave. The same choices give the same bytes. Deliberately absent:
//! writing them, and every date, since nothing has been done yet.

mod builtin;
mod choices;
mod fill;

use std::collections::BTreeMap;

use crate::domain::{Kind, schema_of, settings_schema};
use crate::language;

pub use builtin::FILES;
pub use choices::{Choices, Pipeline};
pub use fill::fields_guide;

use fill::fill;

/// Codes of the languages that there is a starter in.
pub fn languages() -> Vec<&'static str> {
    let shipped = language::shipped().iter().map(|it| it.code.as_str());
    let has_files = |code: &&str| {
        folders(code, None).iter().any(|it| FILES.iter().any(|(path, _)| path.starts_with(it)))
    };
    shipped.filter(has_files).collect()
}

/// The files of a new playbook, by their path in it.
pub fn files(choices: &Choices<'_>) -> BTreeMap<String, String> {
    let mut files = schemas();
    for folder in folders(choices.language, choices.pipeline) {
        for (path, text) in FILES {
            if let Some(path) = path.strip_prefix(folder.as_str()) {
                files.insert(path.to_owned(), fill(text, choices));
            }
        }
    }
    files
}

/// The folders of the starter that make up one playbook.
fn folders(language: &str, pipeline: Option<Pipeline>) -> Vec<String> {
    let mut folders = vec!["any/always/".to_owned(), format!("{language}/always/")];
    if let Some(pipeline) = pipeline {
        folders.push("any/pipeline/".to_owned());
        folders.push(format!("any/{}/", pipeline.folder()));
        folders.push(format!("{language}/{}/", pipeline.folder()));
    }
    folders
}

/// The schemas for editors, made of the same descriptions as the reader.
fn schemas() -> BTreeMap<String, String> {
    let codes: Vec<&str> = language::shipped().iter().map(|it| it.code.as_str()).collect();
    let kinds = Kind::WITH_FOLDER.into_iter().map(|kind| (kind.word(), schema_of(kind)));
    let all = kinds.chain([("settings", settings_schema(&codes))]);
    let place = |name| format!(".vscode/schemas/{name}.json");
    all.map(|(name, schema)| (place(name), format!("{schema:#}\n"))).collect()
}
