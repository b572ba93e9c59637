//! PB303: an image is not there.

use super::super::clip::shortened;
use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB303", "broken-image", Error, "pb303_broken_image.md");

/// `path` is what was looked for, from the root; `near` an image of a similar
/// name, as an address to write.
pub fn missing(place: Place, path: &str, near: Option<&str>) -> Diagnostic {
    let diagnostic =
        found(place, text!("\"{path}\": there is no such image", path = shortened(path)));
    match near {
        Some(near) => diagnostic.help(text!("did you mean `{near}`?", near)),
        None => diagnostic.help("put the image into the folder of this file, and write its name"),
    }
}

/// A page where an image belongs.
pub fn page(place: Place, href: &str) -> Diagnostic {
    found(place, text!("\"{href}\" is a page, not an image", href = shortened(href)))
        .help(text!("to link it, leave the `!` out: `[its text]({href})`", href = shortened(href)))
}

fn found(place: Place, message: Text) -> Diagnostic {
    RULE.at(place, message).label("its alternative text is shown instead")
}
