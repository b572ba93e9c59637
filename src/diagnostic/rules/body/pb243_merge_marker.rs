//! A merge that was never finished.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB243", "merge-marker", Error, "pb243_merge_marker.md");

/// A page with more markers names the first of them.
const LISTED: usize = 12;

/// The lines that are markers. With `in_front`, the first is in the front matter.
pub fn found(place: Place, lines: &[usize], in_front: bool) -> Diagnostic {
    let numbers: Vec<String> = lines.iter().take(LISTED).map(ToString::to_string).collect();
    let where_they_are = match numbers.as_slice() {
        [only] => text!("line {only}", only),
        _ if lines.len() > LISTED => text!(
            "lines {numbers} and {more} more",
            numbers = numbers.join(", "),
            more = lines.len() - LISTED
        ),
        [first @ .., last] => text!("lines {first} and {last}", first = first.join(", "), last),
        [] => text!("this line"),
    };
    let found = RULE
        .at(
            place,
            text!("two versions of this page were put together and never sorted out: {where_they_are}", where_they_are = where_they_are.clone()),
        )
        .label("git marks here where one version begins")
        .help(text!("keep what is right of the two versions, and delete {where_they_are}", where_they_are));
    if in_front {
        found.help("until then the front matter is read as the first version has it")
    } else {
        found
    }
}
