//! PB501: two files want one address.

use super::super::{Diagnostic, Place, Rule, Severity};
use crate::diagnostic::At;

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB501",
    name: "address-collision",
    severity: Severity::Error,
    docs: include_str!("pb501_address_collision.md"),
};

/// Two sources with one address; `other` is absent when the generator itself
/// makes a page there. The first by path keeps it.
pub fn address_collision(
    place: Place,
    route: &dyn std::fmt::Display,
    other: Option<Place>,
) -> Diagnostic {
    let Some(other) = other else {
        return RULE
            .at(place, format!("the address \"{route}\" belongs to a page that is made by itself"))
            .help("rename this file");
    };
    let what = if matches!(place.at, At::File) { "this file is" } else { "this address is" };
    RULE.at(place, format!("\"{route}\" is also the address of {}", other.path))
        .label(format!("{what} left out"))
        .help("rename one of the two: an address differs by more than case")
        .related(other, "keeps the address")
}
