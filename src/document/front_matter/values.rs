//! What the values of front matter mean: a number, a day, a word, a group of
//! fields. Each is recovered where it has one reading, and has a message where not.

use jiff::civil::Date;

use super::dates::{self, DateReading};
use super::fields::{FieldValue, FrontMatterMap};
use super::node::{MapEntry, Node, NodeShape};
use super::plain_name::plain_name;
use super::report::quoted;
use super::{address, layer, paths, scalar, text};
use crate::diagnostic::Place;
use crate::diagnostic::rules::front::{
    pb114_wrong_type, pb116_date, pb117_date_form, pb119_number, pb120_yes_or_no, pb121_interval,
    pb122_commas, pb149_decorated_name, pb150_nested_list,
};
use crate::domain::reading::{Record, Values};
use crate::domain::{Layer, Vocabulary, likely_days, only_number, parse_days};

impl Values for FrontMatterMap<'_, '_> {
    fn text(&mut self, key: &'static str) -> Option<String> {
        let found = self.take(key)?;
        self.text_of(&found)
    }

    fn texts(&mut self, key: &'static str) -> Vec<String> {
        let filled = |(_, text): (Place, String)| (!text.is_empty()).then_some(text);
        let mut texts: Vec<String> =
            self.placed_texts(key).into_iter().filter_map(filled).collect();
        // They are collected in the room of what they were taken from.
        texts.shrink_to_fit();
        texts
    }

    fn id(&mut self, key: &'static str) -> Option<String> {
        let found = self.take(key)?;
        let text = self.text_of(&found)?;
        let source = self.report.text.get(found.node.range.clone()).unwrap_or_default();
        let is_link = source.starts_with("[[");
        let name = plain_name(&text);
        if name.is_empty() || name == text && !is_link {
            return Some(text);
        }
        let place = self.report.value(&found.path);
        let shown = quoted(if is_link { source } else { &text });
        let message = pb149_decorated_name::read_as(place, &shown, name);
        self.report.mend(message, found.node.range.clone(), scalar::written(name, false));
        Some(name.to_owned())
    }

    fn ids(&mut self, key: &'static str) -> Vec<String> {
        let Some(found) = self.take(key) else { return Vec::new() };
        let place = self.value_place(key);
        if let Some(inner) = found.node.nested_texts() {
            let names: Vec<String> = inner.into_iter().map(|it| plain_name(it).into()).collect();
            let message = pb150_nested_list::flattened(place, key);
            self.report.mend(message, found.node.range.clone(), scalar::list(&names));
            return names;
        }
        let texts = self.texts(key);
        match texts.as_slice() {
            // Only where there is one text: items of a longer list may have commas in them.
            [one] if one.contains([',', ';']) => {
                let parts = one.split([',', ';']).map(plain_name).filter(|part| !part.is_empty());
                let parts: Vec<String> = parts.map(str::to_owned).collect();
                let message = pb122_commas::split(place, one);
                self.report.mend(message, found.node.range.clone(), scalar::list(&parts));
                parts
            }
            _ => self.plain_names(&found, texts),
        }
    }

    fn date(&mut self, key: &'static str) -> Option<Date> {
        let found = self.take(key)?;
        let text = self.text_of(&found)?;
        let place = self.report.value(&found.path);
        let range = found.node.range.clone();
        let shown = quoted(&text);
        match dates::read(&text) {
            DateReading::Plain(date) => return Some(date),
            DateReading::OtherForm(date) => {
                let iso = date.to_string();
                self.report.mend(pb117_date_form::assumed(place, &shown, &iso), range, iso);
                return Some(date);
            }
            DateReading::AmongWords(date) => {
                self.report.mend(pb116_date::among_words(place, &shown), range, date.to_string());
            }
            DateReading::Ambiguous(day_first, month_first) => {
                let reading = |date: Date| (date.to_string(), dates::in_words(date));
                let readings = [reading(day_first), reading(month_first)];
                self.report.add(pb116_date::two_readings(place, key, &shown, readings));
            }
            DateReading::None(_) if text::says_nothing(&text) => {
                self.delete_line(pb116_date::nothing(place, &shown), &range);
            }
            DateReading::None(why) => {
                self.report.add(pb116_date::none(place, key, &shown, why));
            }
        }
        None
    }

