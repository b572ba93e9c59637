//! PB306: a link leads out of the playbook.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB306",
    name: "link-outside",
    severity: Severity::Error,
    docs: include_str!("pb306_link_outside.md"),
};

/// A link that climbs out of the playbook's folder.
pub fn link_outside(place: Place, href: &str) -> Diagnostic {
    RULE.at(place, format!("\"{href}\" leads out of the playbook"))
        .label("shown as plain text")
        .help("link to something in the playbook, or write the full address with https://")
}
