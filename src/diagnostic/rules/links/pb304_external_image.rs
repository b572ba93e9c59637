//! PB304: an image lies on another site.

use super::super::clip::shortened;
use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB304", "external-image", Warn, "pb304_external_image.md");

/// No page of a playbook asks another site for anything.
pub fn breach(place: Place, href: &str) -> Diagnostic {
    RULE.at(place, text!("\"{href}\" lies on another site", href = shortened(href)))
        .label("shown as a link with its alternative text")
        .help("save the image into the folder of this file, and write its name")
}
