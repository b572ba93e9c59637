//! PB311: an address of the web lacks its beginning.

use super::super::clip::shortened;
use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB311", "web-address", Error, "pb311_web_address.md");

/// An address that begins with `www.`, and so with the name of a file.
pub fn no_scheme(place: Place, href: &str) -> Diagnostic {
    RULE.at(place, format!("\"{}\" is read as the name of a file", shortened(href)))
        .label("shown as plain text")
        .help(format!("write `https://{}`", shortened(href)))
}
