//! A line that was meant as the heading of a section and is none.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB246", "assumed-heading", Warn, "pb246_assumed_heading.md");

/// The first of `times` such lines, and how it is written as a heading.
pub fn read(place: Place, written: &str, heading: &str, times: usize) -> Diagnostic {
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
    RULE.at(place, message).label("not a heading as it stands").help(heading.to_owned())
}
