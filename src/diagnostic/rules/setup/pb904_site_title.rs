//! PB904 site-title: the playbook has a title.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB904", "site-title", Error, "pb904_site_title.md");

/// No title.
pub fn missing(place: Place) -> Diagnostic {
    RULE.at(place, "the playbook has no title")
        .label("add `title` below `[site]`")
        .help("write the playbook's name in quotes: `title = \"...\"`")
}
