//! PB307: a link begins at the root of a server.

use super::super::clip::shortened;
use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB307", "link-from-root", Error, "pb307_link_from_root.md");

/// A link that begins with `/`; `near` is the page that is probably meant, or any, as
/// an address to write.
pub fn breach(place: Place, href: &str, near: Option<&str>) -> Diagnostic {
    let diagnostic = RULE
        .at(
            place,
            text!("\"{href}\" begins with `/`, the top of a web server", href = shortened(href)),
        )
        .label("shown as plain text");
    match near {
        Some(near) => diagnostic.help(text!("write it from this file, as in `{near}`", near)),
        None => diagnostic.help("write the way from this file to the other one"),
    }
}
