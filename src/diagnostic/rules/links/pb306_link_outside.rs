//! PB306: a link leads out of the playbook.

use super::super::clip::shortened;
use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB306", "link-outside", Error, "pb306_link_outside.md");

/// A link that climbs out of the playbook's folder.
pub fn breach(place: Place, href: &str) -> Diagnostic {
    RULE.at(place, text!("\"{href}\" leads out of the playbook", href = shortened(href)))
        .label("shown as plain text")
        .help(
            "copy the file into the playbook, or write its full address, starting with `https://`",
        )
}
