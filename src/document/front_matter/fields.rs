//! One map of front matter, with the descriptions of its keys: finds the value of
//! each, and says which keys nobody knows. Deliberately absent: what a value means.

use super::node::{MapEntry, Node, NodeShape};
use super::report::{FrontMatterReport, quoted};
use super::text;
use crate::diagnostic::rules::front::pb109_unknown_key::{self, KeyState};
use crate::diagnostic::rules::front::{
    pb110_misnamed_key, pb114_wrong_type, pb115_missing_part, pb118_choice,
};
use crate::diagnostic::{Place, nearest};
use crate::domain::Field;

/// The descriptions of a map's keys, in two parts.
pub(super) type Described = [&'static [Field]; 2];

/// One map of front matter, with what was found so far.
pub(super) struct FrontMatterMap<'f, 's> {
    /// Where messages go.
    pub(super) report: &'f mut FrontMatterReport<'s>,
    entries: &'f [MapEntry],
    /// Key path of the map with its dot; empty at the top.
    prefix: String,
    described: Described,
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
        Self { report, entries, prefix, described, claimed: Vec::new(), groups: Vec::new() }
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
                let place = self.report.bytes(&entry.key_range);
                let value = entry.value.written();
                self.report.add(pb110_misnamed_key::read_as(place, &entry.key, key, &value));
            }
        }
        match entry.value.shape {
            NodeShape::Absent => None,
            _ => Some(FieldValue { key, path, node: &entry.value }),
        }
    }

    /// Says that a key is not there which something cannot do without.
    pub(super) fn tell_missing(&mut self, key: &str) {
        let of = self.prefix.trim_end_matches('.');
        let place = match self.entries.first() {
            Some(first) => self.report.bytes(&first.key_range),
            None => self.report.value(of),
        };
        self.report.add(pb115_missing_part::missing(place, of, key));
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
            self.report
                .add(pb109_unknown_key::unknown(place, &entry.key, of, &value, meant, &known));
        }
    }

    /// The value as text on one line; a message for a list or map.
    pub(super) fn text_of(&mut self, found: &FieldValue<'_>) -> Option<String> {
        self.line_of(found).filter(|text| !text.is_empty())
    }

    /// Says that a value is of another type.
    pub(super) fn wrong_type(&mut self, found: &FieldValue<'_>, wanted: &str) {
        if found.node.shape != NodeShape::Refused && found.node.shape != NodeShape::Absent {
            let place = self.report.value(&found.path);
            let in_brief = quoted(&found.node.in_brief());
            let noun = found.node.noun();
            self.report.add(pb114_wrong_type::wrong(place, found.key, &in_brief, noun, wanted));
        }
    }

    /// Says that a text is none of a few words.
    pub(super) fn no_choice(&mut self, found: &FieldValue<'_>, text: &str, words: &[&str]) {
        let place = self.report.value(&found.path);
        let near = nearest(text, words.iter().copied());
        self.report.add(pb118_choice::none(place, found.key, &quoted(text), near, words));
    }

    fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.described.into_iter().flatten().map(|field| field.name)
    }

    fn is_claimed(&self, entry: &MapEntry) -> bool {
        self.claimed.iter().any(|claimed| claimed.key_range == entry.key_range)
    }

    /// What is there under a key that is described.
    fn has_already(&self, key: &str) -> KeyState {
        let same = |entry: &&&MapEntry| text::is_same_key(&entry.key, key);
        match self.claimed.iter().find(same).map(|entry| &entry.value.shape) {
            None => KeyState::Unwritten,
            Some(NodeShape::Absent) => KeyState::Empty,
            Some(_) => KeyState::Set,
        }
    }

    /// Like `text_of`; an empty text is one.
    fn line_of(&mut self, found: &FieldValue<'_>) -> Option<String> {
        // `title: [A title]` has one reading.
        let only = match &found.node.shape {
            NodeShape::List(items) if items.len() == 1 => items.first(),
            _ => Some(found.node),
        };
        match only.map(|node| &node.shape) {
            Some(NodeShape::Text(value)) => {
                Some(text::one_line(value, &found.path, found.node, self.report))
            }
            _ => {
                self.wrong_type(found, "one text");
                None
            }
        }
    }

    fn path(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    fn find(&self, key: &'static str) -> Option<&'f MapEntry> {
        let exact = self.entries.iter().find(|entry| entry.key == key);
        let alike = || {
            let is_alike = |entry: &&MapEntry| text::is_same_key(&entry.key, key);
            // A key with a description of its own is not
            // taken for its plural: `role` beside `roles`.
            let no_other = |entry: &&MapEntry| self.names().all(|name| name != entry.key);
            self.entries.iter().find(|entry| is_alike(entry) && no_other(entry))
        };
        exact.or_else(alike)
    }
}
