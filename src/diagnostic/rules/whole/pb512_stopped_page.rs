//! PB512: a page may not be used as it is.

use super::super::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    code: "PB512",
    name: "stopped-page",
    severity: Severity::Warn,
    docs: include_str!("pb512_stopped_page.md"),
};

/// A page whose tool is banned or whose data is above the tool's ceiling.
pub fn stopped_page(place: Place, reason: &str, alternative: Option<&str>) -> Diagnostic {
    let diagnostic = RULE.at(place, reason).label("published with a stop strip, prompts withheld");
    match alternative {
        Some(tool) => diagnostic.help(format!("rewrite the page for `{tool}`, or retire it")),
        None => diagnostic.help("use another tool, lower `data`, or retire the page"),
    }
}
