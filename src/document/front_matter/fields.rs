//! One map of front matter, with the descriptions of its keys: finds the value of
//! each, and says which keys nobody knows. Deliberately absent: what a value means.

use std::ops::Range;

use super::misnamed::MisnamedKey;
use super::node::{MapEntry, Node, NodeShape};
use super::report::{FrontMatterReport, quoted};
use super::{keys, text};
use crate::diagnostic::rules::front::pb109_unknown_key::{self, KeyState};
use crate::diagnostic::rules::front::{
    pb110_misnamed_key, pb114_wrong_type, pb115_missing_part, pb118_choice, pb143_unfilled,
};
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::document::words;
use crate::domain::{Field, FieldShape};

/// The descriptions of a map's keys, in three parts.
pub(super) type Described = [&'static [Field]; 3];

/// One map of front matter, with what was found so far.
pub(super) struct FrontMatterMap<'f, 's> {
    /// Where messages go.
    pub(super) report: &'f mut FrontMatterReport<'s>,
    entries: &'f [MapEntry],
    /// Key path of the map with its dot; empty at the top.
    prefix: String,
    described: Described,
    /// For each entry, the described key that it is taken for.
    meant: Vec<Option<&'static str>>,
    /// What was found under a key that is described.
    claimed: Vec<&'f MapEntry>,
    /// Key and key path of each group that could be read.
    // Entries that could not be read are gone from the values: their numbers there are no longer
    // those of the file, and messages must point at the file.
    groups: Vec<(&'static str, String)>,
}

/// A value with the name it was asked for by.
#[derive(Clone)]
pub(super) struct FieldValue<'f> {
    pub(super) key: &'static str,
    pub(super) path: String,
    pub(super) node: &'f Node,
}

impl<'f, 's> FrontMatterMap<'f, 's> {
    /// The map at a key path, which ends in a dot; empty at the top.
    pub(super) fn new(
        prefix: String,
        entries: &'f [MapEntry],
        described: Described,
        report: &'f mut FrontMatterReport<'s>,
    ) -> Self {
        let names = described.into_iter().flatten().map(|field| field.name);
        let meant = entries.iter().map(|entry| keys::meant(&entry.key, names.clone())).collect();
        let (claimed, groups) = (Vec::new(), Vec::new());
        Self { report, entries, prefix, described, meant, claimed, groups }
    }

    /// Texts, each with its place; empty ones are among them, and one text stands
    /// for a list of one.
    pub(super) fn placed_texts(&mut self, key: &'static str) -> Vec<(Place, String)> {
        let Some(found) = self.take(key) else { return Vec::new() };
        let mut value = |path: String, node| {
            let place = self.report.value(&path);
            self.line_of(&FieldValue { key, path, node }).map(|text| (place, text))
        };
        match &found.node.shape {
            NodeShape::List(items) => {
                let item = |(number, node)| value(format!("{}[{number}]", found.path), node);
                items.iter().enumerate().filter_map(item).collect()
            }
            _ => value(found.path, found.node).into_iter().collect(),
        }
    }

    /// The place of a value of this map.
    pub(super) fn value_place(&self, key: &str) -> Place {
        self.report.value(&self.path(key))
    }

    /// Remembers where a group is that could be read.
    pub(super) fn keep_group(&mut self, key: &'static str, path: String) {
        self.groups.push((key, path));
    }

    /// The place of a value in one of the groups that could be read.
    pub(super) fn group_place(&self, key: &str, number: usize, inner: &str) -> Place {
        let mut groups = self.groups.iter().filter(|(of, _)| *of == key);
        let path = groups.nth(number).map_or(key, |(_, path)| path);
        self.report.value(&format!("{path}.{inner}"))
    }

    /// The value of a key, if it has one. A key that is nearly this one is
    /// taken for it, with a message.
    pub(super) fn take(&mut self, key: &'static str) -> Option<FieldValue<'f>> {
        let entry = self.find(key)?;
        let path = self.path(key);
        // Asked for more than once, it is told and claimed once.
        if !self.is_claimed(entry) {
            self.claimed.push(entry);
            // What is in a map was remembered with it, by the keys as written.
            if self.prefix.is_empty() || entry.key != key {
                self.report.remember(&path, &entry.key_range, &entry.value);
            }
            if entry.key != key {
                let message = pb110_misnamed_key::read_as(
                    self.report.bytes(&entry.key_range),
                    &entry.key,
                    key,
                );
                self.report.mend(message, entry.key_range.clone(), key);
                self.report.misnamed.push(MisnamedKey::new(&entry.key_range, &entry.key, key));
            }
        }
        match entry.value.shape {
            NodeShape::Absent => None,
            _ => Some(FieldValue { key, path, node: &entry.value }),
        }
    }

    /// Where a key is written, with or without a value.
    pub(super) fn written_key(&self, key: &str) -> Option<Range<usize>> {
        self.find(key).map(|entry| entry.key_range.clone())
    }

    /// Says that a key is not there which something cannot do without.
    pub(super) fn tell_missing(&mut self, key: &str) {
        let of = self.prefix.trim_end_matches('.');
        let place = match self.entries.first() {
            Some(first) => self.report.bytes(&first.key_range),
            None => self.report.value(of),
        };
        let mut described = self.described.into_iter().flatten();
        let form = described.find(|field| field.name == key).map(form);
        self.report.add(pb115_missing_part::missing(place, of, key, &form.unwrap_or_default()));
    }

    /// Reports every key that is not described.
    pub(super) fn finish(self) {
        let known: Vec<&str> = self.names().collect();
        for entry in self.entries {
            if self.is_claimed(entry) {
                continue;
            }
            let path = format!("{}{}", self.prefix, entry.key);
            if self.prefix.is_empty() {
                self.report.remember(&path, &entry.key_range, &entry.value);
            }
            let place = self.report.bytes(&entry.key_range);
            // What a key of another tool means comes before
            // spelling: `author` is near to nothing here.
            let meant = pb109_unknown_key::meant(&entry.key, &known)
                .or_else(|| nearest(&entry.key, known.iter().copied()));
            let value = entry.value.written();
            let of = self.prefix.trim_end_matches('.').split('[').next().unwrap_or_default();
            let meant = meant.map(|meant| (meant, self.has_already(meant)));
            let message = pb109_unknown_key::unknown(place, &entry.key, of, &value, meant, &known);
            match meant {
                Some((meant, KeyState::Unwritten)) if message.help.is_empty() => {
                    self.report.mend(message, entry.key_range.clone(), meant);
                }
                _ => self.report.add(message),
            }
        }
    }

    /// The value as text on one line; a message for a list or map.
    pub(super) fn text_of(&mut self, found: &FieldValue<'_>) -> Option<String> {
        self.line_of(found).filter(|text| !text.is_empty())
    }

    /// Adds a message to whose line there is nothing to say but that it goes.
    pub(super) fn delete_line(&mut self, message: Diagnostic, range: &Range<usize>) {
        let lines = self.report.whole_lines(range);
        let text = self.report.text.get(lines.clone()).unwrap_or_default().trim_start();
        // In braces the rest of the line would go too, and in a group more than one line has to.
        let is_line = self.prefix.is_empty() && !text.contains('{');
        self.report.add(if is_line { message.fixed(lines, String::new()) } else { message });
    }

    /// Says that a value is of another type.
    pub(super) fn wrong_type(&mut self, found: &FieldValue<'_>, wanted: &'static str) {
        if found.node.shape != NodeShape::Refused && found.node.shape != NodeShape::Absent {
            let place = self.report.value(&found.path);
            let in_brief = quoted(&found.node.in_brief());
            let noun = found.node.noun();
            let form = self.form_of(found.key);
            self.report
                .add(pb114_wrong_type::wrong(place, found.key, &in_brief, noun, wanted, &form));
        }
    }

    /// Says that a text is none of a few words.
    pub(super) fn no_choice(&mut self, found: &FieldValue<'_>, text: &str, words: &[&str]) {
        let place = self.report.value(&found.path);
        let near = nearest(text, words.iter().copied());
        let message = pb118_choice::none(place, found.key, &quoted(text), near, words);
        match near {
            Some(near) => self.report.mend(message, found.node.range.clone(), near),
            None => self.report.add(message),
        }
    }

    /// The keys that a finished page has and this one has not, each as a form.
    pub(super) fn missing_forms(&self) -> String {
        let ladder = &self.report.settings.ladder;
        let wanted = self.described.into_iter().flatten().filter(|field| field.gap.is_some());
        let missing = wanted.filter(|field| self.find(field.name).is_none());
        missing.map(|field| first_form(field, ladder)).collect::<Vec<_>>().join("\n")
    }

    fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.described.into_iter().flatten().map(|field| field.name)
    }

    fn is_claimed(&self, entry: &MapEntry) -> bool {
        self.claimed.iter().any(|claimed| claimed.key_range == entry.key_range)
    }

    /// What is there under a key that is described.
    fn has_already(&self, key: &str) -> KeyState {
        let claimed = self.find(key).filter(|entry| self.is_claimed(entry));
        match claimed.map(|entry| &entry.value.shape) {
            None => KeyState::Unwritten,
            Some(NodeShape::Absent) => KeyState::Empty,
            Some(_) => KeyState::Set,
        }
    }

    /// Like `text_of`; an empty text is one.
    fn line_of(&mut self, found: &FieldValue<'_>) -> Option<String> {
        let NodeShape::Text(value) = &found.node.only().shape else {
            self.wrong_type(found, "one text");
            return None;
        };
        let line = text::one_line(value, &found.path, found.node, self.report);
        // A form that was pasted and not filled in must not be published as what somebody said.
        if words::is_unfilled(&line) {
            let place = self.report.value(&found.path);
            self.report.add(pb143_unfilled::dots(place, found.key, &line));
            return None;
        }
        Some(line)
    }

    /// The parts of an entry, each as a form to fill in; nothing for a plain field.
    pub(super) fn form_of(&self, key: &str) -> String {
        let mut described = self.described.into_iter().flatten();
        let fields = described.find(|field| field.name == key);
        let fields = fields.map_or(&[][..], |field| field.shape.fields());
        let needed = fields.iter().filter(|field| field.is_required);
        let needed: Vec<&Field> = needed.collect();
        let all = if needed.is_empty() { fields.iter().collect() } else { needed };
        let parts: Vec<String> = all.into_iter().map(form).collect();
        parts.join(", ")
    }

    fn path(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    /// The entry of a key, or one that means it.
    pub(super) fn find(&self, key: &str) -> Option<&'f MapEntry> {
        let exact = self.entries.iter().find(|entry| entry.key == key);
        // A key with a description of its own is not taken for its plural: `role` beside `roles`.
        let alike = || {
            let mut pairs = self.entries.iter().zip(&self.meant);
            pairs.find(|(_, meant)| **meant == Some(key)).map(|(entry, _)| entry)
        };
        exact.or_else(alike)
    }
}

/// The form of a field in the first lines of a page, with the words of its ladder.
pub(super) fn first_form(field: &Field, ladder: &[String]) -> String {
    match field.shape {
        FieldShape::Rung => format!("{}: {}", field.name, ladder.join(" / ")),
        _ => form(field),
    }
}

/// `date: YYYY-MM-DD`: nothing of it is true before somebody fills it in.
fn form(field: &Field) -> String {
    let blank = match field.shape {
        FieldShape::Date => "YYYY-MM-DD".to_owned(),
        FieldShape::Choice(words) => words.join(" / "),
        FieldShape::Ids | FieldShape::Texts | FieldShape::Paths => "[...]".to_owned(),
        _ => "...".to_owned(),
    };
    format!("{}: {blank}", field.name)
}
