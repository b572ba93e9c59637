//! Text without marks becomes markdown: bullets become items, and a line that is nothing
//! but a section's name its heading. Every word stays. Deliberately absent: guesses at
//! other headings.

use crate::document::section_named;

/// Signs that word processors and chats put before an item.
const BULLETS: [char; 8] = ['•', '‣', '◦', '●', '▪', '■', '·', '–'];

/// The text as markdown.
pub(super) fn to_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_code = false;
    for line in text.lines() {
        let bare = line.trim();
        if bare.starts_with("```") || bare.starts_with("~~~") {
            in_code = !in_code;
        }
        if in_code {
            out.push_str(line);
        } else if let Some(item) = bullet(line) {
            out.push_str(&item);
        } else if is_section(bare) {
            if !out.is_empty() && !out.ends_with("\n\n") {
                out.push('\n');
            }
            out.push_str(&format!("## {}\n", bare.trim_end_matches(':')));
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
    out
}

/// The first line where it stands alone as a title does, and the text below it.
pub(super) fn title_line(text: &str) -> Option<(&str, &str)> {
    const MAX_TITLE_CHARS: usize = 80;
    let text = text.trim_start();
    let (first, rest) = text.split_once('\n')?;
    let first = first.trim();
    let stands_alone = rest.lines().next().is_none_or(|line| line.trim().is_empty());
    let is_sentence = first.ends_with(['.', ':', ',', ';', '!']);
    let is_marked =
        first.starts_with(['#', '-', '*', '>', '|', '`', '<']) || bullet(first).is_some();
    let is_title = stands_alone
        && !is_sentence
        && !is_marked
        && !is_section(first)
        && first.chars().count() <= MAX_TITLE_CHARS;
    is_title.then_some((first, rest))
}

fn bullet(line: &str) -> Option<String> {
    let bare = line.trim_start();
    let indent = line.get(..line.len() - bare.len())?;
    let rest = bare.strip_prefix(BULLETS)?;
    // "–5" is a number.
    let item = rest.strip_prefix([' ', '\t', '\u{a0}'])?;
    Some(format!("{indent}- {}", item.trim_start()))
}

fn is_section(line: &str) -> bool {
    let is_plain = line.starts_with(char::is_alphanumeric);
    is_plain && !line.ends_with(['.', ',', ';']) && section_named(line).is_some()
}

#[cfg(test)]
mod tests {
    use super::{title_line, to_markdown};

    #[test]
    fn bullets_become_items_and_names_of_sections_headings() {
        let text = "Intro\nSteps:\n1. One\n  • two\n–5 degrees\n```\nSteps\n```\n";
        let marked = "Intro\n\n## Steps\n\n1. One\n  - two\n–5 degrees\n```\nSteps\n```\n";
        assert_eq!(to_markdown(text), marked);
    }

    #[test]
    fn a_first_line_alone_is_a_title_and_a_sentence_is_none() {
        assert_eq!(title_line("\nCall notes\n\nText.\n"), Some(("Call notes", "\nText.\n")));
        for text in
            ["Call notes\nText.\n", "A sentence.\n\nText.\n", "Steps\n\nOne\n", "- a\n\nb\n"]
        {
            assert_eq!(title_line(text), None, "{text}");
        }
    }
}
