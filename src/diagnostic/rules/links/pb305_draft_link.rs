//! PB305: a link leads to a draft.

use super::super::clip::shortened;
use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB305", "draft-link", Error, "pb305_draft_link.md");

/// A link to a page that is kept back.
pub fn breach(place: Place, href: &str) -> Diagnostic {
    RULE.at(place, text!("\"{href}\" is a draft, so it is not published", href = shortened(href)))
        .label("shown as plain text until it is")
        .help("delete `draft: true` there, or this link")
}
