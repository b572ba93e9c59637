//! PB116 date: a date is written year, month, day.

use crate::diagnostic::{Diagnostic, Place, Rule, Text, rule, text};

pub const RULE: Rule = rule!("PB116", "date", Error, "pb116_date.md");

/// Day first or month first?
pub fn two_readings(
    place: Place,
    key: &str,
    found: &str,
    readings: [(String, Text); 2],
) -> Diagnostic {
    let [(first, first_words), (second, second_words)] = readings;
    RULE.at(
        place,
        text!(
            "{found} can be {first_words} or {second_words}",
            found,
            first_words = first_words.clone(),
            second_words = second_words.clone()
        ),
    )
    .label("which of the two?")
    .help(text!("{key}: {first}  # {first_words}", key, first, first_words))
    .help(text!("{key}: {second}  # {second_words}", key, second, second_words))
}

/// No date.
pub fn none(place: Place, key: &str, found: &str, why: Option<Text>) -> Diagnostic {
    let message = match why {
        Some(why) => text!("{found} is no date: {why}", found, why),
        None => text!("{found} is no date", found),
    };
    RULE.at(place, message)
        .label("year, month, day")
        .help(Text::verbatim(format!("{key}: YYYY-MM-DD")))
}

/// A day among other words, which may say that nothing was run.
pub fn among_words(place: Place, found: &str) -> Diagnostic {
    RULE.at(place, text!("{found}: only a day can stand here", found))
        .label("a day and other words")
}

/// "Not yet", where a day belongs.
pub fn nothing(place: Place, found: &str) -> Diagnostic {
    RULE.at(place, text!("{found} is no date: a day that never was is left out", found))
        .label("year, month, day")
        .help("delete this line until there is a day to write")
}
