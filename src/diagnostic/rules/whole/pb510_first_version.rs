//! PB510: a page lacks parts of its contract.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB510",
    name: "first-version",
    severity: Severity::Gap,
    docs: include_str!("pb510_first_version.md"),
};

/// A page that lacks parts. `have` of `of` parts are there; `missing` names the
/// others, each with the place where it belongs and what to write.
pub fn first_version(
    place: Place,
    layer: &str,
    (have, of): (usize, usize),
    missing: &[(String, String)],
) -> Diagnostic {
    let names: Vec<&str> = missing.iter().map(|(name, _)| name.as_str()).collect();
    let message =
        format!("{have} of {of} parts of a {layer} page are here; missing: {}", names.join(", "));
    let start = RULE.at(place, message);
    missing.iter().fold(start, |diagnostic, (_, help)| diagnostic.help(help.clone()))
}
