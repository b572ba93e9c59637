//! Sources are changed byte by byte: one entry more, and nothing else, whatever the
//! front matter looks like; or nothing at all, with the reason.

mod repeats;
mod writing;

use playbook::config;
use playbook::document::DocumentSettings;
use playbook::domain::{Repeat, RepeatResult};
use playbook::edit::{self, Obstacle, PageSource};

const PATH: &str = "content/workflows/sales/page.md";

fn settings() -> DocumentSettings {
    let (config, _) = config::parse("[site]\ntitle = \"P\"\n");
    DocumentSettings::of(&config.unwrap())
}

fn repeat() -> Repeat {
    Repeat {
        who: "Ben Adler, support".to_owned(),
        n: 1,
        date: jiff::civil::date(2026, 11, 3),
        result: RepeatResult::Worked,
        note: None,
    }
}

/// The bytes of a page with the repeat of Ben Adler.
fn repeated(page: &[u8]) -> Result<Vec<u8>, Obstacle> {
    let settings = settings();
    edit::add_repeat(&PageSource { path: PATH, bytes: page, settings: &settings }, &repeat())
}

/// What a change does to the lines of a text: `-` for what goes, `+` for what comes.
fn diff(before: &[u8], after: &[u8]) -> String {
    let changed = edit::changed_lines(before, after);
    let removed = changed.removed.iter().map(|line| format!("-{line}\n"));
    removed.chain(changed.added.iter().map(|line| format!("+{line}\n"))).collect()
}
