//! `playbook schema`: what may stand in front matter and in `playbook.toml`, as a
//! JSON Schema for editors and programs, or as a page for writers.

use crate::domain::{Kind, fields_reference, schema_of, settings_schema};
use crate::language;

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
}

const SETTINGS: &str = "settings";

fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> = Kind::WITH_FOLDER.into_iter().map(Kind::word).collect();
    names.extend([Kind::Home.word(), SETTINGS]);
    names
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Exit {
    if args.guide {
        terminal.answer(guide().trim_end());
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

/// A guide that any playbook can keep: `playbook schema --guide > content/guides/all-fields.md`.
fn guide() -> String {
    format!(
        "---\ntitle: All fields\nsummary: Every key that the first lines of a page may have, with an example.\n\
         order: 90\nkeywords: [front matter, metadata, keys, YAML]\n---\n\n\
         The first lines of a page stand between two lines of `---`: one `key: value` each. A key that a \
         page does not need is left out.\n\n{}",
        fields_reference()
    )
}
