//! PB904 site-title: the playbook has a title.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB904",
    name: "site-title",
    severity: Severity::Error,
    docs: include_str!("pb904_site_title.md"),
};

/// No title.
pub fn missing(place: Place) -> Diagnostic {
    RULE.at(place, "the playbook has no title")
        .label("add `title` below `[site]`")
        .help("title = \"Northgate AI playbook\"")
}
