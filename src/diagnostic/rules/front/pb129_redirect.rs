//! PB129 redirect: an old address is a plain path inside the site.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB129", "redirect", Error, "pb129_redirect.md");

/// Not a path inside the site.
pub fn unsafe_path(place: Place, found: &str, why: &str) -> Diagnostic {
    RULE.at(place, format!("{found} is no path inside the site: {why}"))
        .label("not redirected")
        .help("write the path below the site's address: `workflows/NAME.html`")
}
