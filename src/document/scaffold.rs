//! The text of a new page: front matter and the sections of its layer's
//! contract, with a hint in each as a comment that is never published.

use crate::language::Language;

use crate::domain::SectionName;
use crate::domain::{Kind, Layer};

/// What is known of the page to be written.
#[derive(Clone, Copy, Debug)]
pub struct Scaffold<'a> {
    /// Its kind.
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

/// The text of the file.
pub fn write(scaffold: &Scaffold<'_>, language: &Language) -> String {
    let mut text = format!("---\n{}---\n", front_matter(scaffold, language));
    if scaffold.kind == Kind::Workflow {
        let layer = scaffold.layer.unwrap_or(Layer::Fluency);
        for section in SectionName::required(layer, false) {
            let hint = language.word(&format!("hint-{}", section.key())).to_owned();
            text.push_str(&format!("\n## {}\n\n<!-- {hint}", language.heading(section.key())));
            // A block to fill in begins on a line of its own.
            if let Some(block) = language.words.get(&format!("block-{}", section.key())) {
                text.push_str(&format!("\n{block}\n"));
            } else {
                text.push(' ');
            }
            text.push_str("-->\n");
        }
    } else {
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

fn front_matter(scaffold: &Scaffold<'_>, language: &Language) -> String {
    let title = match scaffold.title {
        "" => format!(" # {}", language.word("hint-title")),
        title => quoted(title),
    };
    let role = quoted(scaffold.role.unwrap_or("everyone"));
    let layer = scaffold.layer.unwrap_or(Layer::Fluency).as_str();
    let hint = |key: &str| language.word(key).to_owned();
    let job = match (scaffold.job, scaffold.jobs) {
        (Some(job), _) => quoted(job),
        (None, []) => format!(" # {}", hint("hint-job")),
        (None, jobs) => {
            format!(" # {}", language.fill("hint-job-of", &[("jobs", &one_line(&jobs.join(", ")))]))
        }
    };
    match scaffold.kind {
        Kind::Workflow => {
            let ladder = one_line(&scaffold.ladder.join(", "));
            let data = language.fill("hint-data", &[("ladder", &ladder)]);
            let (summary, owner) = (hint("hint-summary"), hint("hint-owner"));
            let (verified, tools) = (hint("hint-verified"), hint("hint-tools"));
            format!(
                "title: {title}\nsummary:  # {summary}\nroles: [{role}]\nlayer: {layer}\njob: {job}\n\
                 owner:  # {owner}\ndata:  # {data}\nverified:  # {verified}\ntools: []  # {tools}\n"
            )
        }
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
            format!("title: {title}\nroles: [{role}]\nlayer: {layer}\njob: {job}\nwhy:\nseen: 1\n")
        }
        Kind::Guide => format!("title: {title}\nsummary:\n"),
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
