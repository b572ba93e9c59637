//! A file that a browser would run, beside pages.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Rule, rule, text};

/// `active-file`
pub const RULE: Rule = rule!("PB407", "active-file", Error, "pb407_active_file.md");

/// A file with this extension could run in a reader's browser.
pub fn breach(path: &Arc<str>) -> Diagnostic {
    let name = path.rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map_or(name, |(_, extension)| extension).to_lowercase();
    let help = match extension.as_str() {
        "svg" | "svgz" => "export the drawing as `.png` or `.webp`",
        "html" | "htm" | "xhtml" | "xht" | "shtml" => {
            "write the text as a markdown page, or attach it as `.pdf`"
        }
        _ => "attach it as `.txt`",
    };
    RULE.at(
        Place::file(path),
        text!("a `.{extension}` file can run code in a reader's browser", extension),
    )
    .help(help)
}
