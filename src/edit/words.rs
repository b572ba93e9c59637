//! Lists of words in front matter, byte by byte: some words more or fewer. The text
//! as it lies on the disk enters; what to put where leaves. Deliberately absent: entries
//! with keys of their own.

use std::ops::Range;

use super::front_matter::{FrontMatterText, Obstacle, Replacement};

impl FrontMatterText<'_> {
    /// The list at a key at the top without some of its words, by their numbers, and with
    /// others at its end. A list of which nothing is left goes with its key.
    pub(super) fn change_words(
        &self,
        key: &str,
        without: &[usize],
        with: &[&str],
    ) -> Result<Vec<Replacement>, Obstacle> {
        let items = self.items(key);
        let goes = !without.is_empty() && (0..items.len()).all(|number| without.contains(&number));
        let Some(place) = self.key(key) else {
            return Ok(match with {
                [] => Vec::new(),
                words => self.set(key, &format!("[{}]", words.join(", "))),
            });
        };
        if goes {
            return self.replace_list(key, &place, with);
        }
        let mut changes = self.remove_words(key, &items, without)?;
        changes.extend(self.add_words(key, &place, items.last(), with)?);
        Ok(changes)
    }

    /// Without a key at the top and its value.
    pub(super) fn remove_key(&self, key: &str) -> Result<Vec<Replacement>, Obstacle> {
        self.key(key).map_or(Ok(Vec::new()), |place| self.replace_list(key, &place, &[]))
    }

    /// The lines of a list give way to one line, or to none.
    fn replace_list(
        &self,
        key: &str,
        place: &Range<usize>,
        with: &[&str],
    ) -> Result<Vec<Replacement>, Obstacle> {
        let list = self.value(key).ok_or(Obstacle::OtherValue)?;
        let line = self.line_start(place.start);
        let indent = self.raw.get(line..place.start).unwrap_or_default();
        if !indent.trim().is_empty() {
            return Err(Obstacle::OtherValue);
        }
        let new = match with {
            [] => String::new(),
            words => format!("{indent}{key}: [{}]{}", words.join(", "), self.newline()),
        };
        Ok(vec![(line..self.next_line(self.trimmed(&list)), new)])
    }

    fn remove_words(
        &self,
        key: &str,
        items: &[Range<usize>],
        numbers: &[usize],
    ) -> Result<Vec<Replacement>, Obstacle> {
        let Some(list) = self.value(key).filter(|_| !numbers.is_empty()) else {
            return Ok(Vec::new());
        };
        let in_brackets = self.starts(list.start, '[');
        let first_kept = (0..items.len()).find(|number| !numbers.contains(number));
        let removed = numbers.iter().map(|number| {
            let item = items.get(*number)?;
            let end = self.trimmed(item);
            let range = if !in_brackets {
                self.line_start(item.start)..self.next_line(end)
            } else if first_kept.is_some_and(|kept| *number < kept) {
                item.start..items.get(number + 1)?.start
            } else {
                self.trimmed(items.get(number.checked_sub(1)?)?)..end
            };
            Some((range, String::new()))
        });
        removed.collect::<Option<_>>().ok_or(Obstacle::OtherValue)
    }

    fn add_words(
        &self,
        key: &str,
        place: &Range<usize>,
        last: Option<&Range<usize>>,
        words: &[&str],
    ) -> Result<Vec<Replacement>, Obstacle> {
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let joined = words.join(", ");
        let Some(last) = last else {
            let value = self.one_line_value(place);
            return Ok(match self.raw.get(value.clone()).unwrap_or_default() {
                "" | "[]" | "~" | "null" => self.set(key, &format!("[{joined}]")),
                only => vec![(value, format!("[{only}, {joined}]"))],
            });
        };
        let end = self.trimmed(last);
        let list = self.value(key).ok_or(Obstacle::OtherValue)?;
        if self.starts(list.start, '[') {
            return Ok(vec![(end..end, format!(", {joined}"))]);
        }
        let before = self.raw.get(self.line_start(last.start)..last.start).unwrap_or_default();
        if before.trim() != "-" {
            return Err(Obstacle::OtherValue);
        }
        let at = self.next_line(end);
        let lines = words.iter().map(|word| format!("{before}{word}{}", self.newline()));
        Ok(vec![(at..at, lines.collect())])
    }
}
