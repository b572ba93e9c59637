//! The words of one language: section names with their aliases, sentences and
//! labels. One TOML file per language, compiled in. Deliberately absent:
//! anything that a page or a company could change.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

/// The words of one language.
#[derive(Debug, Deserialize)]
pub struct Language {
    /// Its code, such as `en`.
    pub code: String,
    /// Names of the twelve months.
    pub months: Vec<String>,
    /// A date: `{day} {month} {year}`.
    pub date: String,
    /// Section key to its headings; the first is the one to write.
    pub sections: BTreeMap<String, Vec<String>>,
    /// Section key to headings that name it only while a redesign is rebuilt.
    #[serde(default)]
    pub rebuilding: BTreeMap<String, Vec<String>>,
    /// Words that may stand before a section's name in a heading, in lower case.
    #[serde(default)]
    pub articles: Vec<String>,
    /// Key of a block to its names; the first is the one to write.
    #[serde(default)]
    pub keys: BTreeMap<String, Vec<String>>,
    /// Fields of front matter to the names that they are also known by.
    #[serde(default)]
    pub fields: BTreeMap<String, Vec<String>>,
    /// Layers to what people call them.
    #[serde(default)]
    pub layers: BTreeMap<String, Vec<String>>,
    /// What people write where there is nothing to write, in lower case.
    #[serde(default)]
    pub nothing: Vec<String>,
    /// Lines of letters to their names; the first is the one to write.
    #[serde(default)]
    pub letter: BTreeMap<String, Vec<String>>,
    /// Results of a repeat to what people answer.
    #[serde(default)]
    pub answers: BTreeMap<String, Vec<String>>,
    /// Words of sentences that say what may be pasted, by what they say of it.
    #[serde(default)]
    pub paste: BTreeMap<String, Vec<String>>,
    /// Words that say nothing of a text, in order; with blanks between them in the
    /// file.
    #[serde(default, deserialize_with = "in_order")]
    pub stop: Vec<String>,
    /// Labels and sentences; `{name}` stands for what is filled in.
    pub words: BTreeMap<String, String>,
    /// Words of the preview around a page, which no site has.
    #[serde(default)]
    pub preview: BTreeMap<String, String>,
}

static SHIPPED: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let files = [include_str!("en.toml"), include_str!("de.toml")];
    // A file that does not parse is left out; a test reads each of them.
    files.into_iter().filter_map(|file| toml::from_str(file).ok()).collect()
});

static NONE: LazyLock<Language> = LazyLock::new(|| Language {
    code: "en".to_owned(),
    months: Vec::new(),
    date: "{year}-{month}-{day}".to_owned(),
    sections: BTreeMap::new(),
    rebuilding: BTreeMap::new(),
    articles: Vec::new(),
    keys: BTreeMap::new(),
    fields: BTreeMap::new(),
    layers: BTreeMap::new(),
    nothing: Vec::new(),
    letter: BTreeMap::new(),
    answers: BTreeMap::new(),
    paste: BTreeMap::new(),
    stop: Vec::new(),
    words: BTreeMap::new(),
    preview: BTreeMap::new(),
});

/// Every shipped language, English first.
pub fn shipped() -> &'static [Language] {
    &SHIPPED
}

/// The language with this code; English for an unknown one.
pub fn find(code: &str) -> &'static Language {
    let english = || SHIPPED.first().unwrap_or(&NONE);
    SHIPPED.iter().find(|language| language.code == code).unwrap_or_else(english)
}

fn in_order<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    words.sort_unstable();
    Ok(words)
}

/// Minutes from which a duration is read in hours.
const TEN_HOURS: u32 = 600;

impl Language {
    /// A word by its key; the key itself when nobody has translated it.
    pub fn word<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.get(key).map_or(key, String::as_str)
    }

    /// A sentence with its blanks filled in; one of its own for a single thing, by the key
    /// with `-one`, where the sentence counts `n`.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let is_one = values.iter().any(|(name, value)| *name == "n" && *value == "1");
        let one = is_one.then(|| self.words.get(&format!("{key}-one"))).flatten();
        fill_in(one.map_or_else(|| self.word(key), String::as_str), values)
    }

    /// A sentence of the preview with its blanks filled in; the key itself when nobody
    /// has translated it.
    pub fn preview(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill_in(self.preview.get(key).map_or(key, String::as_str), values)
    }

    /// A day in words: `30 September 2026`.
    pub fn date(&self, date: Date) -> String {
        let month = usize::try_from(date.month()).unwrap_or(1).saturating_sub(1);
        let month = self.months.get(month).map_or("", String::as_str);
        let (day, year) = (date.day().to_string(), date.year().to_string());
        fill_in(&self.date, &[("day", &day), ("month", month), ("year", &year)])
    }

    /// `55 min`; `19 h 10 min` when it stands in or beside more than ten hours.
    pub fn duration(&self, minutes: u32, longest: u32) -> String {
        let in_hours = longest > TEN_HOURS;
        let (hours, left) = (minutes / 60, minutes % 60);
        let of = |key: &str, n: u32| self.fill(key, &[("n", &n.to_string())]);
        match (hours, left) {
            (0, _) => of("minutes", minutes),
            _ if !in_hours => of("minutes", minutes),
            (_, 0) => of("hours", hours),
            _ => format!("{} {}", of("hours", hours), of("minutes", left)),
        }
    }

    /// The heading that a contributor should write for a section.
    pub fn heading<'a>(&'a self, section: &'a str) -> &'a str {
        self.sections.get(section).and_then(|names| names.first()).map_or(section, String::as_str)
    }
}

fn fill_in(sentence: &str, values: &[(&str, &str)]) -> String {
    let room: usize = values.iter().map(|(_, value)| value.len()).sum();
    let mut filled = String::with_capacity(sentence.len() + room);
    crate::fill_in::fill_in(sentence, &mut filled, |name, filled| {
        let value = values.iter().find(|(known, _)| *known == name);
        value.inspect(|(_, value)| filled.push_str(value)).is_some()
    });
    filled
}
