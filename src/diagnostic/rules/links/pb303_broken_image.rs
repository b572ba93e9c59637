//! PB303: an image is not there.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB303",
    name: "broken-image",
    severity: Severity::Error,
    docs: include_str!("pb303_broken_image.md"),
};

/// An image that is not there.
pub fn broken_image(place: Place, path: &str) -> Diagnostic {
    RULE.at(place, format!("no image at \"{path}\""))
        .label("its alternative text is shown instead")
        .help("put the image beside the page (`ID/index.md` with its images) and link it by name")
}
