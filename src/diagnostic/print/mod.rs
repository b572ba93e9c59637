//! Shows diagnostics: to a person, or to a program. Diagnostics and the texts
//! that they point into enter; one string leaves. Deliberately absent: where it
//! goes, and how many of them are shown.

mod excerpt;
mod forges;
mod human;
mod json;

pub use excerpt::visible;
pub use forges::{azure, github, gitlab};
pub use human::{Style, human, summary};
pub use json::{Owner, json};

use super::{Diagnostic, Location, Place, Severity, SourceMap};

/// Finds the text of a file by its path.
pub type Lookup<'a> = dyn Fn(&str) -> Option<&'a SourceMap> + 'a;

/// How many there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Messages about what is wrong.
    pub error: usize,
    /// Messages about what is missing.
    pub gap: usize,
    /// Messages about what was repaired, and advice.
    pub warn: usize,
}

/// Counts messages by their severity.
pub fn counts<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Counts {
    let mut counts = Counts::default();
    for diagnostic in diagnostics {
        match diagnostic.severity {
            Severity::Error => counts.error += 1,
            Severity::Gap => counts.gap += 1,
            Severity::Warn => counts.warn += 1,
        }
    }
    counts
}

/// Where a place is; the file's start when its text is not at hand.
fn locate(place: &Place, lookup: &Lookup<'_>) -> Location {
    match lookup(&place.path) {
        Some(map) => map.locate(&place.at),
        None => Location { line: 1, column: 1, range: 0..0 },
    }
}
