//! What the values of front matter mean: a number, a day, a word, a group of
//! fields. Each is recovered where it has one reading, and has a message where not.

use jiff::civil::Date;

use super::dates::{self, DateReading};
use super::fields::{FieldValue, FrontMatterMap};
use super::node::{MapEntry, Node, NodeShape};
use super::report::quoted;
use super::{address, layer, paths, text};
use crate::diagnostic::Place;
use crate::diagnostic::rules::front::{
    pb114_wrong_type, pb116_date, pb117_date_form, pb119_number, pb120_yes_or_no, pb121_interval,
    pb122_commas,
};
use crate::domain::reading::{Record, Values};
use crate::domain::{Layer, Vocabulary};

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

    fn ids(&mut self, key: &'static str) -> Vec<String> {
        let texts = self.texts(key);
        match texts.as_slice() {
            // Only where there is one text: items of a longer list may have commas in them.
            [one] if one.contains(',') => {
                let parts = one.split(',').map(str::trim).filter(|part| !part.is_empty());
                let parts: Vec<String> = parts.map(str::to_owned).collect();
                let place = self.value_place(key);
                self.report.add(pb122_commas::split(place, key, one, &parts.join(", ")));
                parts
            }
            _ => texts,
        }
    }

    fn date(&mut self, key: &'static str) -> Option<Date> {
        let found = self.take(key)?;
        let text = self.text_of(&found)?;
        let place = self.report.value(&found.path);
        match dates::read(&text) {
            DateReading::Plain(date) => Some(date),
            DateReading::OtherForm(date) => {
                let date_text = date.to_string();
                self.report.add(pb117_date_form::assumed(place, key, &quoted(&text), &date_text));
                Some(date)
            }
            DateReading::Ambiguous(day_first, month_first) => {
                let reading = |date: Date| (date.to_string(), dates::in_words(date));
                let readings = [reading(day_first), reading(month_first)];
                self.report.add(pb116_date::two_readings(place, key, &quoted(&text), &readings));
                None
            }
            DateReading::None(why) => {
                self.report.add(pb116_date::none(place, key, &quoted(&text), why.as_deref()));
                None
            }
        }
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
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let place = self.report.value(&found.path);
            self.report.add(pb119_number::not_whole(place, key, &quoted(&text), &digits));
        }
        count
    }

    fn number(&mut self, key: &'static str) -> Option<i64> {
        let found = self.take(key)?;
        let text = self.text_of(&found)?;
        let number = text.parse().ok();
        if number.is_none() {
            let place = self.report.value(&found.path);
            self.report.add(pb119_number::not_whole(place, key, &quoted(&text), ""));
        }
        number
    }

    fn flag(&mut self, key: &'static str) -> Option<bool> {
        let found = self.take(key)?;
        let text = self.text_of(&found)?;
        let flag = text::flag(&text);
        if flag.is_none() {
            let place = self.report.value(&found.path);
            self.report.add(pb120_yes_or_no::neither(place, key, &quoted(&text)));
        }
        flag
    }

    fn days(&mut self, key: &'static str) -> Option<u32> {
        let found = self.take(key)?;
        let text = self.text_of(&found)?;
        let days = text::days(&text);
        if days.is_none() {
            let place = self.report.value(&found.path);
            let likely = text::likely_days(&text);
            self.report.add(pb121_interval::not_days(place, key, &quoted(&text), likely));
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
                    self.report.add(pb114_wrong_type::entry(place, key, &in_brief, text, !is_list));
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
    fn record<T: Record>(&mut self, path: &str, entries: &[MapEntry]) -> Option<T> {
        let described = [T::FIELDS, &[]];
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
