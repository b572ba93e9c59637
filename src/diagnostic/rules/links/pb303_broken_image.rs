//! PB303: an image is not there.

use super::super::clip::shortened;
use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB303", "broken-image", Error, "pb303_broken_image.md");

/// `path` is what was looked for, from the root; `near` an image of a similar
/// name, as an address to write.
pub fn missing(place: Place, path: &str, near: Option<&str>) -> Diagnostic {
    let diagnostic = found(place, format!("\"{}\": there is no such image", shortened(path)));
    match near {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help("put the image into the folder of this file, and write its name"),
    }
}

/// A page where an image belongs.
pub fn page(place: Place, href: &str) -> Diagnostic {
    found(place, format!("\"{}\" is a page, not an image", shortened(href)))
        .help(format!("to link it, leave the `!` out: `[its text]({})`", shortened(href)))
}

fn found(place: Place, message: String) -> Diagnostic {
    RULE.at(place, message).label("its alternative text is shown instead")
}
