//! Small readings of text: one line of it, yes and no, words that say nothing.

use super::node::Node;
use super::report::FrontMatterReport;
use super::scalar::is_control;
use crate::diagnostic::rules::front::pb113_hidden_character;
use crate::document::words;
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

/// "nobody yet", "n/a": there is nothing to say, in any shipped language.
pub fn says_nothing(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    let mut words = language::shipped().iter().flat_map(|language| &language.nothing);
    words.any(|word| *word == text)
}

/// Bidirectional controls and characters of no width. The joiner is not among
/// them: emoji are made with it.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{200b}' | '\u{200c}' | '\u{2060}' | '\u{feff}' | '\u{00ad}'
        | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
