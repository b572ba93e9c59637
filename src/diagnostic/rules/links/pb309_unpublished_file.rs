//! PB309: a link leads to a file that is there, and is no part of the site.

use super::super::clip::shortened;
use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB309", "unpublished-file", Error, "pb309_unpublished_file.md");

/// A link to a README, which tells people of its folder and is no page.
pub fn readme(place: Place, path: &str) -> Diagnostic {
    told(
        place,
        text!("\"{path}\" is there, but a README is never published", path = shortened(path)),
    )
    .help("if it is a page, rename it to `index.md` and write that; if not, link another page")
}

/// A link to a file that is neither a page nor a download.
pub fn stray(place: Place, path: &str) -> Diagnostic {
    told(place, text!("\"{path}\" is there, but not published", path = shortened(path)))
        .help("do what the message about that file says, or delete this link")
}

fn told(place: Place, message: Text) -> Diagnostic {
    RULE.at(place, message).label("shown as plain text until it is")
}
