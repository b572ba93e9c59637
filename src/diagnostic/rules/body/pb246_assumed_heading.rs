//! A line that was meant as the heading of a section and is none.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB246", "assumed-heading", Warn, "pb246_assumed_heading.md");

/// Such lines: how the first is written, and of each where it is and what it is as a heading.
pub fn read(place: Place, written: &str, headings: &[(usize, &str)]) -> Diagnostic {
    let times = headings.len();
    let written = clip(written);
    let message = match times {
        0 | 1 => text!("`{written}` is read as the heading of a section", written),
        2 => text!("`{written}` and 1 more line are read as headings of sections", written),
        _ => text!(
            "`{written}` and {more} more lines are read as headings of sections",
            written,
            more = times - 1
        ),
    };
    let found = RULE.at(place, message).label("not a heading as it stands");
    let (1, Some((_, heading))) = (times, headings.first()) else {
        let line = |(line, heading): &(usize, &str)| {
            text!("line {line}: {heading}", line = *line, heading = *heading)
        };
        return headings.iter().map(line).fold(found, Diagnostic::help);
    };
    found.help((*heading).to_owned())
}
