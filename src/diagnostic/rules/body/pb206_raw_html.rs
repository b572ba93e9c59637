//! HTML in a page is shown as text.

use super::super::clip::clip;
use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule, text};

pub const RULE: Rule = rule!("PB206", "raw-html", Warn, "pb206_raw_html.md");

/// Tags that are shown as text: the first one's name, and how many there are.
pub fn shown(place: Place, tag: &str, times: usize, allowlist: bool) -> Diagnostic {
    let shown = clip(tag);
    let message = match times {
        0 | 1 => text!("<{tag}>: raw HTML is shown as text", tag = shown),
        2 => text!("<{tag}> and 1 more tag: raw HTML is shown as text", tag = shown),
        _ => text!(
            "<{tag}> and {more} more tags: raw HTML is shown as text",
            tag = shown,
            more = times - 1
        ),
    };
    let found = RULE.at(place, message).label("shown as it is written");
    match tag {
        "img" => found.help("write an image as `![what it shows](picture.png)`"),
        "a" => found.help("write a link as `[its text](page.md)`"),
        "br" => found.help("end a line with a backslash to break it"),
        _ if allowlist => {
            found.help("this tag is not in the list of harmless ones, or has no partner")
        }
        _ => found.help("write it in markdown, or put it into backticks if it is meant to be read"),
    }
}
