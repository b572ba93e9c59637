//! PB105 fence: front matter stands between two lines `---`.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB105", "fence", Warn, "pb105_fence.md");

/// The first line is missing.
pub fn no_opening(place: Place) -> Diagnostic {
    RULE.at(place, "the front matter has no `---` above it; it was assumed")
        .label("first line of the front matter")
        .help("write `---` on a line of its own above this line")
}

/// The last line is missing.
pub fn no_closing(place: Place, last: &str) -> Diagnostic {
    RULE.at(place, "the front matter has no `---` below it; it was assumed after this line")
        .label("last line of the front matter")
        .help(text!("write a line `---` below `{last}`", last = last.trim()))
}

/// Other signs where the line belongs, such as a long dash.
pub fn other_sign(place: Place, found: &str) -> Diagnostic {
    RULE.at(place, text!("`{found}` stands where `---` belongs; it was read so", found))
        .label("three hyphens")
}
