//! PB123 title-length: a title names the job in 8 to 80 characters.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB123", "title-length", Warn, "pb123_title_length.md");

use std::ops::RangeInclusive;

/// Too short or too long.
pub fn outside(
    place: Place,
    title: &str,
    length: usize,
    wanted: &RangeInclusive<usize>,
) -> Diagnostic {
    let (least, most) = (wanted.start(), wanted.end());
    let found = RULE.at(place, sentence(Text::verbatim(length.to_string())));
    if length < *least {
        return found
            .label(text!("{least} to {most} characters", least = *least, most = *most))
            .help(text!(
                "name the job that \"{title}\" is part of: what is done, and with what or for whom",
                title
            ));
    }
    found
        .label(text!("{least} to {most} characters", least = *least, most = *most))
        .help("name the job only, and move the rest to `summary:`")
}

/// The sentence; a form that counts by itself has a blank for the length.
pub fn sentence(length: Text) -> Text {
    text!("this title has {length} characters", length)
}
