//! PB124 summary-length: a summary fits on a card.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB124", "summary-length", Warn, "pb124_summary_length.md");

/// Longer than a card.
pub fn long(place: Place, length: usize, most: usize) -> Diagnostic {
    RULE.at(place, sentence(Text::verbatim(length.to_string())))
        .label(text!("{most} at most", most))
        .help("say what comes out and for whom; the first paragraph of the page can say the rest")
}

/// The sentence; a form that counts by itself has a blank for the length.
pub fn sentence(length: Text) -> Text {
    text!("this summary has {length} characters", length)
}
