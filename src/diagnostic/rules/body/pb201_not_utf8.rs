//! A page is text in UTF-8.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB201", "not-utf8", Error, "pb201_not_utf8.md");

/// A byte that is no UTF-8.
pub fn invalid(place: Place, byte: u8) -> Diagnostic {
    RULE.at(place, text!("byte {code}: the file is not UTF-8", code = format!("0x{byte:02X}")))
        .label("the first byte that cannot be read")
        .help("save the file again with the encoding UTF-8")
}

/// A file that starts like UTF-16.
pub fn utf16(place: Place) -> Diagnostic {
    RULE.at(place, "the file is UTF-16, not UTF-8")
        .help("save the file again with the encoding UTF-8")
}
