//! PB305: a link leads to a draft.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB305",
    name: "draft-link",
    severity: Severity::Error,
    docs: include_str!("pb305_draft_link.md"),
};

/// A link to a page that is not published.
pub fn draft_link(place: Place, href: &str) -> Diagnostic {
    RULE.at(place, format!("\"{href}\" is a draft and not published"))
        .label("shown as plain text until it is")
        .help("remove `draft: true` there, or this link")
}
