//! PB304: an image lies on another site.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB304",
    name: "external-image",
    severity: Severity::Warn,
    docs: include_str!("pb304_external_image.md"),
};

/// An image of another site: no page asks another site for anything.
pub fn external_image(place: Place) -> Diagnostic {
    RULE.at(place, "this image lies on another site")
        .label("shown as a link with its alternative text")
        .help("save the image beside the page and link it by name")
}
