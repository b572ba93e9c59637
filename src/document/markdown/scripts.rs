//! What a letter tells of the script that it belongs to.

/// Whether a letter is one of a script that runs from right to left.
pub(super) fn runs_left(letter: char) -> bool {
    matches!(
        letter,
        '\u{590}'..='\u{8FF}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFE}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}
