//! A `#` heading above the sections hides them.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB240", "heading-above", Warn, "pb240_heading_above.md");

/// A heading that says what the page is about.
pub fn title(place: Place, heading: &str) -> Diagnostic {
    let heading = clip(heading);
    let message = text!("`# {heading}` stands above the sections, so they were not seen", heading);
    RULE.at(place, message)
        .label("one `#` is above `##`, so each section counts as a part of this one")
        .help("delete that line; the title is at the top already")
}

/// A heading that is a section's own; `name` is how it is written.
pub fn section(place: Place, heading: &str, name: &str) -> Diagnostic {
    let message = text!(
        "`# {heading}` has one `#`, so the sections below it were not seen",
        heading = clip(heading)
    );
    RULE.at(place, message)
        .label("one `#` is above `##`, so each section counts as a part of this one")
        .help(format!("## {name}"))
}
