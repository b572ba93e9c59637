//! Nobody sees these characters, and they deceive.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, rule};

pub const RULE: Rule = rule!("PB204", "control-character", Warn, "pb204_control_character.md");

/// A control or invisible character.
pub fn found(place: Place, character: char, times: u32, replaced: bool) -> Diagnostic {
    let code = u32::from(character);
    let name = name(character);
    let often = if times > 1 { format!(", {times} times") } else { String::new() };
    let message = format!("U+{code:04X} ({name}){often}: nobody can see this character");
    let label = if replaced { "shown as \u{FFFD}" } else { "here, the first time" };
    RULE.at(place, message).label(label).help(format!("delete U+{code:04X}"))
}

fn name(character: char) -> &'static str {
    match character {
        '\0' => "NUL",
        '\u{200B}' => "zero width space",
        '\u{200C}' => "zero width non-joiner",
        '\u{200D}' => "zero width joiner",
        '\u{2060}' => "word joiner",
        '\u{FEFF}' => "byte order mark inside the text",
        '\u{061C}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => "changes the direction of the text",
        '\u{E0000}'..='\u{E007F}' => "tag character, read by tools only",
        _ if character.is_control() => "control character",
        _ => "invisible character",
    }
}
