//! Where a text names somebody: their names in all the spellings that people use. A name
//! enters, places in texts leave. Deliberately absent: whether this person is meant by
//! them, which only a reader can tell.

use std::ops::Range;

/// A line that has somebody's name in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// The file, from the root.
    pub path: String,
    /// Number of the line, from 1.
    pub line: usize,
    /// The line as it stands.
    pub text: String,
}

/// Everything that somebody is called by, in lower case, the longest first.
#[derive(Clone, Debug)]
pub(super) struct Spellings(Vec<String>);

/// A shorter word is an initial, or the start of too many others.
const MIN_LONE_CHARS: usize = 3;

impl Spellings {
    /// Of a name and the ids that its page has or had.
    pub(super) fn of<'a>(name: &str, ids: impl IntoIterator<Item = &'a str>) -> Self {
        let lower = name.to_lowercase();
        let ordered = match lower.split_once(',') {
            Some((last, first)) => format!("{} {}", first.trim(), last.trim()),
            None => lower.clone(),
        };
        let words: Vec<&str> = ordered.split_whitespace().collect();
        let mut all = vec![lower.clone(), ordered.clone()];
        if let [first, .., last] = words.as_slice() {
            let initial: String = first.chars().take(1).collect();
            all.extend([
                format!("{first} {last}"),
                format!("{last}, {first}"),
                format!("{last} {first}"),
                format!("{initial}. {last}"),
                format!("{initial}.{last}"),
                format!("{initial} {last}"),
                format!("{last}, {initial}."),
            ]);
            let lone = [*first, *last].into_iter().filter(|it| !it.ends_with('.'));
            all.extend(lone.filter(|it| it.chars().count() >= MIN_LONE_CHARS).map(str::to_owned));
        }
        for id in ids {
            let id = id.to_lowercase();
            all.extend([id.replace('-', "."), id.replace('-', "_"), id.replace('-', " "), id]);
        }
        all.sort_by_key(|spelling| std::cmp::Reverse(spelling.len()));
        all.dedup();
        Self(all)
    }

    /// Where they are named in a text; of spellings that overlap, by the longest.
    pub(super) fn find(&self, text: &str) -> Vec<Range<usize>> {
        let lower = text.to_lowercase();
        // Letters that take another number of bytes in lower case are in hardly any name.
        let text = if lower.len() == text.len() { lower.as_str() } else { text };
        let mut found: Vec<Range<usize>> = Vec::new();
        for spelling in &self.0 {
            for (start, _) in text.match_indices(spelling.as_str()) {
                let range = start..start + spelling.len();
                let before = text.get(..start).and_then(|it| it.chars().next_back());
                let after = text.get(range.end..).and_then(|it| it.chars().next());
                let is_word = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
                let is_free = found.iter().all(|it| range.end <= it.start || it.end <= range.start);
                // `Svens` is how some languages write whose something is.
                let rest = text.get(range.end..).unwrap_or_default();
                let is_genitive =
                    rest.strip_prefix('s').is_some_and(|rest| !is_word(rest.chars().next()));
                if !is_word(before) && (!is_word(after) || is_genitive) && is_free {
                    found.push(range);
                }
            }
        }
        found.sort_by_key(|range| range.start);
        found
    }

    /// Whether they are named in a text.
    pub(super) fn are_in(&self, text: &str) -> bool {
        !self.find(text).is_empty()
    }

    /// The lines of a file that name them.
    pub(super) fn mentions(&self, path: &str, text: &str) -> Vec<Mention> {
        let lines = text.lines().enumerate().filter(|(_, line)| self.are_in(line));
        let mention = |(number, line): (usize, &str)| Mention {
            path: path.to_owned(),
            line: number + 1,
            text: line.trim().to_owned(),
        };
        lines.map(mention).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Spellings;

    #[test]
    fn a_name_is_found_however_it_is_written_and_in_no_other_word() {
        let names = Spellings::of("Sven Dekker", ["sven-dekker"]);
        for text in [
            "Sven Dekker",
            "SVEN",
            "Dekker's",
            "Svens Bericht",
            "S. Dekker",
            "Dekker, Sven",
            "sven.dekker@example.com",
            "ask @sven-dekker",
            "(Dekker)",
        ] {
            assert!(names.are_in(text), "{text}");
        }
        for text in ["Svendborg", "the decker", "seven", "S. D."] {
            assert!(!names.are_in(text), "{text}");
        }
        assert_eq!(names.find("S. Dekker and Sven").len(), 2);
        assert!(Spellings::of("Adler, Zora", ["z-adler"]).are_in("Zora Adler"));
        assert!(!Spellings::of("M. Osei", ["m-osei"]).are_in("I am. So"));
    }
}
