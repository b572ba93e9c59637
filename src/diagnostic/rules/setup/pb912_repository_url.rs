//! PB912 repository-url: a repository has an address.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB912", "repository-url", Error, "pb912_repository_url.md");

/// `[repository]` without `url`.
pub fn missing(place: Place) -> Diagnostic {
    RULE.at(place, "the repository has no address, so no page can be edited from the site")
        .label("add `url`")
        .help("write where it lies: `url = \"https://...\"`")
}
