//! The name of a page with what another tool puts around it.

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB149", "decorated-name", Warn, "pb149_decorated_name.md");

/// `@ann`, `[[Ann Berg]]`
pub fn read_as(place: Place, found: &str, name: &str) -> Diagnostic {
    RULE.at(place, text!("{found} was read as `{name}`", found, name)).label("the file name alone")
}
