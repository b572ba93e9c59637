//! Changes of front matter, byte by byte: one more entry of a list, another value of a
//! key. The text as it lies on the disk and the places of its keys enter; what to put
//! where leaves. Comments, blanks, quotes and line ends stay as they are. Deliberately
//! absent: what the keys mean, and any writing of YAML from values.

use std::fmt;
use std::ops::Range;

use crate::diagnostic::SourceMap;
use crate::document::front_matter::{says_nothing, written_value};

/// Why a program cannot change a page's front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The page does not stand, or is no text in UTF-8.
    Unreadable,
    /// It is not between two lines `---`.
    OtherFences,
    /// The key has a value that cannot be understood.
    OtherValue,
    /// With the change the page would say something else besides.
    NotOnly,
}

impl fmt::Display for Obstacle {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Unreadable => "its front matter cannot be read as a whole",
            Self::OtherFences => "its front matter is not between two lines `---`",
            Self::OtherValue => "what stands there already cannot be understood",
            Self::NotOnly => "the change would touch more than this one entry",
        })
    }
}

/// Bytes of the file, and what belongs there.
pub(super) type Replacement = (Range<usize>, String);

/// Front matter as it lies on the disk.
pub(super) struct FrontMatterText<'a> {
    pub(super) raw: &'a str,
    map: &'a SourceMap,
    /// Where its last line begins: the fence.
    closing: usize,
}

impl<'a> FrontMatterText<'a> {
    /// The front matter of a file with its text as it is; the map has the places in the
    /// text as the reader sees it.
    pub(super) fn of(raw: &'a str, map: &'a SourceMap) -> Result<Self, Obstacle> {
        let front = map.front.clone().ok_or(Obstacle::OtherFences)?;
        let mut found = Self { raw, map, closing: 0 };
        let (start, end) = (found.at(front.start), found.at(front.end));
        let fences = raw.get(start..end).unwrap_or_default().trim_end();
        found.closing = found.line_start(start + fences.len());
        let is_fence =
            |at: usize| raw.get(at..found.line_end(at)).map(str::trim_end) == Some("---");
        let is_plain = is_fence(start) && is_fence(found.closing);
        (is_plain && found.closing > start).then_some(found).ok_or(Obstacle::OtherFences)
    }

    /// One more entry at the end of the list at a key.
    pub(super) fn append(
        &self,
        key: &str,
        entry: &[(&str, String)],
    ) -> Result<Vec<Replacement>, Obstacle> {
        let Some(place) = self.key(key) else {
            let line = format!("{key}:{}{}", self.newline(), self.item_line("  ", entry));
            return Ok(vec![(self.closing..self.closing, self.indented(&line))]);
        };
        if self.has(&format!("{key}[0]")) {
            let list = self.value(key).ok_or(Obstacle::OtherValue)?;
            return if self.starts(list.start, '[') {
                self.append_in_brackets(key, &list, entry)
            } else {
                self.append_line(key, entry)
            };
        }
        if self.has(&format!("{key}.{}", entry.first().map_or("", |it| it.0))) {
            return self.append_to_single(key, entry);
        }
        let value = self.one_line_value(&place);
        let text = self.raw.get(value.clone()).unwrap_or_default();
        if text.starts_with('[') && text.ends_with(']') {
            let at = value.start + 1;
            return Ok(vec![(at..at, in_braces(entry, ""))]);
        }
        let word = text.trim_matches(['"', '\'']);
        if !(word.is_empty() || word == "~" || word == "null" || says_nothing(word)) {
            return Err(Obstacle::OtherValue);
        }
        // The blank before a value that goes is no value's any more.
        let cut = if text.is_empty() { value.end..value.end } else { place.end + 1..value.end };
        let at = self.next_line(value.end);
        let line = self.indented(&self.item_line("  ", entry));
        Ok(vec![(cut, String::new()), (at..at, line)])
    }

    /// Another value of a key that has one line, or the key with it.
    pub(super) fn set(&self, key: &str, value: &str) -> Vec<Replacement> {
        match self.key(key) {
            Some(place) => {
                let old = self.one_line_value(&place);
                let blank = if old.start == place.end + 1 { " " } else { "" };
                vec![(old, format!("{blank}{value}"))]
            }
            None => {
                let line = format!("{key}: {value}{}", self.newline());
                vec![(self.closing..self.closing, self.indented(&line))]
            }
        }
    }

