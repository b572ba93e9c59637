//! What comments hide: words that a writer typed between `<!--` and `-->`, where
//! nobody sees them. Deliberately absent: the hints of our own template, and
//! what other tools are told in comments.

use std::sync::LazyLock;

use super::names::fold;
use super::words::one_line;
use crate::language;

/// Fewer words are a mark for somebody's tool.
const MIN_WORDS: usize = 3;

/// How comments begin that speak to a tool.
const FOR_TOOLS: [&str; 14] = [
    "markdownlint",
    "prettier",
    "textlint",
    "vale",
    "cspell",
    "spell checker",
    "eslint",
    "toc",
    "doctoc",
    "omit",
    "begin",
    "end",
    "start",
    "all contributors",
];

/// Whether a comment holds words of the writer.
pub(super) fn has_words(comment: &str) -> bool {
    let words = fold(&inside(comment));
    let for_a_tool = |tool: &&str| {
        words.strip_prefix(*tool).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    if words.is_empty() || FOR_TOOLS.iter().any(for_a_tool) || HINTS.contains(&words) {
        return false;
    }
    // A hint that was left in place beside what was typed.
    let hint = HINTS.iter().filter(|hint| words.contains(hint.as_str())).max_by_key(|it| it.len());
    let own = hint.map_or_else(|| words.clone(), |hint| words.replacen(hint.as_str(), "", 1));
    let least = if hint.is_some() { 1 } else { MIN_WORDS };
    own.split_whitespace().count() >= least
}

/// The words of a comment on one line.
pub(super) fn of(comment: &str) -> String {
    one_line(&inside(comment))
}

fn inside(comment: &str) -> String {
    let inside = comment.strip_prefix("<!--").unwrap_or(comment);
    inside.strip_suffix("-->").unwrap_or(inside).to_owned()
}

/// The hints of the template, as they stand in its comments, in every language.
static HINTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut hints = Vec::new();
    for language in language::shipped() {
        for (key, hint) in &language.words {
            let Some(name) = key.strip_prefix("hint-") else { continue };
            hints.push(fold(hint));
            let block = language.words.get(&format!("block-{name}"));
            hints.extend(block.map(|block| fold(&format!("{hint}\n{block}"))));
        }
    }
    hints.retain(|hint| !hint.is_empty());
    hints
});

#[cfg(test)]
mod tests {
    use super::{HINTS, has_words};

    #[test]
    fn hints_and_marks_for_tools_are_no_words_of_the_writer() {
        assert!(has_words("<!-- A tender question has arrived. -->"));
        for comment in
            ["<!-- markdownlint-disable MD013 line length -->", "<!-- toc -->", "<!---->"]
        {
            assert!(!has_words(comment), "{comment}");
        }
        for hint in HINTS.iter() {
            assert!(!has_words(&format!("<!-- {hint} -->")), "{hint}");
            assert!(has_words(&format!("<!-- {hint} Renewals. -->")), "{hint}");
        }
    }
}
