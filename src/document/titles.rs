//! Whether a heading repeats a page's title. Deliberately absent: where the heading
//! stands.

use std::collections::BTreeSet;

use super::names::{self, fold};

/// Whether two titles say the same: case, emoji and punctuation aside.
pub(super) fn same(title: &str, heading: &str) -> bool {
    let bare = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let (title, heading) = (bare(title), bare(heading));
    title == heading && !title.is_empty()
}

/// Whether they say nearly the same: one has all words of the other and not many
/// more, most words are in both, or most letters are.
pub(super) fn nearly_same(title: &str, heading: &str) -> bool {
    // `# When to use it` is a section, whatever the page is called.
    if names::section(heading).is_some() {
        return false;
    }
    let (title, heading) = (fold(title), fold(heading));
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<BTreeSet<String>>();
    let (ours, theirs) = (words(&title), words(&heading));
    let shared = ours.intersection(&theirs).count();
    let (fewer, more) = (ours.len().min(theirs.len()), ours.len().max(theirs.len()));
    let holds = shared == fewer && (fewer >= 2 || more <= 3);
    let all = ours.len() + theirs.len() - shared;
    let letters = || strsim::normalized_damerau_levenshtein(&title, &heading) >= 0.8;
    !title.is_empty() && !heading.is_empty() && (holds || 3 * shared >= 2 * all || letters())
}

#[cfg(test)]
mod tests {
    use super::nearly_same;

    #[test]
    fn a_number_a_name_or_a_slip_keeps_a_title_what_it_is() {
        for (title, heading) in [
            ("The three pillars", "G.1 \u{2014} The three pillars"),
            ("Write the renewal brief", "Renewal brief"),
            ("Write the renewal brief", "Writing the renewal brief"),
            ("Sprint retrospective", "Sprint retrospective (template, v2)"),
            ("Prepare a tender anwser", "Prepare a tender answer"),
        ] {
            assert!(nearly_same(title, heading), "{title} | {heading}");
        }
        for (title, heading) in [
            ("Write the renewal brief", "Background"),
            ("When to use the assistant", "When to use it"),
            ("The three pillars", "The five habits of good teams"),
            ("Prompts", "How we found out what prompts are good for"),
        ] {
            assert!(!nearly_same(title, heading), "{title} | {heading}");
        }
    }
}
