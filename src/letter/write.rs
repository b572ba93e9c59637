//! A letter as it is filled in for a reader: its subject and its text.

use super::kind::{LetterKind, LetterLine};
use crate::language::Language;

/// The subject of a letter about a page of this title.
pub fn subject(kind: LetterKind, title: &str, language: &Language) -> String {
    language.fill(&format!("letter-subject-{}", kind.as_str()), &[("title", title)])
}

/// The lines to fill in, with what is known already, and a last line by which whoever
/// reads it sees that nothing was cut off. Without hints it is shorter.
pub fn body(
    kind: LetterKind,
    known: &[(LetterLine, &str)],
    with_hints: bool,
    language: &Language,
) -> String {
    let mut text = String::new();
    for line in kind.lines() {
        let key = line.as_str();
        let label = language.letter.get(key).and_then(|names| names.first());
        text.push_str(label.map_or(key, String::as_str));
        let hint = language.words.get(&format!("letter-hint-{key}")).filter(|_| with_hints);
        if let Some(hint) = hint {
            text.push_str(&format!(" ({hint})"));
        }
        let value = known.iter().find(|(of, _)| of == line).map_or("", |(_, value)| value);
        text.push_str(&format!(": {value}\n"));
        if *line == LetterLine::Page && with_hints {
            let about = language.word("letter-about");
            text.push_str(&format!("\n{about}\n\n"));
        }
    }
    text.push_str(&format!("\n{}\n", language.word("letter-end")));
    text
}
