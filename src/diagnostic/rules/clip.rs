//! What a message shows of words from a page, so that it stays on a line.

const WORDS: usize = 60;
const ADDRESS: usize = 80;

/// Words as a message quotes them.
pub(super) fn clip(text: &str) -> String {
    first_chars(text, WORDS)
}

/// An address as a message quotes it.
pub(super) fn shortened(address: &str) -> String {
    first_chars(address, ADDRESS)
}

fn first_chars(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}...", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
