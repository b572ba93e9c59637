//! A fence of code around a page or around its front matter.

use crate::diagnostic::{Diagnostic, Place, Rule, rule};

pub const RULE: Rule = rule!("PB146", "page-in-code", Warn, "pb146_page_in_code.md");

/// Around all of the page; `closing` is its last line, if there is one.
pub fn page(opening: Place, closing: Option<Place>) -> Diagnostic {
    let found = RULE
        .at(opening, "the whole page stands in a block of code; it was read without it")
        .label("opened here");
    match closing {
        Some(closing) => found.related(closing, "closed here").help("delete these two lines"),
        None => found.help("delete this line"),
    }
}

/// Around the front matter; `is_fence` where nothing else is around its keys.
pub fn front_matter(opening: Place, closing: Place, is_fence: bool) -> Diagnostic {
    RULE.at(opening, "the front matter stands in a block of code; it was read without it")
        .label("opened here")
        .related(closing, "closed here")
        .help(match is_fence {
            true => "write `---` in place of each of these two lines",
            false => "delete these two lines",
        })
}

/// Below the end of the code.
pub fn text_below(place: Place) -> Diagnostic {
    RULE.at(place, "this stands below the block of code that the page is in, so it is not shown")
        .label("below the page")
        .help("delete it, or move it above the line that closes the block")
}
