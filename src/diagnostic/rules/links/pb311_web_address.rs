//! PB311: an address of the web lacks its beginning.

use super::super::clip::shortened;
use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

pub const RULE: Rule = rule!("PB311", "web-address", Error, "pb311_web_address.md");

/// An address that begins with `www.`, and so with the name of a file.
pub fn no_scheme(place: Place, href: &str) -> Diagnostic {
    RULE.at(place, text!("\"{href}\" is read as the name of a file", href = shortened(href)))
        .label("shown as plain text")
        .help(text!("write `https://{href}`", href = shortened(href)))
}
