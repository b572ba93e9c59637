//! PB307: a link begins at the root of a server.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB307",
    name: "link-from-root",
    severity: Severity::Error,
    docs: include_str!("pb307_link_from_root.md"),
};

/// A link that begins with `/`.
pub fn link_from_root(place: Place, href: &str) -> Diagnostic {
    RULE.at(
        place,
        format!("\"{href}\" begins at the server's root, which differs from place to place"),
    )
    .label("shown as plain text")
    .help("write it from this file, for example `../tools/assistant.md`")
}
