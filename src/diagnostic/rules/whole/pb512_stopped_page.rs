//! PB512: a page may not be used as it is.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB512", "stopped-page", Warn, "pb512_stopped_page.md");

/// A tool that may not be used.
pub fn tool(place: Place, tool: &str, alternative: Option<&str>) -> Diagnostic {
    found(place, text!("\"{tool}\" is not approved", tool), alternative)
}

/// Data above what the tool may be given.
pub fn data(
    place: Place,
    (data, most): (&str, &str),
    tool: &str,
    alternative: Option<&str>,
) -> Diagnostic {
    found(
        place,
        text!("\"{data}\": `{tool}` may be given {most} data at most", data, tool, most),
        alternative,
    )
}

/// A page that somebody stopped, with what they wrote for its readers.
pub fn held(place: Place, reason: Option<&str>) -> Diagnostic {
    let message = match reason {
        Some(reason) => text!("stopped: {reason}", reason),
        None => text!("stopped, without a reason"),
    };
    let found = RULE.at(place, message).label("published with a stop strip, without its prompts");
    let found = match reason {
        Some(_) => found,
        None => found.help("say why, in words for readers: `hold: ...`"),
    };
    found.help("once the page is mended and was run again: write that day into `verified`, and delete `hold`")
}

fn found(place: Place, message: Text, alternative: Option<&str>) -> Diagnostic {
    let found = RULE.at(place, message).label("published with a stop strip, without its prompts");
    match alternative {
        Some(tool) => found.help(text!("run it with `{tool}`, and write `tools: [{tool}]`", tool)),
        None => {
            found.help("run it with another tool or with less delicate data, or retire the page")
        }
    }
}
