//! `playbook schema`: what may stand in front matter and in `playbook.toml`, as a
//! JSON Schema for editors and programs, or as a page for writers.

use crate::domain::{Kind, schema_of, settings_schema};
use crate::language;
use crate::starter;

use super::exit::Exit;
use super::terminal::Terminal;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Whose front matter; `settings` for playbook.toml
    #[arg(value_parser = names(), required_unless_present = "guide")]
    of: Option<String>,
    /// Print a guide for writers instead: every field of every kind
    #[arg(long, conflicts_with = "of")]
    guide: bool,
    /// The language of the guide's own words
    #[arg(long, requires = "guide", default_value = "en", value_parser = starter::languages())]
    language: String,
}

const SETTINGS: &str = "settings";

fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> = Kind::WITH_FOLDER.into_iter().map(Kind::word).collect();
    names.extend([Kind::Home.word(), SETTINGS]);
    names
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Exit {
    if args.guide {
        // A guide that any playbook can keep: `> content/guides/all-fields.md`.
        terminal.answer(starter::fields_guide(&args.language).trim_end());
        return Exit::Done;
    }
    let kind = args.of.as_deref().and_then(Kind::of_word);
    let schema = match kind {
        Some(kind) => schema_of(kind),
        None => {
            let codes: Vec<&str> = language::shipped().iter().map(|it| it.code.as_str()).collect();
            settings_schema(&codes)
        }
    };
    terminal.answer(&format!("{schema:#}"));
    Exit::Done
}
