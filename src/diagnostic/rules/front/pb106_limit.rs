//! PB106 limit: front matter keeps within its limits.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB106", "limit", Error, "pb106_limit.md");

/// Too many bytes.
pub fn size(place: Place, bytes: usize, most: u64) -> Diagnostic {
    RULE.at(
        place,
        text!("the front matter has {bytes} bytes; at most {most} are allowed", bytes, most),
    )
    .label("starts here")
    .help("move long texts into the body of the page")
}

/// Lists within lists.
pub fn nesting(place: Place, most: u32) -> Diagnostic {
    RULE.at(place, text!("more than {most} lists or groups inside one another", most))
        .label("too deep")
        .help("no key needs more than two; put text that begins with a bracket in double quotes")
}

/// A second front matter.
pub fn two_documents(place: Place) -> Diagnostic {
    RULE.at(place, "a second front matter; only the first one counts")
        .label("not read")
        .help("move these keys up into the first front matter, or delete them")
}
