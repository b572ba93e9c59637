//! Small readings of text: one line of it, days, keys that mean the same.

use super::node::Node;
use super::report::FrontMatterReport;
use super::scalar::is_control;
use crate::diagnostic::rules::front::pb113_hidden_character;
use crate::document::words;

/// Runs of blanks and line ends become one blank. Characters that nobody can
/// see are reported where an escape hides them (those that stand in the file
/// are found when it is decoded); those that nothing can print are replaced.
pub(super) fn one_line(
    text: &str,
    path: &str,
    node: &Node,
    report: &mut FrontMatterReport<'_>,
) -> String {
    if words::is_plain_line(text) {
        return text.to_owned();
    }
    let source = report.text.get(node.range.clone()).unwrap_or_default();
    // What stands in the file itself was told when it was decoded, and is not told twice.
    let hidden = text.chars().find(|c| is_control(*c) || is_hidden(*c) && !source.contains(*c));
    let joined = words::one_line(text);
    let Some(hidden) = hidden else { return joined };
    let place = report.value(path);
    report.add(if is_control(hidden) {
        pb113_hidden_character::replaced(place, hidden)
    } else {
        pb113_hidden_character::hidden(place, hidden)
    });
    joined.chars().map(|c| if is_control(c) { '\u{fffd}' } else { c }).collect()
}

/// Yes or no.
pub(super) fn flag(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "on" => Some(true),
        "false" | "no" | "off" => Some(false),
        _ => None,
    }
}

/// `90d`, `90 d`, `90 days`; at least a day, at most ten years.
pub(super) fn days(text: &str) -> Option<u32> {
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = text.split_at_checked(digits)?;
    let unit_is_days = matches!(unit.trim().to_lowercase().as_str(), "d" | "day" | "days");
    number.parse().ok().filter(|days| unit_is_days && (1..=3650).contains(days))
}

/// What somebody who wrote no number of days probably meant.
pub(super) fn likely_days(text: &str) -> u32 {
    let text = text.to_lowercase();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let unit =
        match text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').chars().next() {
            Some('w') => 7,
            Some('m') => 30,
            Some('y') => 365,
            // A bare number is one of days.
            _ => 1,
        };
    let days = digits.parse::<u32>().ok().and_then(|number| number.checked_mul(unit));
    // The interval of medium stakes, where nothing can be read out of the text.
    days.filter(|days| (1..=3650).contains(days)).unwrap_or(90)
}

/// `Role`, `role` and `roles` for `roles`, `verified-with` for `verified_with`,
/// and `title` for `name` in either direction.
pub(super) fn is_same_key(written: &str, key: &str) -> bool {
    let same = |written: &str, key: &str| {
        let plain = |byte: u8| if matches!(byte, b' ' | b'-') { b'_' } else { byte };
        let written = written.bytes().map(|byte| plain(byte.to_ascii_lowercase()));
        // Compared byte by byte without a copy: every key of every page comes by here.
        written.eq(key.bytes())
    };
    let written = written.trim();
    same(written, key)
        || written.strip_suffix(['s', 'S']).is_some_and(|one| same(one, key))
        || key.strip_suffix('s').is_some_and(|one| same(written, one))
        || (key == "name" && same(written, "title"))
        || (key == "title" && same(written, "name"))
}

/// Bidirectional controls and characters of no width. The joiner is not among
/// them: emoji are made with it.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{200b}' | '\u{200c}' | '\u{2060}' | '\u{feff}' | '\u{00ad}'
        | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
