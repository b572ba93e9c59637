//! Small readings of text: one line of it, yes and no, numbers and days as far as
//! they can be read, words that say nothing.

use super::node::Node;
use super::report::FrontMatterReport;
use super::scalar::is_control;
use crate::diagnostic::rules::front::pb113_hidden_character;
use crate::document::words;
use crate::domain::DAYS;
use crate::language;

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

/// What somebody who wrote no number of days meant, as far as it can be read.
pub(super) fn likely_days(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase();
    let number = only_number(&text)?;
    let unit = match text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ') {
        "" | "t" | "tage" => 1,
        unit if unit.starts_with('w') => 7,
        unit if unit.starts_with('m') => 30,
        unit if unit.starts_with('y') || unit.starts_with('j') => 365,
        _ => return None,
    };
    number.parse::<u32>().ok()?.checked_mul(unit).filter(|days| DAYS.contains(days))
}

/// The digits of a text with one number in it.
pub(super) fn only_number(text: &str) -> Option<&str> {
    let is_digit = |c: char| c.is_ascii_digit();
    let start = text.find(is_digit)?;
    let from = text.get(start..)?;
    let digits = from.get(..from.find(|c| !is_digit(c)).unwrap_or(from.len()))?;
    let before = text.get(..start)?;
    let after = from.get(digits.len()..)?;
    // `1,200`, `2-3` and `-4` are other numbers than their digits.
    let is_more = after.contains(is_digit) || before.ends_with(['-', '.', ',', '–']);
    (!is_more && digits.len() <= 9).then_some(digits)
}

/// "nobody yet", "n/a": there is nothing to say, in any shipped language.
pub(super) fn says_nothing(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    let mut words = language::shipped().iter().flat_map(|language| &language.nothing);
    words.any(|word| *word == text)
}

/// Dots, which stand in a form where something is to be filled in.
pub(super) fn is_unfilled(text: &str) -> bool {
    let text = text.trim();
    matches!(text, "..." | "…" | "[...]" | "[…]")
}

/// Bidirectional controls and characters of no width. The joiner is not among
/// them: emoji are made with it.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{200b}' | '\u{200c}' | '\u{2060}' | '\u{feff}' | '\u{00ad}'
        | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
