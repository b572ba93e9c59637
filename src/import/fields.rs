//! Keys of another tool, or of another playbook, become fields of a page of ours; what
//! they name is called as it is here. What has no place is told with its words.
//! Deliberately absent: whether a value is right, which is the reader's to say.

use std::collections::BTreeMap;

use super::here::Here;
use super::map::{ImportMap, mapped};
use super::note::{About, Note};
use crate::document::front_matter::{RawValue, known_field};
use crate::domain::{Kind, fields_of};

/// What other tools call a field, beside what the reader of front matter knows itself.
// None for the owner and the day of the last run: who wrote a text, and when it was
// changed, says neither.
const OTHER_NAMES: [(&str, &[&str]); 4] = [
    (
        "keywords",
        &["tags", "tag", "category", "categories", "topics", "topic", "labels", "aliases", "alias"],
    ),
    ("summary", &["excerpt", "abstract", "subtitle", "lead", "tldr"]),
    (
        "written",
        &["created", "created time", "created at", "date created", "creation date", "date"],
    ),
    ("lang", &["language", "locale"]),
];

/// The fields of a page, as far as the source has them.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub(super) values: BTreeMap<&'static str, RawValue>,
    pub(super) notes: Vec<Note>,
}

/// Sorts the keys of a source into the fields of a kind of page.
pub(super) fn sort(
    kind: Kind,
    entries: Vec<(String, RawValue)>,
    map: &ImportMap,
    here: &Here<'_>,
) -> Fields {
    let mut sorter = FieldSorter { kind, map, here, fields: Fields::default() };
    for (key, value) in entries {
        sorter.take(&key, value);
    }
    sorter.fields
}

struct FieldSorter<'a> {
    kind: Kind,
    map: &'a ImportMap,
    here: &'a Here<'a>,
    fields: Fields,
}

