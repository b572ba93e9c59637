//! A merge that was never finished.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule};

pub const RULE: Rule = rule!("PB243", "merge-marker", Error, "pb243_merge_marker.md");

/// A page with more markers names the first of them.
const LISTED: usize = 12;

/// The lines that are markers. With `in_front`, the first is in the front matter.
pub fn found(place: Place, lines: &[usize], in_front: bool) -> Diagnostic {
    let numbers: Vec<String> = lines.iter().take(LISTED).map(ToString::to_string).collect();
    let where_they_are = match numbers.as_slice() {
        [only] => format!("line {only}"),
        _ if lines.len() > LISTED => {
            format!("lines {} and {} more", numbers.join(", "), lines.len() - LISTED)
        }
        [first @ .., last] => format!("lines {} and {last}", first.join(", ")),
        [] => "this line".to_owned(),
    };
    let found = RULE
        .at(
            place,
            format!(
                "two versions of this page were put together and never sorted out: {where_they_are}"
            ),
        )
        .label("git marks here where one version begins")
        .help(format!("keep what is right of the two versions, and delete {where_they_are}"));
    if in_front {
        found.help("until then the front matter is read as the first version has it")
    } else {
        found
    }
}
