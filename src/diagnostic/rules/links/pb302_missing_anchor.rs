//! PB302: a link asks for a heading that the page does not have.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB302",
    name: "missing-anchor",
    severity: Severity::Error,
    docs: include_str!("pb302_missing_anchor.md"),
};

/// A link to an anchor that is not there.
pub fn missing_anchor(place: Place, page: &str, anchor: &str, near: Option<&str>) -> Diagnostic {
    let diagnostic = RULE
        .at(place, format!("{page} has no heading \"#{anchor}\""))
        .label("leads to the top of the page until then");
    match near {
        Some(near) => diagnostic.help(format!("did you mean `#{near}`?")),
        None => diagnostic.help("write the heading in lower case with `-` for spaces"),
    }
}
