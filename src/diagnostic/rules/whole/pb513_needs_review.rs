//! PB513: something that a page stands on changed.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB513", "needs-review", Warn, "pb513_needs_review.md");

/// A tool that is no longer there.
pub fn tool(place: Place, tool: &str, alternative: Option<&str>) -> Diagnostic {
    let found = found(place, text!("\"{tool}\" was retired", tool));
    match alternative {
        Some(new) => found.help(text!("run it once with `{new}`, and write `tools: [{new}]`", new)),
        None => found.help("run it once with another tool, and name that one here"),
    }
}

/// A tool that changed after the page was last run.
pub fn changed(place: Place, tool: &str, date: &str) -> Diagnostic {
    found(place, text!("`{tool}` changed on {date}, after the last run", tool, date)).help(
        "run it once from end to end, mend what is different, and write that day into `verified`",
    )
}

/// An owner who is no longer there.
pub fn owner(place: Place, owner: &str) -> Diagnostic {
    found(place, text!("\"{owner}\" has left", owner))
        .help("name a colleague or a desk who will answer for this page")
}

/// The newest repeat did not work.
pub fn repeat(place: Place, who: &str) -> Diagnostic {
    found(place, text!("\"{who}\": the newest repeat failed", who))
        .help("mend the page, run it once from end to end, and write that day into `verified`")
        .help("or add a newer repeat that worked")
}

fn found(place: Place, message: Text) -> Diagnostic {
    RULE.at(place, message).label("readers are told to check first")
}
