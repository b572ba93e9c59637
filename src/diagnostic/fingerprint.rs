//! What makes a message the same one in two states of a playbook, wherever its line
//! has moved to. A message and its file's text enter; a short text leaves.
//! Deliberately absent: numbers of lines, which every edit above them changes.

use super::{At, Diagnostic, SourceMap, Translation};

/// Signs of a fingerprint: 128 bits, as long as other digests here.
const SIGNS: usize = 32;

impl Diagnostic {
    /// Equal for the same rule, file and message at a line of the same text. `map` is the
    /// text of its file, if that could be read. Of equal messages at equal lines of one
    /// file all have the same one.
    pub fn fingerprint(&self, map: Option<&SourceMap>) -> String {
        let line = map.filter(|_| self.place.at != At::File).map(|map| {
            let start = map.locate(&self.place.at).range.start;
            line_at(&map.text, start).trim()
        });
        let mut hasher = blake3::Hasher::new();
        // In English, so that a site that changes its language has no new problems by that.
        let message = self.line(Translation::default());
        for part in [self.code, &*self.place.path, &message, line.unwrap_or_default()] {
            hasher.update(part.as_bytes());
            // No part holds this byte: two lists of parts are never one text.
            hasher.update(&[0xFF]);
        }
        let mut hex = hasher.finalize().to_hex().to_string();
        hex.truncate(SIGNS);
        hex
    }
}

fn line_at(text: &str, at: usize) -> &str {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let end = after.find('\n').map_or(text.len(), |end| before.len() + end);
    text.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::Place;
    use crate::diagnostic::rules::links::pb301_broken_link;

    fn of(text: &str, start: usize) -> String {
        let place = Place::bytes(&Arc::from("a.md"), start..start + 1);
        let map = SourceMap::of_text(Arc::from(text));
        pb301_broken_link::breach(place, "b.md", None, None).fingerprint(Some(&map))
    }

    #[test]
    fn a_line_that_moves_keeps_it_and_one_that_changes_does_not() {
        assert_eq!(of("see b\n", 4), of("new line\n\nsee b\n", 14));
        assert_ne!(of("see b\n", 4), of("look at b\n", 8));
        assert_eq!(of("see b", 4).len(), SIGNS);
    }
}
