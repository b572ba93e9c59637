//! PB305: a link leads to a draft.

use super::super::clip::shortened;
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB305",
    name: "draft-link",
    severity: Severity::Error,
    docs: include_str!("pb305_draft_link.md"),
};

/// A link to a page that is kept back.
pub fn breach(place: Place, href: &str) -> Diagnostic {
    RULE.at(place, format!("\"{}\" is a draft, so it is not published", shortened(href)))
        .label("shown as plain text until it is")
        .help("delete `draft: true` there, or this link")
}
