//! Lines with the bullets or numbers of a word processor, which are no list as they stand.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB251", "assumed-list", Warn, "pb251_assumed_list.md");

/// The first of `times` such lines.
pub fn read(place: Place, written: &str, times: usize) -> Diagnostic {
    let written = clip(&written.split_whitespace().collect::<Vec<_>>().join(" "));
    let message = match times {
        0 | 1 => text!("`{written}` is read as an item of a list", written),
        2 => text!("`{written}` and 1 more line are read as a list", written),
        _ => {
            text!("`{written}` and {more} more lines are read as a list", written, more = times - 1)
        }
    };
    RULE.at(place, message).label("no list as it stands")
}