impl FieldSorter<'_> {
    fn take(&mut self, key: &str, value: RawValue) {
        let texts = value.texts().join(", ");
        if texts.trim().is_empty() {
            return;
        }
        let written = match &value {
            RawValue::Map(_) => format!("{key}: {}", value.written()),
            _ => format!("{key}: {texts}"),
        };
        let field = match mapped(&self.map.fields, key) {
            Some("") => return self.leave(&written, "left out, as --map says"),
            Some(field) => known_field(self.kind, field),
            None => field_of(self.kind, key),
        };
        let Some(field) = field else {
            let why = format!("no field of a {} means this", self.kind.noun());
            return self.leave(&written, &why);
        };
        if field == "draft" {
            let why = "every page is a draft until somebody has read it here";
            return self.note(Note::taken(About::Key, &written, why));
        }
        if field == "redirect_from" {
            return self.leave(&written, "addresses of another site");
        }
        let Some(value) = self.called_here(key, field, value) else { return };
        let now = value.texts().join(", ");
        match (self.fields.values.get_mut(field), value) {
            (Some(RawValue::List(items)), RawValue::List(more)) => items.extend(more),
            (Some(_), _) => {
                return self.leave(&written, &format!("{field} has a value already"));
            }
            (None, value) => drop(self.fields.values.insert(field, value)),
        }
        if key != field || now != texts {
            self.note(Note::taken(About::Key, &written, format!("now {field}: {now}")));
        }
    }

    fn note(&mut self, note: Note) {
        self.fields.notes.push(note);
    }

    fn leave(&mut self, written: &str, why: &str) {
        self.note(Note::left_out(About::Key, written, why));
    }

    /// The value with the names that things have here; None where nothing of it is left.
    fn called_here(&mut self, key: &str, field: &str, value: RawValue) -> Option<RawValue> {
        match field {
            "roles" => {
                let roles = items(&value);
                let known: Vec<RawValue> =
                    roles.iter().filter_map(|role| self.role(role)).map(RawValue::Text).collect();
                (!known.is_empty()).then_some(RawValue::List(known))
            }
            "tools" => Some(list(
                items(&value).iter().map(|tool| self.thing(Kind::Tool, &self.map.tools, tool)),
            )),
            "keywords" => {
                let words = items(&value).into_iter();
                // Old addresses of a page bear the same name as its other names do.
                let (paths, words): (Vec<String>, Vec<String>) =
                    words.partition(|word| word.starts_with('/'));
                for path in &paths {
                    self.leave(&format!("{key}: {path}"), "an address of another site");
                }
                let bare = words.iter().map(|word| word.trim_start_matches('#').to_owned());
                (!words.is_empty()).then(|| list(bare))
            }
            "data" => self.rung(&value),
            "layer" => Some(self.mapped_text(&self.map.layers, value)),
            "owner" | "curator" => {
                let person = |text: String| self.thing(Kind::Person, &self.map.people, &text);
                Some(match value {
                    RawValue::Text(text) => RawValue::Text(person(text)),
                    other => other,
                })
            }
            "repeated_by" => Some(self.repeats(value)),
            "written" | "verified" => Some(match value {
                RawValue::Text(text) => RawValue::Text(without_time(&text).to_owned()),
                other => other,
            }),
            _ => Some(value),
        }
    }

    fn role(&mut self, word: &str) -> Option<String> {
        if word.eq_ignore_ascii_case("everyone") {
            return Some("everyone".to_owned());
        }
        let map = self.map;
        let known = mapped(&map.roles, word).or_else(|| self.here.find(Kind::Role, word));
        if known.is_none() {
            let why = "no role here is called so: name one in --map under [roles]";
            self.leave(&format!("roles: {word}"), why);
        }
        known.map(str::to_owned)
    }

    /// A tool or a person by its id here, or as it was written: pages show it so.
    fn thing(&self, kind: Kind, map: &BTreeMap<String, String>, word: &str) -> String {
        let known = mapped(map, word).or_else(|| self.here.find(kind, word));
        known.unwrap_or(word).to_owned()
    }

    fn rung(&mut self, value: &RawValue) -> Option<RawValue> {
        let word = value.texts().join(", ");
        let map = self.map;
        let known = mapped(&map.data, &word).or_else(|| self.here.rung(&word));
        if known.is_none() {
            let why = "no rung of the data ladder here: name one in --map under [data]";
            self.leave(&format!("data: {word}"), why);
        }
        known.map(|rung| RawValue::Text(rung.to_owned()))
    }

    fn mapped_text(&self, map: &BTreeMap<String, String>, value: RawValue) -> RawValue {
        match value {
            RawValue::Text(text) => {
                RawValue::Text(mapped(map, &text).map_or(text.clone(), str::to_owned))
            }
            other => other,
        }
    }

    fn repeats(&self, value: RawValue) -> RawValue {
        match value {
            RawValue::List(items) => {
                RawValue::List(items.into_iter().map(|item| self.repeats(item)).collect())
            }
            RawValue::Map(pairs) => {
                let pair = |(key, value): (String, RawValue)| match (key.as_str(), value) {
                    ("who", RawValue::Text(who)) => {
                        let who = self.thing(Kind::Person, &self.map.people, &who);
                        (key, RawValue::Text(who))
                    }
                    (_, value) => (key, value),
                };
                RawValue::Map(pairs.into_iter().map(pair).collect())
            }
            other => other,
        }
    }
}

/// The field that a key of any tool means.
fn field_of(kind: Kind, key: &str) -> Option<&'static str> {
    if let Some(field) = known_field(kind, key) {
        return Some(field);
    }
    let plain = key.trim().to_lowercase().replace(['_', '-'], " ");
    let (name, _) = OTHER_NAMES.iter().find(|(_, names)| names.contains(&plain.as_str()))?;
    let fields = fields_of(kind).into_iter().flatten();
    fields.map(|field| field.name).find(|field| field == name)
}

/// The items of a list, or of a text that commas part.
fn items(value: &RawValue) -> Vec<String> {
    let texts = value.texts().into_iter().flat_map(|text| text.split(','));
    texts.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

fn list(items: impl Iterator<Item = String>) -> RawValue {
    RawValue::List(items.map(RawValue::Text).collect())
}

/// `2026-03-01T10:00:00Z` is a day with a time.
fn without_time(text: &str) -> &str {
    let text = text.trim();
    match text.split_once(['T', ' ']) {
        Some((day, time)) if day.len() == 10 && time.starts_with(|c: char| c.is_ascii_digit()) => {
            day
        }
        _ => text,
    }
}
