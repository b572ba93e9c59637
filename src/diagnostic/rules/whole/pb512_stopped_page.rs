//! PB512: a page may not be used as it is.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB512", "stopped-page", Warn, "pb512_stopped_page.md");

/// A tool that may not be used.
pub fn tool(place: Place, tool: &str, alternative: Option<&str>) -> Diagnostic {
    found(place, format!("\"{tool}\" is not approved"), alternative)
}

/// Data above what the tool may be given.
pub fn data(
    place: Place,
    (data, most): (&str, &str),
    tool: &str,
    alternative: Option<&str>,
) -> Diagnostic {
    found(place, format!("\"{data}\": `{tool}` may be given {most} data at most"), alternative)
}

fn found(place: Place, message: String, alternative: Option<&str>) -> Diagnostic {
    let found = RULE.at(place, message).label("published with a stop strip, without its prompts");
    match alternative {
        Some(tool) => found.help(format!("run it with `{tool}`, and write `tools: [{tool}]`")),
        None => {
            found.help("run it with another tool or with less delicate data, or retire the page")
        }
    }
}
