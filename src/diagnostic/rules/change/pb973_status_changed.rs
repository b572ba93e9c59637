//! PB973: readers may rely on a page less than before.

use super::super::clip::clip;
use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB973", "status-changed", Warn, "pb973_status_changed.md");

/// A page that changed by itself: what it was, what it is, and why.
pub fn page(place: Place, title: &str, (before, after): (Text, Text), why: Text) -> Diagnostic {
    RULE.at(
        place,
        text!(
            "\"{title}\" was {before} and is {after}: {why}",
            title = clip(title),
            before,
            after,
            why
        ),
    )
}

/// Pages that changed for one reason, each with what it was and is.
pub fn pages(place: Place, why: Text, pages: Vec<(Place, Text, Text)>) -> Diagnostic {
    let message = match pages.len() {
        1 => text!("{why}: 1 page has another status by this", why),
        count => text!("{why}: {count} pages have another status by this", why, count),
    };
    let page = |found: Diagnostic, (place, before, after): (Place, Text, Text)| {
        found.related(place, text!("was {before}, is {after}", before, after))
    };
    pages.into_iter().fold(RULE.at(place, message), page)
}

/// That a tool is gone.
pub fn tool_retired(tool: &str) -> Text {
    text!("\"{tool}\" was retired", tool)
}

/// That a tool is not what it was.
pub fn tool_changed(tool: &str) -> Text {
    text!("\"{tool}\" changed", tool)
}

/// That a tool may not be used.
pub fn tool_banned(tool: &str) -> Text {
    text!("\"{tool}\" is not approved", tool)
}

/// That a tool may be given less than a page gives it.
pub fn data_too_high(tool: &str) -> Text {
    text!("\"{tool}\" may not be given this data", tool)
}

/// That somebody is gone.
pub fn owner_left(owner: &str) -> Text {
    text!("\"{owner}\" has left", owner)
}
