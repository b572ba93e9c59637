//! The first sentence of a text: what stands on cards. A sentence ends at a
//! full stop that no abbreviation explains.

/// Longer sentences are cut at a word.
// Some more than a summary may have: it stands in the same place.
const MAX_CHARS: usize = 200;

/// Words whose full stop ends no sentence; single letters are never an end.
const ABBREVIATIONS: [&str; 21] = [
    "approx", "bzw", "ca", "cf", "co", "dr", "e.g", "eg", "etc", "fig", "i.e", "ie", "inc", "mr",
    "mrs", "ms", "prof", "resp", "usw", "vs", "z.b",
];

/// The first sentence of a text on one line; None of a text without letters
/// and digits.
pub(super) fn first(text: &str) -> Option<String> {
    let text = text.trim();
    if !text.contains(char::is_alphanumeric) {
        return None;
    }
    let end = end(text).unwrap_or(text.len());
    Some(shortened(text.get(..end).unwrap_or(text).trim_end()))
}

fn end(text: &str) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            // Chinese and Japanese have no blank behind a sentence.
            '\u{3002}' | '\u{FF01}' | '\u{FF1F}' => return Some(at + c.len_utf8()),
            '.' | '!' | '?' | '\u{2026}' => {}
            _ => continue,
        }
        let mut end = at + c.len_utf8();
        while let Some((at, mark)) = chars.peek().copied() {
            let closes = matches!(
                mark,
                '.' | '!' | '?' | '"' | '\'' | ')' | ']' | '\u{201D}' | '\u{2019}' | '\u{BB}'
            );
            if !closes {
                break;
            }
            end = at + mark.len_utf8();
            chars.next();
        }
        let rest = text.get(end..).unwrap_or_default();
        if rest.is_empty() {
            return Some(end);
        }
        let next = rest.trim_start().chars().next();
        // A lower-case word goes on with the sentence, whatever the sign before it.
        let parted = rest.starts_with(char::is_whitespace) && !next.is_some_and(char::is_lowercase);
        if parted && !(c == '.' && abbreviates(text.get(..at).unwrap_or_default(), rest)) {
            return Some(end);
        }
    }
    None
}

/// Whether the full stop between these two belongs to the word before it.
fn abbreviates(before: &str, after: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    // Initials and the parts of "z. B.".
    let single = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    match word.to_lowercase().as_str() {
        // "No. 5", but also "The answer is no. Then ask."
        "no" => after.trim_start().starts_with(|c: char| c.is_ascii_digit()),
        word => single || ABBREVIATIONS.contains(&word),
    }
}

fn shortened(sentence: &str) -> String {
    let Some((limit, _)) = sentence.char_indices().nth(MAX_CHARS) else {
        return sentence.to_owned();
    };
    let cut = sentence.get(..limit).unwrap_or_default();
    // A text without blanks is cut where the limit is.
    let cut = cut.rsplit_once(char::is_whitespace).map_or(cut, |(words, _)| words);
    format!("{}\u{2026}", cut.trim_end_matches([',', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn a_sentence_ends_where_a_reader_would_stop() {
        let cases = [
            ("A renewal turns red. Then act.", "A renewal turns red."),
            ("Send it to e.g. Acme first. Then wait.", "Send it to e.g. Acme first."),
            ("Ask M. Osei about it. She knows.", "Ask M. Osei about it."),
            ("Use v2.1 of the sheet! Now.", "Use v2.1 of the sheet!"),
            ("He said \"stop.\" Then left.", "He said \"stop.\""),
            ("no full stop", "no full stop"),
            ("See form no. 5 first. Then act.", "See form no. 5 first."),
            ("The answer is no. Then ask.", "The answer is no."),
            ("What now? read on", "What now? read on"),
            ("\u{5951}\u{7D04}\u{3002}\u{6B21}", "\u{5951}\u{7D04}\u{3002}"),
        ];
        for (text, expected) in cases {
            assert_eq!(first(text).as_deref(), Some(expected));
        }
        assert_eq!(first(" ... "), None);
        let long = first(&"word ".repeat(100)).unwrap_or_default();
        assert!(long.chars().count() <= 201 && long.ends_with('\u{2026}'), "{long}");
    }
}