    fn choice<T: Vocabulary>(&mut self, key: &'static str) -> Option<T> {
        let found = self.take(key)?;
        let text = self.text_of(&found)?;
        // Words of vocabularies have hyphens; `Not approved` and `not_approved` say the same.
        let word = text.to_lowercase().replace([' ', '_'], "-");
        let number = T::WORDS.iter().position(|known| *known == word);
        if number.is_none() {
            self.no_choice(&found, &text, T::WORDS);
        }
        T::VALUES.get(number?).copied()
    }

    fn layer(&mut self, key: &'static str, is_required: bool) -> Option<Layer> {
        let layer = layer::read(self, key, is_required);
        self.report.is_whole &= layer.is_some() || !is_required;
        layer
    }

    /// Another word is as written, for the model to judge.
    fn rung(&mut self, key: &'static str) -> Option<String> {
        let text = self.text(key)?;
        let ladder = &self.report.settings.ladder;
        let rung = ladder.iter().find(|rung| rung.to_lowercase() == text.to_lowercase());
        // An unknown word is kept: without it the page
        // would say less of its data than its writer did.
        Some(rung.cloned().unwrap_or(text))
    }

    fn people(&mut self, key: &'static str) -> u32 {
        let count = self.count(key);
        if count == Some(0) {
            let place = self.value_place(key);
            self.report.add(pb119_number::nobody(place, key));
        }
        // Nobody cannot have repeated anything; the entry itself says that there was one.
        count.unwrap_or(1).max(1)
    }

    fn count(&mut self, key: &'static str) -> Option<u32> {
        let found = self.take(key)?;
        let text = self.text_of(&found)?;
        let count = text.parse().ok();
        if count.is_none() {
            self.no_number(&found, &text);
        }
        count
    }

    fn number(&mut self, key: &'static str) -> Option<i64> {
        let found = self.take(key)?;
        let text = self.text_of(&found)?;
        let number = text.parse().ok();
        if number.is_none() {
            self.no_number(&found, &text);
        }
        number
    }

    fn flag(&mut self, key: &'static str) -> Option<bool> {
        let found = self.take(key)?;
        let text = self.text_of(&found)?;
        let flag = text::flag(&text);
        if flag.is_none() {
            let place = self.report.value(&found.path);
            let message = pb120_yes_or_no::neither(place, key, &quoted(&text));
            // What it is taken for already, and no more.
            match key {
                "draft" => self.report.mend(message, found.node.range.clone(), "true"),
                _ => self.report.add(message),
            }
        }
        flag
    }

    fn days(&mut self, key: &'static str) -> Option<u32> {
        let found = self.take(key)?;
        let text = self.text_of(&found)?;
        let days = parse_days(&text);
        if days.is_none() {
            let place = self.report.value(&found.path);
            let likely = likely_days(&text);
            let message = pb121_interval::not_days(place, &quoted(&text), likely.is_some());
            match likely {
                Some(days) => {
                    self.report.mend(message, found.node.range.clone(), format!("{days}d"));
                }
                None => self.report.add(message),
            }
        }
        days
    }

    fn address(&mut self, key: &'static str) -> Option<String> {
        address::read(self, key)
    }

    fn paths(&mut self, key: &'static str) -> Vec<String> {
        paths::read(self, key)
    }

    /// Where a text may stand for the group, yes and no do so too.
    fn group<T: Record>(&mut self, key: &'static str) -> Option<T> {
        let found = self.take(key)?;
        let said = match &found.node.shape {
            NodeShape::Text(text) => text::flag(text),
            _ => None,
        };
        match (&found.node.shape, T::SHORT, said) {
            (NodeShape::Map(entries), ..) => self.record(&found.path, entries),
            // `retired: yes` must retire the page, though it says neither when nor why.
            (NodeShape::Text(_), Some(_), Some(true)) => self.record(&found.path, &[]),
            (NodeShape::Text(_), Some(_), Some(false)) => None,
            (NodeShape::Text(_), Some(short), None) => self.short(&found.path, short, found.node),
            _ => {
                self.wrong_type(&found, "a group of keys");
                None
            }
        }
    }

    fn is_set(&mut self, key: &'static str) -> bool {
        // Told and claimed, also where nothing stands behind it.
        self.take(key);
        self.find(key).is_some_and(|entry| match &entry.value.shape {
            NodeShape::Text(word) => text::flag(word) != Some(false),
            _ => true,
        })
    }

