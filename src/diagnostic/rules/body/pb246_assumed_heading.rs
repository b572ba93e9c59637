//! A line that was meant as the heading of a section and is none.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule};

pub const RULE: Rule = rule!("PB246", "assumed-heading", Warn, "pb246_assumed_heading.md");

/// The first of `times` such lines, and how it is written as a heading.
pub fn read(place: Place, written: &str, heading: &str, times: usize) -> Diagnostic {
    let more = match times {
        0 | 1 => " is read as the heading of a section".to_owned(),
        2 => " and 1 more line are read as headings of sections".to_owned(),
        _ => format!(" and {} more lines are read as headings of sections", times - 1),
    };
    RULE.at(place, format!("`{}`{more}", clip(written)))
        .label("not a heading as it stands")
        .help(heading)
}