    /// Into a list of lines that begin with `-`.
    fn append_line(
        &self,
        key: &str,
        entry: &[(&str, String)],
    ) -> Result<Vec<Replacement>, Obstacle> {
        let items = self.items(key);
        let (Some(first), Some(last)) = (items.first(), items.last()) else {
            return Err(Obstacle::OtherValue);
        };
        let before = self.raw.get(..first.start).unwrap_or_default().trim_end();
        let dash = before.len().saturating_sub(1);
        let indent = self.raw.get(self.line_start(dash)..dash).unwrap_or_default();
        if !before.ends_with('-') || !indent.trim().is_empty() {
            return Err(Obstacle::OtherValue);
        }
        let gap = self.raw.get(dash + 1..first.start).filter(|gap| !gap.contains(['\n', '\r']));
        let gap = gap.unwrap_or(" ");
        let number = items.len() - 1;
        let in_lines = self
            .has(&format!("{key}[{number}].{}", entry.first().map_or("", |it| it.0)))
            && !self.starts(last.start, '{')
            && !indent.contains('\t');
        let line = if in_lines {
            let inner = format!("{indent} {}", " ".repeat(gap.len()));
            let keys = entry.iter().map(|(key, value)| format!("{key}: {}", written_value(value)));
            let keys = keys.collect::<Vec<_>>().join(&format!("{}{inner}", self.newline()));
            format!("{indent}-{gap}{keys}{}", self.newline())
        } else {
            let padding = if self.raw.get(last.start..).is_some_and(|it| it.starts_with("{ ")) {
                " "
            } else {
                ""
            };
            format!("{indent}-{gap}{}{}", in_braces(entry, padding), self.newline())
        };
        // Behind the last entry with its comment; a comment on a line of its own stays below.
        let at = self.next_line(self.trimmed(last));
        Ok(vec![(at..at, line)])
    }

    /// Into a list in brackets that has entries.
    fn append_in_brackets(
        &self,
        key: &str,
        list: &Range<usize>,
        entry: &[(&str, String)],
    ) -> Result<Vec<Replacement>, Obstacle> {
        let items = self.items(key);
        let last = items.last().ok_or(Obstacle::OtherValue)?;
        let end = self.trimmed(last);
        let comma = self.comma_after(end, list.end);
        let padding = if self.raw.get(last.start..).is_some_and(|it| it.starts_with("{ ")) {
            " "
        } else {
            ""
        };
        let entry = in_braces(entry, padding);
        let line = self.line_start(last.start);
        let indent = self.raw.get(line..last.start).unwrap_or_default();
        let has_own_line = line > list.start && indent.trim().is_empty();
        let below = self.next_line(comma.unwrap_or(end));
        Ok(match comma {
            _ if !has_own_line => match comma {
                Some(comma) => vec![(comma + 1..comma + 1, format!(" {entry}"))],
                None => vec![(end..end, format!(", {entry}"))],
            },
            Some(_) if below < list.end => {
                vec![(below..below, format!("{indent}{entry},{}", self.newline()))]
            }
            None if below < list.end => vec![
                (end..end, ",".to_owned()),
                (below..below, format!("{indent}{entry}{}", self.newline())),
            ],
            // The bracket stands behind the last entry.
            Some(comma) => {
                vec![(comma + 1..comma + 1, format!("{}{indent}{entry}", self.newline()))]
            }
            None => vec![(end..end, format!(",{}{indent}{entry}", self.newline()))],
        })
    }

    /// To one entry that stands there without a list.
    fn append_to_single(
        &self,
        key: &str,
        entry: &[(&str, String)],
    ) -> Result<Vec<Replacement>, Obstacle> {
        let value = self.value(key).ok_or(Obstacle::OtherValue)?;
        let end = self.trimmed(&value);
        if self.starts(value.start, '{') {
            let more = format!(", {}]", in_braces(entry, ""));
            return Ok(vec![(value.start..value.start, "[".to_owned()), (end..end, more)]);
        }
        let first = self.line_start(value.start);
        let indent = self.raw.get(first..value.start).unwrap_or_default();
        if indent.is_empty() || !indent.trim().is_empty() {
            return Err(Obstacle::OtherValue);
        }
        let mut changes = vec![(value.start..value.start, "- ".to_owned())];
        let mut line = self.next_line(value.start);
        while line < end {
            let is_blank = self.raw.get(line..self.line_end(line)).unwrap_or_default().trim();
            if !is_blank.is_empty() {
                changes.push((line..line, "  ".to_owned()));
            }
            line = self.next_line(line);
        }
        changes.push((line..line, self.item_line(indent, entry)));
        Ok(changes)
    }

    fn item_line(&self, indent: &str, entry: &[(&str, String)]) -> String {
        format!("{indent}- {}{}", in_braces(entry, ""), self.newline())
    }

    /// Lines with the indent that the keys of this page have.
    fn indented(&self, lines: &str) -> String {
        let top = self.map.keys.names().filter(|key| !key.contains(['.', '[']));
        let first = top.filter_map(|key| self.key(key)).map(|place| place.start).min();
        let indent = first.and_then(|at| self.raw.get(self.line_start(at)..at)).unwrap_or_default();
        if indent.is_empty() || !indent.trim().is_empty() {
            return lines.to_owned();
        }
        lines.split_inclusive('\n').map(|line| format!("{indent}{line}")).collect()
    }

