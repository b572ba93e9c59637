//! The list right under a prompt that describes its blanks:
//! `- account_name: the name in the CRM, e.g. Acme`.

use std::ops::Range;

use pulldown_cmark::Tag;

use super::items;
use super::prompt::name_of;
use crate::document::markdown::events::Events;

/// What a list says about one blank.
#[derive(Debug)]
pub(super) struct Description {
    /// As in the prompt.
    pub(super) name: String,
    /// What to put in.
    pub(super) label: String,
    /// After "e.g.".
    pub(super) example: Option<String>,
    /// In the file.
    pub(super) range: Range<usize>,
}

/// Words that an example follows, each with a comma or a bracket before it.
// In the shipped languages. Those with a full stop first, or "e.g." would leave its own behind.
const EXAMPLE: [&str; 8] =
    ["e.g.", "eg.", "e.g", "for example", "for instance", "such as", "z. B.", "z.B."];

/// Reads the list at an event. None when it describes no blanks: an item is no
/// `name: text` on its own, or no name is one of the prompt's and some are
/// sentences.
pub(super) fn read(
    events: &Events<'_>,
    list: usize,
    is_blank: impl Fn(&str) -> bool,
) -> Option<Vec<Description>> {
    if !matches!(events.tag(list), Some(Tag::List(_))) {
        return None;
    }
    let mut descriptions = Vec::new();
    let mut in_one_word = true;
    for item in events.children(events.inside(list)) {
        let first_paragraph = items::first_paragraph(events, item);
        // A tight item has its line without a paragraph around it, a loose one within.
        let blocks =
            events.children(events.inside(item)).filter(|child| !first_paragraph.contains(child));
        // A list below, a second paragraph: it says more than a form can show.
        if blocks.count() > usize::from(matches!(events.tag(item + 1), Some(Tag::Paragraph))) {
            return None;
        }
        let text = events.plain(first_paragraph);
        let (written, text) = text.split_once(':')?;
        let written = written.trim_matches(['*', '`', '{', '}', ' ']);
        // `tone: plain` describes a blank that was mistyped; "Send it to Anna: she knows" is an
        // instruction below the prompt, which must stay on the page.
        in_one_word &= !written.contains(' ') && !written.contains(char::is_uppercase);
        let written = written.split('|').next().unwrap_or(written).trim_end_matches('.');
        let name = name_of(written)?;
        let (label, example) = split_example(text.trim());
        let range = events.range(item);
        // A list item reaches to the next one; the message marks only its line.
        let line = events.source_of(range.clone()).lines().next().map_or(0, str::len);
        let range = range.start..range.start + line;
        descriptions.push(Description { name, label, example, range });
    }
    let known = descriptions.iter().any(|description| is_blank(&description.name));
    (known || (in_one_word && !descriptions.is_empty())).then_some(descriptions)
}

/// `the name in the CRM, e.g. Acme`: label and example.
fn split_example(text: &str) -> (String, Option<String>) {
    for word in EXAMPLE {
        // Only behind a comma or bracket: "days such as these" has no example in it.
        for (at, _) in text.match_indices(word) {
            let before = text.get(..at).unwrap_or_default().trim_end();
            let after = text.get(at + word.len()..).unwrap_or_default();
            let parted = before.is_empty() || before.ends_with([',', ';', '(']);
            if !parted || after.starts_with(char::is_alphanumeric) {
                continue;
            }
            let in_brackets = before.ends_with('(');
            let mut example = after.trim_start_matches([':', ' ', ',']).trim();
            if in_brackets {
                example = example.strip_suffix(')').unwrap_or(example);
            }
            let example = example.trim_matches(['"', '\u{201C}', '\u{201D}']).trim();
            let label = before.trim_end_matches([',', ';', '(', ' ']);
            let example = (!example.is_empty()).then(|| example.to_owned());
            return (label.to_owned(), example);
        }
    }
    (text.to_owned(), None)
}

#[cfg(test)]
mod tests {
    use super::split_example;

    #[test]
    fn an_example_is_told_from_the_label() {
        let read = |text| {
            let (label, example) = split_example(text);
            format!("{label} / {}", example.unwrap_or_default())
        };
        assert_eq!(read("the name in the CRM, e.g. Acme"), "the name in the CRM / Acme");
        assert_eq!(read("the name (e.g. \u{201C}Acme\u{201D})"), "the name / Acme");
        assert_eq!(read("e.g. Acme, Inc."), " / Acme, Inc.");
        assert_eq!(read("days such as these"), "days such as these / ");
        assert_eq!(read("plain"), "plain / ");
    }
}
