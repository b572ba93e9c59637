//! Hands out the typed values of one map of front matter, key by key, and
//! records what is wrong with each. What was never asked for is an unknown
//! key. Deliberately absent: which keys a kind of page has.

use jiff::civil::Date;

use super::dates::{self, Reading};
use super::node::{Entry, Node, Shape};
use super::report::{Report, quoted};
use super::text;
use crate::diagnostic::rules::front::pb109_unknown_key::Meant;
use crate::diagnostic::rules::front::{
    pb109_unknown_key, pb110_misnamed_key, pb114_wrong_type, pb115_missing_part, pb116_date,
    pb117_date_form, pb118_choice, pb119_number, pb120_yes_or_no, pb121_interval, pb122_commas,
};
use crate::diagnostic::{Place, nearest};
use crate::domain::{EvidenceSource, Layer, Per, RepeatResult, Stakes, ToolStatus};

/// An enumeration with its words.
pub(super) trait Choice: Copy + 'static {
    /// Every value.
    fn all() -> &'static [Self];
    /// The word for it.
    fn word(self) -> &'static str;
}

macro_rules! choices {
    ($($name:ident),+) => {
        $(impl Choice for $name {
            fn all() -> &'static [Self] {
                Self::ALL
            }

            fn word(self) -> &'static str {
                self.as_str()
            }
        })+
    };
}
choices!(EvidenceSource, Layer, Per, RepeatResult, Stakes, ToolStatus);

/// One map of front matter, with what was asked for so far.
pub(super) struct Fields<'f, 's> {
    /// Where messages go.
    pub(super) report: &'f mut Report<'s>,
    entries: &'f [Entry],
    /// Key path of the map with its dot; empty at the top.
    prefix: String,
    asked: Vec<&'static str>,
    /// What was found under them: at most as many.
    claimed: Vec<&'f Entry>,
}

/// A value with the name it was asked for by.
#[derive(Clone)]
pub(super) struct Found<'f> {
    pub(super) key: &'static str,
    pub(super) path: String,
    pub(super) node: &'f Node,
}

impl<'f, 's> Fields<'f, 's> {
    /// The keys at the top of the front matter.
    pub(super) fn top(entries: &'f [Entry], report: &'f mut Report<'s>) -> Self {
        Self::below(String::new(), entries, report)
    }

    fn below(prefix: String, entries: &'f [Entry], report: &'f mut Report<'s>) -> Self {
        Self { report, entries, prefix, asked: Vec::new(), claimed: Vec::new() }
    }

    /// Text on one line.
    pub(super) fn text(&mut self, key: &'static str) -> Option<String> {
        let found = self.take(key)?;
        self.text_of(&found)
    }

    /// Like `text`; a message when the key is not there.
    pub(super) fn required_text(&mut self, key: &'static str) -> Option<String> {
        self.required(key)?;
        self.text(key)
    }

