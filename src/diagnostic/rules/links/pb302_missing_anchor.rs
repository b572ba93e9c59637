//! PB302: a link asks for a heading that the page does not have.

use super::super::clip::shortened;
use crate::by_name::ByName;
use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB302", "missing-anchor", Error, "pb302_missing_anchor.md");

/// Headings that are offered when none is near.
const MAX_ANCHORS_OFFERED: usize = 8;

/// `page` is the page that was linked to, or nothing for this one; `known` its
/// headings, and `near` the one that was probably meant.
pub fn breach(
    place: Place,
    page: Option<&str>,
    anchor: &str,
    known: &ByName<()>,
    near: Option<&str>,
) -> Diagnostic {
    let page = page.map_or_else(|| text!("this page"), Text::verbatim);
    let diagnostic = RULE
        .at(
            place,
            text!("\"#{anchor}\": {page} has no such heading", anchor = shortened(anchor), page),
        )
        .label("leads to the top of the page until then");
    if known.names().len() == 0 {
        return diagnostic.help("take the `#` and what follows it out: that page has no headings");
    }
    match near {
        Some(near) => diagnostic.help(text!("did you mean `#{near}`?", near)),
        None => {
            let offered = known.names().take(MAX_ANCHORS_OFFERED).map(|it| format!("`#{it}`"));
            let offered = offered.collect::<Vec<_>>().join(", ");
            let more = if known.names().len() > MAX_ANCHORS_OFFERED { ", ..." } else { "" };
            diagnostic.help(text!("its headings are {offered}{more}", offered, more))
        }
    }
}
