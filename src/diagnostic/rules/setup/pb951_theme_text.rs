//! A template that is not UTF-8.

use std::str::Utf8Error;
use std::sync::Arc;

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB951", "theme-text", Error, "pb951_theme_text.md");

/// `path` is the template's.
pub fn not_utf8(path: &Arc<str>, error: Utf8Error) -> Diagnostic {
    let at = error.valid_up_to();
    RULE.at(
        Place::file(path),
        text!("template: byte {at} cannot be read, the file is not UTF-8", at),
    )
    .help("save the file again with the encoding UTF-8")
}