    /// A list of texts; one text stands for a list of one.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<String> {
        let filled = |(_, text): (Place, String)| (!text.is_empty()).then_some(text);
        let mut texts: Vec<String> = self.values(key).into_iter().filter_map(filled).collect();
        // They are collected in the room of what they were taken from.
        texts.shrink_to_fit();
        texts
    }

    /// Like `texts`, each with its place; empty ones are among them.
    pub(super) fn values(&mut self, key: &'static str) -> Vec<(Place, String)> {
        let Some(found) = self.take(key) else { return Vec::new() };
        let mut value = |path: String, node| {
            let place = self.report.value(&path);
            self.line_of(&Found { key, path, node }).map(|text| (place, text))
        };
        match &found.node.shape {
            Shape::List(items) => {
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

    /// A list of ids or names; `sales, support` in one text are two.
    pub(super) fn ids(&mut self, key: &'static str) -> Vec<String> {
        let texts = self.texts(key);
        match texts.as_slice() {
            [one] if one.contains(',') => {
                let parts = one.split(',').map(str::trim).filter(|part| !part.is_empty());
                let parts: Vec<String> = parts.map(str::to_owned).collect();
                let place = self.report.value(&self.path(key));
                self.report.add(pb122_commas::split(place, key, one, &parts.join(", ")));
                parts
            }
            _ => texts,
        }
    }

    /// A date; a message for one that is none, or has two readings.
    pub(super) fn date(&mut self, key: &'static str) -> Option<Date> {
        let found = self.take(key)?;
        let text = self.text_of(&found)?;
        let place = self.report.value(&found.path);
        match dates::read(&text) {
            Reading::Plain(date) => Some(date),
            Reading::OtherForm(date) => {
                let date_text = date.to_string();
                self.report.add(pb117_date_form::assumed(place, key, &quoted(&text), &date_text));
                Some(date)
            }
            Reading::Ambiguous(day_first, month_first) => {
                let reading = |date: Date| (date.to_string(), dates::in_words(date));
                let readings = [reading(day_first), reading(month_first)];
                self.report.add(pb116_date::two_readings(place, key, &quoted(&text), &readings));
                None
            }
            Reading::None(why) => {
                self.report.add(pb116_date::none(place, key, &quoted(&text), why.as_deref()));
                None
            }
        }
    }

    /// A date; a message also when the key is not there.
    pub(super) fn required_date(&mut self, key: &'static str) -> Option<Date> {
        self.required(key)?;
        self.date(key)
    }

    /// One of a few words.
    pub(super) fn choice<T: Choice>(&mut self, key: &'static str) -> Option<T> {
        let found = self.take(key)?;
        let text = self.text_of(&found)?;
        let word = text.to_lowercase().replace([' ', '_'], "-");
        let value = T::all().iter().copied().find(|value| value.word() == word);
        if value.is_none() {
            let words: Vec<&str> = T::all().iter().map(|value| value.word()).collect();
            self.no_choice(&found, &text, &words);
        }
        value
    }

    /// A rung of the data ladder in the ladder's own spelling; another word as
    /// written, for the model to judge.
    pub(super) fn rung(&mut self, key: &'static str) -> Option<String> {
        let text = self.text(key)?;
        let ladder = &self.report.settings.ladder;
        let rung = ladder.iter().find(|rung| rung.to_lowercase() == text.to_lowercase());
        Some(rung.cloned().unwrap_or(text))
    }

    /// A whole number from 0.
    pub(super) fn count(&mut self, key: &'static str) -> Option<u32> {
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

    /// A whole number; a message also when the key is not there.
    pub(super) fn required_count(&mut self, key: &'static str) -> Option<u32> {
        self.required(key)?;
        self.count(key)
    }

    /// A whole number, also below 0.
    pub(super) fn number(&mut self, key: &'static str) -> Option<i64> {
        let found = self.take(key)?;
        let text = self.text_of(&found)?;
        let number = text.parse().ok();
        if number.is_none() {
            let place = self.report.value(&found.path);
            self.report.add(pb119_number::not_whole(place, key, &quoted(&text), ""));
        }
        number
    }

    /// Yes or no; none also for what is neither, which has a message.
    pub(super) fn flag(&mut self, key: &'static str) -> Option<bool> {
        let found = self.take(key)?;
        let text = self.text_of(&found)?;
        match text.to_lowercase().as_str() {
            "true" | "yes" | "on" => Some(true),
            "false" | "no" | "off" => Some(false),
            _ => {
                let place = self.report.value(&found.path);
                self.report.add(pb120_yes_or_no::neither(place, key, &quoted(&text)));
                None
            }
        }
    }

    /// Days, written `90d`.
    pub(super) fn days(&mut self, key: &'static str) -> Option<u32> {
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

    /// A map.
    pub(super) fn map<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Fields<'_, '_>) -> Option<T>,
    ) -> Option<T> {
        let found = self.take(key)?;
        match &found.node.shape {
            Shape::Map(entries) => {
                let mut fields = Fields::below(format!("{}.", found.path), entries, self.report);
                let value = read(&mut fields);
                fields.finish();
                value
            }
            _ => {
                self.wrong_type(&found, "a group of keys");
                None
            }
        }
    }

    /// A list of maps; one map stands for a list of one. With `short`, a text
    /// stands for a map with this key.
    pub(super) fn maps<T>(
        &mut self,
        key: &'static str,
        short: Option<&'static str>,
        mut read: impl FnMut(&mut Fields<'_, '_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(found) = self.take(key) else { return Vec::new() };
        let items = match &found.node.shape {
            Shape::List(items) => items.as_slice(),
            _ => std::slice::from_ref(found.node),
        };
        let is_list = matches!(found.node.shape, Shape::List(_));
        let mut values = Vec::new();
        for (number, node) in items.iter().enumerate() {
            let path =
                if is_list { format!("{}[{number}]", found.path) } else { found.path.clone() };
            let prefix = format!("{path}.");
            match (&node.shape, short) {
                (Shape::Map(entries), _) => {
                    let mut fields = Fields::below(prefix, entries, self.report);
                    values.extend(read(&mut fields));
                    fields.finish();
                }
                (Shape::Text(_), Some(short)) => {
                    let key_range = node.range.clone();
                    let entry = Entry { key: short.to_owned(), key_range, value: node.clone() };
                    values.extend(read(&mut Fields::below(prefix, &[entry], self.report)));
                }
                (Shape::Text(text), None) => {
                    let place = self.report.value(&path);
                    let gist = quoted(&node.gist());
                    self.report.add(pb114_wrong_type::entry(place, key, &gist, text, !is_list));
                }
                _ => self.wrong_type(&Found { key, path, node }, "a group of keys"),
            }
        }
        values
    }

    /// The value of a key, if it has one. A key that is nearly this one is
    /// taken for it, with a message.
    pub(super) fn take(&mut self, key: &'static str) -> Option<Found<'f>> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        let entry = self.find(key)?;
        let path = self.path(key);
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
            Shape::Absent => None,
            _ => Some(Found { key, path, node: &entry.value }),
        }
    }

    /// Whether the key is there, readable or not; a message when it is not.
    pub(super) fn required(&mut self, key: &'static str) -> Option<()> {
        if self.take(key).is_none() {
            let of = self.prefix.trim_end_matches('.');
            let place = match self.entries.first() {
                Some(first) => self.report.bytes(&first.key_range),
                None => self.report.value(of),
            };
            self.report.add(pb115_missing_part::missing(place, of, key));
            return None;
        }
        Some(())
    }

    /// Whether a key is there, readable or not.
    pub(super) fn has(&mut self, key: &'static str) -> bool {
        self.take(key).is_some()
    }

    /// Reports every key that nobody asked for.
    pub(super) fn finish(self) {
        for entry in self.entries {
            if self.is_claimed(entry) {
                continue;
            }
            let path = format!("{}{}", self.prefix, entry.key);
            if self.prefix.is_empty() {
                self.report.remember(&path, &entry.key_range, &entry.value);
            }
            let place = self.report.bytes(&entry.key_range);
            let meant = pb109_unknown_key::meant(&entry.key, &self.asked)
                .map(str::to_owned)
                .or_else(|| nearest(&entry.key, self.asked.iter().copied()).map(str::to_owned));
            let value = entry.value.written();
            let of = self.prefix.trim_end_matches('.').split('[').next().unwrap_or_default();
            let meant = meant.as_deref().map(|meant| (meant, self.has_already(meant)));
            let known = &self.asked;
            self.report
                .add(pb109_unknown_key::unknown(place, &entry.key, of, &value, meant, known));
        }
    }

    fn is_claimed(&self, entry: &Entry) -> bool {
        self.claimed.iter().any(|claimed| claimed.key_range == entry.key_range)
    }

    /// What is there under a key that was asked for.
    fn has_already(&self, key: &str) -> Meant {
        let same = |entry: &&&Entry| text::is_same_key(&entry.key, key);
        match self.claimed.iter().find(same).map(|entry| &entry.value.shape) {
            None => Meant::Unwritten,
            Some(Shape::Absent) => Meant::Empty,
            Some(_) => Meant::Set,
        }
    }

    /// The value as text on one line; a message for a list or map.
    pub(super) fn text_of(&mut self, found: &Found<'_>) -> Option<String> {
        self.line_of(found).filter(|text| !text.is_empty())
    }

    /// Like `text_of`; an empty text is one.
    fn line_of(&mut self, found: &Found<'_>) -> Option<String> {
        let only = match &found.node.shape {
            Shape::List(items) if items.len() == 1 => items.first(),
            _ => Some(found.node),
        };
        match only.map(|node| &node.shape) {
            Some(Shape::Text(value)) => Some(text::one_line(value, found, self.report)),
            _ => {
                self.wrong_type(found, "one text");
                None
            }
        }
    }

    fn path(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    fn find(&self, key: &'static str) -> Option<&'f Entry> {
        let exact = self.entries.iter().find(|entry| entry.key == key);
        let alike = || {
            let unclaimed = |entry: &&Entry| !self.asked.contains(&entry.key.as_str());
            self.entries.iter().filter(unclaimed).find(|entry| text::is_same_key(&entry.key, key))
        };
        exact.or_else(alike)
    }

    fn wrong_type(&mut self, found: &Found<'_>, wanted: &str) {
        if found.node.shape != Shape::Refused && found.node.shape != Shape::Absent {
            let place = self.report.value(&found.path);
            let gist = quoted(&found.node.gist());
            let noun = found.node.noun();
            self.report.add(pb114_wrong_type::wrong(place, found.key, &gist, noun, wanted));
        }
    }

    fn no_choice(&mut self, found: &Found<'_>, text: &str, words: &[&str]) {
        let place = self.report.value(&found.path);
        let near = nearest(text, words.iter().copied());
        self.report.add(pb118_choice::none(place, found.key, &quoted(text), near, words));
    }
}
