//! What a value of `playbook.toml` may look like, and what it says. A TOML
//! value enters; a setting or the fault of it leaves.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::SiteLink;
use crate::diagnostic::rules::setup::{
    pb903_setting_type, pb905_language, pb906_setting_choice, pb907_address, pb908_interval,
    pb909_too_small, pb910_path, pb911_ladder,
};
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::language;

/// What a key takes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    /// Text that is not empty.
    Text,
    /// `http://` or `https://`, without a slash at its end.
    WebAddress,
    /// A web address or `mailto:`.
    ContactAddress,
    /// A language that is shipped.
    Language,
    /// A folder's name.
    Name,
    /// A file below a folder.
    FilePath,
    /// A folder below the root; empty for the root.
    FolderPath,
    /// `true` or `false`.
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// `"90d"`
    Days,
    /// A whole number from 1.
    Count,
    /// A list of texts.
    Texts,
    /// A list of file extensions.
    Extensions,
    /// At least one rung, none twice.
    Ladder,
    /// A list of `{ text, url }`.
    Links,
}

/// What a key says.
#[derive(Clone, Debug)]
pub(super) enum Setting {
    Text(String),
    Flag(bool),
    Count(u64),
    Texts(Vec<String>),
    Links(Vec<SiteLink>),
}

/// A value of the file.
pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// A key with its value, and how to point at parts of it.
pub(super) struct Checked<'c, 't> {
    /// `site.title`
    pub(super) key: &'c str,
    pub(super) value: &'c Value<'t>,
    /// Makes places of bytes.
    pub(super) place: &'c dyn Fn(Range<usize>) -> Place,
}

impl Shape {
    /// What the value says, if it is of this shape.
    pub(super) fn read(self, checked: &Checked<'_, '_>) -> Result<Setting, Diagnostic> {
        match self {
            Self::Flag => match checked.value.get_ref().as_bool() {
                Some(flag) => Ok(Setting::Flag(flag)),
                None => Err(checked.wrong("true or false", "true")),
            },
            Self::Count => count(checked),
            Self::Texts => checked
                .texts()
                .map(|texts| Setting::Texts(texts.into_iter().map(|(text, _)| text).collect())),
            Self::Extensions => extensions(checked),
            Self::Ladder => ladder(checked),
            Self::Links => links(checked),
            _ => self.text(checked).map(Setting::Text),
        }
    }

    /// The shapes that are one text.
    fn text(self, checked: &Checked<'_, '_>) -> Result<String, Diagnostic> {
        let Some(text) = checked.value.get_ref().as_str() else {
            return Err(checked.wrong("text in quotes", "\"...\""));
        };
        let text = text.trim();
        let place = || checked.here();
        if text.contains(char::is_control) || text.is_empty() && !matches!(self, Self::FolderPath) {
            return Err(checked.wrong("text that is not empty", "\"...\""));
        }
        match self {
            Self::WebAddress => match is_web_address(text) {
                true => Ok(text.trim_end_matches('/').to_owned()),
                false => Err(pb907_address::no_web(place(), checked.key, text)),
            },
            Self::ContactAddress if !is_contact(text) => {
                Err(pb907_address::no_contact(place(), checked.key, text))
            }
            Self::Language => {
                let codes: Vec<&str> =
                    language::shipped().iter().map(|one| one.code.as_str()).collect();
                match codes.contains(&text) {
                    true => Ok(text.to_owned()),
                    false => Err(pb905_language::unknown(place(), text, &codes)),
                }
            }
            Self::Choice(words) if !words.contains(&text) => {
                let near = nearest(text, words.iter().copied());
                Err(pb906_setting_choice::none(place(), checked.key, text, near, words))
            }
            Self::Days if days(text).is_none() => {
                Err(pb908_interval::not_days(place(), checked.key, text))
            }
            Self::Name if text.contains(['/', '\\', ':', '.']) => {
                Err(pb910_path::no_name(place(), checked.key, text))
            }
            Self::FilePath | Self::FolderPath => match path(text) {
                Some(path) => Ok(path),
                None => Err(pb910_path::outside(place(), checked.key, text)),
            },
            _ => Ok(text.to_owned()),
        }
    }
}

impl Checked<'_, '_> {
    fn here(&self) -> Place {
        (self.place)(self.value.span())
    }

    fn wrong(&self, wanted: &str, example: &str) -> Diagnostic {
        let found = self.value.get_ref().type_str();
        pb903_setting_type::wrong(self.here(), self.key, found, wanted, example)
    }

