//! A page has a largest size.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, Text, rule, text};

pub const RULE: Rule = rule!("PB202", "page-limit", Error, "pb202_page_limit.md");

/// Too many bytes.
pub fn bytes(place: Place, found: u64, limit: u64) -> Diagnostic {
    too_much(place, "bytes", found, limit, "page_bytes")
}

/// Too many lines.
pub fn lines(place: Place, found: u64, limit: u64) -> Diagnostic {
    too_much(place, "lines", found, limit, "page_lines")
}

fn too_much(place: Place, unit: &'static str, found: u64, limit: u64, setting: &str) -> Diagnostic {
    RULE.at(
        place,
        text!("{found} {unit}: a page has at most {limit}", found, unit = Text::from(unit), limit),
    )
    .help("move long data into a file beside the page and link it")
    .help(text!(
        "or raise the limit in playbook.toml: `[limits] {setting} = {found}`",
        setting,
        found
    ))
}
