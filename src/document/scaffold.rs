//! The text of a new page: front matter and the sections of its layer's
//! contract, with a hint in each as a comment that is never published.

use crate::language::Language;

use super::kind::{Kind, Layer};
use super::section::SectionName;

/// What is known of the page to be written.
#[derive(Clone, Copy, Debug)]
pub struct Scaffold<'a> {
    /// Its kind.
    pub kind: Kind,
    /// Its title or name.
    pub title: &'a str,
    /// Workflows and wanted pages: the layer; fluency when nothing is said.
    pub layer: Option<Layer>,
    /// The role it is for.
    pub role: Option<&'a str>,
    /// The job it does.
    pub job: Option<&'a str>,
    /// Whether to say in each section what belongs there.
    pub with_hints: bool,
}

/// The text of the file.
pub fn write(scaffold: &Scaffold<'_>, language: &Language) -> String {
    let mut text = format!("---\n{}---\n", front_matter(scaffold));
    if scaffold.kind == Kind::Workflow {
        let layer = scaffold.layer.unwrap_or(Layer::Fluency);
        for section in SectionName::required(layer, false) {
            text.push_str(&format!("\n## {}\n", language.heading(section.key())));
            let hint = format!("hint-{}", section.key());
            if scaffold.with_hints {
                text.push_str(&format!("\n<!-- {} -->\n", language.word(&hint)));
            }
        }
    } else if scaffold.with_hints {
        let hint = format!("hint-kind-{}", scaffold.kind.folder());
        text.push_str(&format!("\n<!-- {} -->\n", language.word(&hint)));
    }
    text
}

/// A file name for a title: `Prepare a renewal call` is `prepare-a-renewal-call`.
pub fn file_name(title: &str) -> String {
    let word = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
    let dashed: String = title.to_lowercase().chars().map(word).collect();
    let words: Vec<&str> = dashed.split('-').filter(|word| !word.is_empty()).collect();
    words.join("-").chars().take(80).collect::<String>().trim_end_matches('-').to_owned()
}

fn front_matter(scaffold: &Scaffold<'_>) -> String {
    let title = quoted(scaffold.title);
    let role = quoted(scaffold.role.unwrap_or("everyone"));
    let layer = scaffold.layer.unwrap_or(Layer::Fluency).as_str();
    let job = scaffold.job.map_or_else(String::new, |job| format!("job: {}\n", quoted(job)));
    match scaffold.kind {
        Kind::Workflow => format!(
            "title: {title}\nsummary:\nroles: [{role}]\nlayer: {layer}\n{job}owner:\ndata:\nverified:\ntools: []\n"
        ),
        Kind::Role => format!("name: {title}\nsummary:\naliases: []\npriorities: []\n"),
        Kind::Layer | Kind::Home => format!("name: {title}\nsummary:\n"),
        Kind::Tool => {
            format!("name: {title}\nsummary:\nstatus: pilot\ndata_max: public\ngood_for: []\n")
        }
        Kind::Person => format!("name: {title}\nroles: [{role}]\nask:\n"),
        Kind::Collection => format!(
            "title: {title}\nsummary:\nroles: [{role}]\ncurator:\ndays: 60\ntarget_behaviours: []\ncheckpoints: []\nbecause: nobody has filled it in yet\n"
        ),
        Kind::Drill => format!("title: {title}\nroles: [{role}]\nmade_up: true\n"),
        Kind::Wanted => {
            format!("title: {title}\nroles: [{role}]\nlayer: {layer}\n{job}why:\nseen: 1\n")
        }
        Kind::Guide => format!("title: {title}\nsummary:\n"),
    }
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