    /// One group stands for a list of one.
    fn groups<T: Record>(&mut self, key: &'static str) -> Vec<T> {
        let Some(found) = self.take(key) else { return Vec::new() };
        let (items, is_list) = match &found.node.shape {
            NodeShape::List(items) => (items.as_slice(), true),
            _ => (std::slice::from_ref(found.node), false),
        };
        let mut values = Vec::new();
        for (number, node) in items.iter().enumerate() {
            let path =
                if is_list { format!("{}[{number}]", found.path) } else { found.path.clone() };
            let value = match (&node.shape, T::SHORT) {
                (NodeShape::Map(entries), _) => self.record(&path, entries),
                (NodeShape::Text(_), Some(short)) => self.short(&path, short, node),
                (NodeShape::Text(text), None) => {
                    let place = self.report.value(&path);
                    let in_brief = quoted(&node.in_brief());
                    if text::says_nothing(text) {
                        let message = pb114_wrong_type::nothing(place, key, &in_brief);
                        self.delete_line(message, &node.range);
                    } else {
                        let form = self.form_of(key);
                        self.report.add(pb114_wrong_type::entry(
                            place, key, &in_brief, text, !is_list, &form,
                        ));
                    }
                    None
                }
                _ => {
                    let found = FieldValue { key, path: path.clone(), node };
                    self.wrong_type(&found, "a group of keys");
                    None
                }
            };
            if let Some(value) = value {
                values.push(value);
                self.keep_group(key, path);
            }
        }
        values
    }

    fn has(&mut self, key: &'static str) -> bool {
        self.take(key).is_some()
    }

    fn require(&mut self, key: &'static str) -> bool {
        let has = self.has(key);
        if !has {
            self.tell_missing(key);
        }
        has
    }
}

impl FrontMatterMap<'_, '_> {
    /// Names of a list, without what other tools put around them.
    fn plain_names(&mut self, found: &FieldValue<'_>, texts: Vec<String>) -> Vec<String> {
        let items = match &found.node.shape {
            NodeShape::List(items) => items.as_slice(),
            _ => std::slice::from_ref(found.node),
        };
        // Where an entry has a message of its own, they are no longer those of the file.
        let nodes = if items.len() == texts.len() { items } else { &[] };
        let mut nodes = nodes.iter();
        let mut names = Vec::with_capacity(texts.len());
        for text in texts {
            let node = nodes.next();
            let name = plain_name(&text);
            if name == text || name.is_empty() {
                names.push(text);
                continue;
            }
            let place = node.map_or_else(
                || self.report.value(&found.path),
                |node| self.report.bytes(&node.range),
            );
            let message = pb149_decorated_name::read_as(place, &quoted(&text), name);
            match node {
                Some(node) => {
                    self.report.mend(message, node.range.clone(), scalar::written(name, true));
                }
                None => self.report.add(message),
            }
            names.push(name.to_owned());
        }
        names
    }

    /// Says that a text is no whole number; with the one number that it has, if so.
    fn no_number(&mut self, found: &FieldValue<'_>, text: &str) {
        let place = self.report.value(&found.path);
        let digits = only_number(text);
        let message = pb119_number::not_whole(place, &quoted(text), digits.is_some());
        match digits {
            Some(digits) => self.report.mend(message, found.node.range.clone(), digits),
            None => self.report.add(message),
        }
    }

    fn record<T: Record>(&mut self, path: &str, entries: &[MapEntry]) -> Option<T> {
        let described = [T::FIELDS, &[], &[]];
        // Its own map: keys of a group must not be taken for keys of the page.
        let mut fields = FrontMatterMap::new(format!("{path}."), entries, described, self.report);
        let value = T::read(&mut fields);
        fields.finish();
        value
    }

    /// A group of which only one value is written.
    fn short<T: Record>(&mut self, path: &str, key: &str, node: &Node) -> Option<T> {
        // The value is its own key: there is nothing else to point at.
        let key_range = node.range.clone();
        self.report.remember(&format!("{path}.{key}"), &key_range, node);
        self.record(path, &[MapEntry { key: key.to_owned(), key_range, value: node.clone() }])
    }
}