    /// A list of texts, each with its place.
    fn texts(&self) -> Result<Vec<(String, Range<usize>)>, Diagnostic> {
        let wanted = || self.wrong("a list of texts", "[\"...\", \"...\"]");
        let items = self.value.get_ref().as_array().ok_or_else(wanted)?;
        let text = |item: &Value<'_>| match item.get_ref().as_str() {
            Some(text) => Ok((text.trim().to_owned(), item.span())),
            None => {
                let found = item.get_ref().type_str();
                let place = (self.place)(item.span());
                Err(pb903_setting_type::wrong(
                    place,
                    self.key,
                    found,
                    "a list of texts",
                    "[\"...\"]",
                ))
            }
        };
        items.iter().map(text).collect()
    }
}

/// The days of `90d`.
pub(super) fn days(text: &str) -> Option<u32> {
    let days = text.strip_suffix('d')?.parse().ok()?;
    (1..=3650).contains(&days).then_some(days)
}

fn count(checked: &Checked<'_, '_>) -> Result<Setting, Diagnostic> {
    let Some(number) = checked.value.get_ref().as_integer() else {
        return Err(checked.wrong("a whole number", "1"));
    };
    match u64::from_str_radix(number.as_str(), number.radix()) {
        Ok(number @ 1..=0x7fff_ffff_ffff_ffff) => Ok(Setting::Count(number)),
        _ => Err(pb909_too_small::below_one(checked.here(), checked.key, number.as_str())),
    }
}

fn extensions(checked: &Checked<'_, '_>) -> Result<Setting, Diagnostic> {
    let mut extensions = Vec::new();
    for (text, range) in checked.texts()? {
        let extension = text.trim_start_matches('.').to_lowercase();
        if extension.is_empty() || !extension.chars().all(char::is_alphanumeric) {
            return Err(pb910_path::no_extension((checked.place)(range), checked.key, &text));
        }
        extensions.push(extension);
    }
    Ok(Setting::Texts(extensions))
}

fn ladder(checked: &Checked<'_, '_>) -> Result<Setting, Diagnostic> {
    let mut rungs: Vec<String> = Vec::new();
    for (text, range) in checked.texts()? {
        let twice = rungs.iter().any(|rung| rung.to_lowercase() == text.to_lowercase());
        if twice || text.is_empty() {
            return Err(pb911_ladder::bad_rung((checked.place)(range), &text));
        }
        rungs.push(text);
    }
    if rungs.is_empty() {
        return Err(pb911_ladder::empty(checked.here()));
    }
    Ok(Setting::Texts(rungs))
}

fn links(checked: &Checked<'_, '_>) -> Result<Setting, Diagnostic> {
    const EXAMPLE: &str = "[{ text = \"Works council\", url = \"https://intranet.example/wc\" }]";
    let wanted = || checked.wrong("a list of links", EXAMPLE);
    let items = checked.value.get_ref().as_array().ok_or_else(wanted)?;
    let mut links = Vec::new();
    for item in items {
        let part = |key: &str| item.get_ref().as_table()?.get(key)?.get_ref().as_str();
        let known = item.get_ref().as_table().is_some_and(|table| table.len() == 2);
        let (Some(text), Some(url), true) = (part("text"), part("url"), known) else {
            let place = (checked.place)(item.span());
            let found = item.get_ref().type_str();
            let wanted = "links with `text` and `url`";
            return Err(pb903_setting_type::wrong(place, checked.key, found, wanted, EXAMPLE));
        };
        if !is_contact(url) {
            let place = (checked.place)(item.span());
            return Err(pb907_address::no_contact(place, checked.key, url));
        }
        links.push(SiteLink { text: text.trim().to_owned(), url: url.trim().to_owned() });
    }
    Ok(Setting::Links(links))
}

fn is_web_address(text: &str) -> bool {
    let lower = text.to_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split('/').next().unwrap_or_default();
        !host.is_empty() && !rest.contains(|c: char| c.is_whitespace() || "?#\\\"<>".contains(c))
    })
}

/// A web address, perhaps with a query, or a mail address.
fn is_contact(text: &str) -> bool {
    let text = text.trim();
    let clean =
        !text.contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>\\".contains(c));
    let before_query = text.split(['?', '#']).next().unwrap_or_default();
    let mail = text.strip_prefix("mailto:").is_some_and(|rest| rest.contains('@'));
    clean && (mail || is_web_address(before_query))
}

/// A path that stays below its folder, without slashes at its ends.
fn path(text: &str) -> Option<String> {
    let plain = !text.starts_with('/') && !text.contains(['\\', ':', '%']);
    let text = text.trim_end_matches('/');
    let inside = text.split('/').all(|part| !matches!(part, "." | ".."));
    let whole = text.is_empty() || text.split('/').all(|part| !part.is_empty());
    (plain && inside && whole).then(|| text.to_owned())
}
