//! PB129 redirect: an old address is a plain path inside the site.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB129", "redirect", Error, "pb129_redirect.md");

/// Not a path inside the site.
pub fn unsafe_path(place: Place, found: &str, why: &'static str) -> Diagnostic {
    RULE.at(place, text!("{found} is no path inside the site: {why}", found, why = Text::from(why)))
        .label("not redirected")
        .help("write the path below the site's address: `workflows/NAME.html`")
}

/// Not an id that a page can have had.
pub fn unsafe_id(place: Place, found: &str, why: &'static str) -> Diagnostic {
    RULE.at(place, text!("{found} is no name of a file: {why}", found, why = Text::from(why)))
        .label("left out")
        .help("write the name that the file had, without its folder and `.md`")
}