    /// The bytes of the entries of a list.
    pub(super) fn items(&self, key: &str) -> Vec<Range<usize>> {
        (0..).map_while(|number| self.value(&format!("{key}[{number}]"))).collect()
    }

    fn has(&self, key: &str) -> bool {
        self.map.keys.get(key).is_some()
    }

    pub(super) fn key(&self, key: &str) -> Option<Range<usize>> {
        let key = self.map.keys.get(key)?.key();
        Some(self.at(key.start)..self.at(key.end))
    }

    pub(super) fn value(&self, key: &str) -> Option<Range<usize>> {
        let value = self.map.keys.get(key)?.value();
        Some(self.at(value.start)..self.at(value.end))
    }

    /// What stands behind a key's colon on its line, without a comment; where nothing
    /// does, the place right behind the colon.
    pub(super) fn one_line_value(&self, key: &Range<usize>) -> Range<usize> {
        let end = self.line_end(key.end);
        let line = self.raw.get(key.end..end).unwrap_or_default();
        let behind = line.find(':').map_or(line.len(), |colon| colon + 1);
        let text = line.get(behind..).unwrap_or_default();
        let quoted = text.trim_start().starts_with(['"', '\'']);
        let comment = if quoted { text.rfind(" #") } else { text.find(" #") };
        let text = comment.and_then(|at| text.get(..at)).unwrap_or(text);
        let start = key.end + behind;
        let blank = text.len() - text.trim_start().len();
        match text.trim() {
            "" => start..start,
            value => start + blank..start + blank + value.len(),
        }
    }

    /// The comma behind the last entry of a list in brackets, if there is one.
    fn comma_after(&self, from: usize, end: usize) -> Option<usize> {
        let mut at = from;
        loop {
            let rest = self.raw.get(at..end)?;
            let blanks = rest.len() - rest.trim_start().len();
            at += blanks;
            match rest.get(blanks..)?.chars().next()? {
                ',' => return Some(at),
                '#' => at = self.next_line(at),
                _ => return None,
            }
        }
    }

    /// Where a value ends, without the line ends that may be counted to it.
    pub(super) fn trimmed(&self, range: &Range<usize>) -> usize {
        let text = self.raw.get(range.clone()).unwrap_or_default();
        range.start + text.trim_end().len()
    }

    pub(super) fn starts(&self, at: usize, sign: char) -> bool {
        self.raw.get(at..).is_some_and(|rest| rest.starts_with(sign))
    }

    fn at(&self, place: usize) -> usize {
        raw_place(self.raw, &self.map.text, place)
    }

    pub(super) fn line_start(&self, at: usize) -> usize {
        let before = self.raw.get(..at).unwrap_or_default();
        before.rfind(['\n', '\r']).map_or(0, |end| end + 1)
    }

    pub(super) fn line_end(&self, at: usize) -> usize {
        let after = self.raw.get(at..).unwrap_or_default();
        at + after.find(['\n', '\r']).unwrap_or(after.len())
    }

    pub(super) fn next_line(&self, at: usize) -> usize {
        let end = self.line_end(at);
        let after = self.raw.get(end..).unwrap_or_default();
        end + if after.starts_with("\r\n") { 2 } else { usize::from(!after.is_empty()) }
    }

    pub(super) fn newline(&self) -> &'static str {
        newline_of(self.raw)
    }
}

/// The line end that a file has.
pub(super) fn newline_of(raw: &str) -> &'static str {
    match raw.find(['\n', '\r']).and_then(|end| raw.get(end..)).unwrap_or_default() {
        rest if rest.starts_with("\r\n") => "\r\n",
        rest if rest.starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// A place of the text as the reader sees it, in the text as it is.
pub(super) fn raw_place(raw: &str, text: &str, place: usize) -> usize {
    // The reader drops the byte order mark, makes one sign of each line end and replaces
    // signs, so that letters are what both have alike.
    let letters = text.get(..place).map_or(0, |before| before.chars().count());
    let mut rest = raw.char_indices().peekable();
    rest.next_if(|(_, first)| *first == '\u{feff}');
    for _ in 0..letters {
        if let Some((_, '\r')) = rest.next() {
            rest.next_if(|(_, next)| *next == '\n');
        }
    }
    rest.next().map_or(raw.len(), |(at, _)| at)
}

fn in_braces(entry: &[(&str, String)], padding: &str) -> String {
    let keys = entry.iter().map(|(key, value)| format!("{key}: {}", written_value(value)));
    format!("{{{padding}{}{padding}}}", keys.collect::<Vec<_>>().join(", "))
}
