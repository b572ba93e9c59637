//! Nobody sees these characters, and they deceive.

use crate::diagnostic::rules::Rule;
use crate::diagnostic::{Diagnostic, Place, Text, rule, text};

pub const RULE: Rule = rule!("PB204", "control-character", Warn, "pb204_control_character.md");

/// A control or invisible character.
pub fn found(place: Place, character: char, times: u32, replaced: bool) -> Diagnostic {
    let code = format!("U+{:04X}", u32::from(character));
    let name = Text::from(name(character));
    let message = match times {
        0 | 1 => text!("{code} ({name}): nobody can see this character", code = &code, name),
        _ => text!(
            "{code} ({name}), {times} times: nobody can see this character",
            code = &code,
            name,
            times
        ),
    };
    let label = if replaced { "shown as \u{FFFD}" } else { "here, the first time" };
    RULE.at(place, message).label(label).help(text!("delete {code}", code))
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
