//! PB971: a page was taken from its readers without a word to them.

use super::super::clip::clip;
use crate::diagnostic::{Diagnostic, Place, Rule, Severity, rule, text};

pub const RULE: Rule = rule!("PB971", "deleted-page", Warn, "pb971_deleted_page.md");

/// A page whose file is gone, and its address with it. `places` still name it.
pub fn deleted(place: Place, title: &str, address: &str, places: &[Place]) -> Diagnostic {
    let message =
        text!("\"{title}\" was deleted, and {address} leads nowhere", title = clip(title), address);
    let found = RULE
        .at(place, message)
        .help(
            "put it back with `retired: {date: YYYY-MM-DD, reason: ...}`, so that readers hear why",
        )
        .help(text!(
            "or write `redirect_from: [{address}]` into the page that has taken its place",
            address
        ));
    with_places(found, places)
}

/// A page that is a draft now.
pub fn draft(place: Place, title: &str, address: &str, places: &[Place]) -> Diagnostic {
    let message = text!(
        "\"{title}\" is a draft now, and {address} leads nowhere",
        title = clip(title),
        address
    );
    let found = RULE.at(place, message).help(
        "publish it as it was until the new text is ready, or write `retired` instead of `draft`",
    );
    with_places(found, places)
}

/// A page whose address leads to another one, while these places lead nowhere.
pub fn replaced(place: Place, title: &str, new: &str, places: &[Place]) -> Diagnostic {
    let message = text!(
        "\"{title}\" was deleted for \"{new}\", and is still named",
        title = clip(title),
        new
    );
    let found = RULE.at(place, message).help(text!("name `{new}` in its place", new));
    with_places(found, places)
}

fn with_places(mut found: Diagnostic, places: &[Place]) -> Diagnostic {
    if !places.is_empty() {
        // Each of them is an error by itself, which is told here.
        found.severity = Severity::Error;
    }
    places.iter().fold(found, |found, place| found.related(place.clone(), "leads nowhere now"))
}
