//! The text of a new page: front matter and the sections of its layer's
//! contract, with a hint in each as a comment that is never published.

use std::collections::BTreeMap;

use super::front_matter::written_value;
use crate::language::Language;

use crate::domain::{Kind, Layer, SectionName, fields_of, title_key};

/// What is known of the page to be written.
#[derive(Clone, Copy, Debug)]
pub struct Scaffold<'a> {
    /// The kind of the page.
    pub kind: Kind,
    /// Its title or name; empty when the writer has to find one.
    pub title: &'a str,
    /// Workflows and wanted pages: the layer; fluency when nothing is said.
    pub layer: Option<Layer>,
    /// The role it is for.
    pub role: Option<&'a str>,
    /// The job it does.
    pub job: Option<&'a str>,
    /// Jobs that the role has, to choose from where there is none.
    pub jobs: &'a [&'a str],
    /// Rungs of the data ladder, lowest first.
    pub ladder: &'a [String],
}

/// What somebody has said already of a page to be.
#[derive(Clone, Debug, Default)]
pub struct FilledIn {
    /// Values of front matter by their keys; one that is empty stays to be filled in.
    pub values: BTreeMap<&'static str, String>,
    /// The texts of sections.
    pub sections: BTreeMap<SectionName, String>,
}

/// The text of the file.
pub fn write(scaffold: &Scaffold<'_>, language: &Language) -> String {
    write_filled(scaffold, &FilledIn::default(), language)
}

/// The text of the file, with what is said of it already.
pub fn write_filled(scaffold: &Scaffold<'_>, filled: &FilledIn, language: &Language) -> String {
    let mut text = format!("---\n{}---\n", front_matter(scaffold, filled, language));
    if scaffold.kind == Kind::Workflow {
        let layer = scaffold.layer.unwrap_or(Layer::Fluency);
        let required = SectionName::required(layer, false);
        let others = filled.sections.keys().filter(|section| !required.contains(section));
        for section in required.iter().chain(others) {
            if let Some(written) = filled.sections.get(section) {
                let heading = language.heading(section.as_str());
                text.push_str(&format!("\n## {heading}\n\n{}\n", written.trim()));
                continue;
            }
            let hint = language.word(&format!("hint-{}", section.as_str())).to_owned();
            text.push_str(&format!("\n## {}\n\n<!-- {hint}", language.heading(section.as_str())));
            // A block to fill in begins on a line of its own.
            if let Some(block) = language.words.get(&format!("block-{}", section.as_str())) {
                text.push_str(&format!("\n{block}\n"));
            } else {
                text.push(' ');
            }
            // Hints are comments: a section that nobody filled in is thin, and is told as a gap.
            text.push_str("-->\n");
        }
    } else {
        let hint = format!("hint-kind-{}", scaffold.kind.folder());
        text.push_str(&format!("\n<!-- {} -->\n", language.word(&hint)));
    }
    text
}

/// Bytes of a proposed file name: something to type, and far below what systems take.
const MAX_NAME_BYTES: usize = 80;

/// A file name for a title: `Prepare a renewal call` is `prepare-a-renewal-call`.
pub fn file_name(title: &str) -> String {
    let word = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
    let dashed: String = title.to_lowercase().chars().map(word).collect();
    let words: Vec<&str> = dashed.split('-').filter(|word| !word.is_empty()).collect();
    let name = words.join("-");
    // In bytes, as systems count the names of their files.
    let end = name.floor_char_boundary(MAX_NAME_BYTES);
    name.get(..end).unwrap_or(&name).trim_end_matches('-').to_owned()
}

/// The keys that a new page has, each with its value or a hint.
fn front_matter(scaffold: &Scaffold<'_>, filled: &FilledIn, language: &Language) -> String {
    let fields = fields_of(scaffold.kind).into_iter().flatten();
    let lines = fields.filter_map(|field| {
        let said = filled.values.get(field.name).map(|value| written(value));
        let value = match said.or_else(|| known(scaffold, field.name)) {
            Some(value) => value,
            None => field.template?.to_owned(),
        };
        // What has a value explains itself.
        let hint = match value.as_str() {
            "" | "[]" if field.template.is_some() => hint(scaffold, field.name, language),
            _ => None,
        };
        let value = if value.is_empty() { value } else { format!(" {value}") };
        // On a line of its own: behind the key, whoever types before it leaves it in the text.
        let hint = hint.map(|hint| format!("# {hint}\n")).unwrap_or_default();
        Some(format!("{hint}{}:{value}\n", field.name))
    });
    lines.collect()
}

/// The value of a key, as far as it is known.
fn known(scaffold: &Scaffold<'_>, key: &str) -> Option<String> {
    match key {
        _ if key == title_key(scaffold.kind) => filled(scaffold.title),
        "roles" => Some(format!("[{}]", quoted(scaffold.role.unwrap_or("everyone")))),
        "layer" => Some(scaffold.layer.unwrap_or(Layer::Fluency).as_str().to_owned()),
        "job" => scaffold.job.and_then(filled),
        _ => None,
    }
}

fn written(value: &str) -> String {
    if value.is_empty() { String::new() } else { written_value(value) }
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| quoted(text))
}

/// What to write at a key: workflows explain each line.
fn hint(scaffold: &Scaffold<'_>, key: &str, language: &Language) -> Option<String> {
    let listed = |word: &str, key: &str, all: &str| language.fill(word, &[(key, &one_line(all))]);
    match key {
        "title" => Some(language.word("hint-title").to_owned()),
        "job" if !scaffold.jobs.is_empty() => {
            Some(listed("hint-job-of", "jobs", &scaffold.jobs.join(", ")))
        }
        "job" => Some(language.word("hint-job").to_owned()),
        _ if scaffold.kind != Kind::Workflow => None,
        "data" => Some(listed("hint-data", "ladder", &scaffold.ladder.join(", "))),
        _ => language.words.get(&format!("hint-{key}")).cloned(),
    }
}

/// A comment ends with its line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A JSON string is a YAML string, whatever is in it; plain words stay plain.
fn quoted(text: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || " -_".contains(letter);
    let starts_plain = text.chars().next().is_some_and(|first| first.is_ascii_alphabetic());
    if starts_plain && text.chars().all(is_plain) && text.trim() == text {
        text.to_owned()
    } else {
        serde_json::Value::String(text.to_owned()).to_string()
    }
}
