//! What a value of `playbook.toml` may look like, and what it says. A TOML
//! value enters; a setting or the fault of it leaves.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::DeValue;

use super::SiteLink;
use crate::diagnostic::rules::setup::{
    pb903_setting_type, pb905_language, pb906_setting_choice, pb907_setting_address,
    pb908_setting_interval, pb909_setting_number, pb910_setting_path, pb911_data_ladder,
};
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::domain::{SettingShape, likely_days, parse_days};
use crate::language;

/// What a setting says.
#[derive(Clone, Debug)]
pub(super) enum SettingValue {
    Text(String),
    Flag(bool),
    Count(u64),
    Texts(Vec<String>),
    Links(Vec<SiteLink>),
}

/// A value of the file.
pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// A key with its value, and where messages about it go.
pub(super) struct CheckedSetting<'c, 't> {
    pub(super) path: &'c Arc<str>,
    /// `site.title`
    pub(super) key: &'c str,
    pub(super) value: &'c Value<'t>,
    pub(super) found: &'c mut Vec<Diagnostic>,
}

/// What a value says, if it is of a shape; messages if it is not.
pub(super) fn read(
    shape: SettingShape,
    checked: &mut CheckedSetting<'_, '_>,
) -> Option<SettingValue> {
    match shape {
        SettingShape::Flag => match checked.value.get_ref().as_bool() {
            Some(flag) => Some(SettingValue::Flag(flag)),
            None => checked.wrong("true or false", "true"),
        },
        SettingShape::Count => count(checked),
        SettingShape::Texts => {
            let texts = checked.texts()?;
            Some(SettingValue::Texts(texts.into_iter().map(|(text, _)| text).collect()))
        }
        SettingShape::Extensions => extensions(checked),
        SettingShape::Ladder => ladder(checked),
        SettingShape::Links => links(checked),
        _ => text_of(shape, checked).map(SettingValue::Text),
    }
}

/// The shapes that are one text.
fn text_of(shape: SettingShape, checked: &mut CheckedSetting<'_, '_>) -> Option<String> {
    let example = match shape {
        SettingShape::Choice(words) => {
            format!("\"{}\"", words.first().copied().unwrap_or_default())
        }
        SettingShape::Days => "\"...d\"".to_owned(),
        _ => "\"...\"".to_owned(),
    };
    let Some(text) = checked.value.get_ref().as_str() else {
        return checked.wrong("text in quotes", &example);
    };
    let text = text.trim();
    // Of all texts only a folder may be empty: it is the root then.
    if text.contains(char::is_control)
        || text.is_empty() && !matches!(shape, SettingShape::FolderPath)
    {
        return checked.wrong("text that is not empty", &example);
    }
    let (place, key) = (checked.place(checked.value.span()), checked.key);
    let fault = match shape {
        // Addresses of pages are put behind it: a file is no folder.
        SettingShape::WebAddress if names_a_page(text) => {
            let folder = text.trim_end_matches('/').rsplit_once('/').map_or(text, |(it, _)| it);
            pb907_setting_address::file(place, key, text, folder)
        }
        SettingShape::WebAddress if is_web_address(text) => {
            // Addresses are joined with a slash, and two
            // would make another address on most servers.
            return Some(text.trim_end_matches('/').to_owned());
        }
        SettingShape::WebAddress => {
            let likely = Some(format!("https://{text}")).filter(|it| is_whole_host(text, it));
            pb907_setting_address::no_web(place, key, text, likely.as_deref())
        }
        SettingShape::ContactAddress if !is_contact(text) => {
            pb907_setting_address::no_contact(place, key, text, likely_contact(text).as_deref())
        }
        SettingShape::Language => match language_tag(text) {
            Some(tag) => return Some(tag),
            None => pb905_language::unknown(place, text, &codes()),
        },
        SettingShape::Choice(words) if !words.contains(&text) => {
            let near = nearest(text, words.iter().copied());
            pb906_setting_choice::none(place, key, text, near, words)
        }
        SettingShape::Days if parse_days(text).is_none() => {
            pb908_setting_interval::not_days(place, key, text, likely_days(text))
        }
        // It becomes one part of a path: neither a way out nor an extension may be in it.
        SettingShape::Name if text.contains(['/', '\\', ':', '.']) => {
            pb910_setting_path::no_name(place, key, text)
        }
        SettingShape::FilePath | SettingShape::FolderPath => match path(text) {
            Some(path) => return Some(path),
            None => pb910_setting_path::outside(place, key, text),
        },
        _ => return Some(text.to_owned()),
    };
    checked.found.push(fault);
    None
}

impl CheckedSetting<'_, '_> {
    fn place(&self, range: Range<usize>) -> Place {
        Place::bytes(self.path, range)
    }

    /// Says that the value is of another type.
    fn wrong<T>(&mut self, wanted: &'static str, example: &str) -> Option<T> {
        self.wrong_part(self.value, wanted, example)
    }

    fn wrong_part<T>(
        &mut self,
        part: &Value<'_>,
        wanted: &'static str,
        example: &str,
    ) -> Option<T> {
        let (place, found) = (self.place(part.span()), part.get_ref().type_str());
        self.found.push(pb903_setting_type::wrong(place, self.key, found, wanted, example));
        None
    }

    /// A list of texts, each with its place; what is no text has a message.
    fn texts(&mut self) -> Option<Vec<(String, Range<usize>)>> {
        const EXAMPLE: &str = "[\"...\", \"...\"]";
        let Some(items) = self.value.get_ref().as_array() else {
            return self.wrong("a list of texts", EXAMPLE);
        };
        let mut texts = Vec::new();
        for item in items {
            match item.get_ref().as_str() {
                Some(text) => texts.push((text.trim().to_owned(), item.span())),
                None => self.wrong_part(item, "a list of texts", EXAMPLE).unwrap_or_default(),
            }
        }
        Some(texts)
    }
}

/// Codes of the languages that are shipped.
fn codes() -> Vec<&'static str> {
    language::shipped().iter().map(|one| one.code.as_str()).collect()
}

/// A language that is shipped, perhaps with a region or a script: `de-CH`. `de_CH`, as
/// systems write it, is the same.
fn language_tag(text: &str) -> Option<String> {
    let tag = text.replace('_', "-");
    let mut parts = tag.split('-');
    let base = parts.next().unwrap_or_default().to_lowercase();
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let is_known = codes().contains(&base.as_str()) && parts.all(is_part);
    let rest = tag.get(base.len()..).unwrap_or_default();
    is_known.then(|| format!("{base}{rest}"))
}

/// The language of a tag: what stands before its first hyphen.
pub(super) fn language_of(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_owned()
}

fn count(checked: &mut CheckedSetting<'_, '_>) -> Option<SettingValue> {
    let Some(number) = checked.value.get_ref().as_integer() else {
        return checked.wrong("a whole number", "1");
    };
    // TOML promises 64 bits with a sign, and other readers of the file take no more.
    if let Ok(number @ 1..=0x7fff_ffff_ffff_ffff) =
        u64::from_str_radix(number.as_str(), number.radix())
    {
        return Some(SettingValue::Count(number));
    }
    let place = checked.place(checked.value.span());
    checked.found.push(pb909_setting_number::below_one(place, checked.key, number.as_str()));
    None
}

/// The extensions; faulty ones are left out.
fn extensions(checked: &mut CheckedSetting<'_, '_>) -> Option<SettingValue> {
    let mut extensions = Vec::new();
    for (text, range) in checked.texts()? {
        // `.PNG` and `png` are one: files are compared in lower case.
        let extension = text.trim_start_matches('.').to_lowercase();
        if extension.is_empty() || !extension.chars().all(char::is_alphanumeric) {
            let place = checked.place(range);
            checked.found.push(pb910_setting_path::no_extension(place, checked.key, &text));
        } else {
            extensions.push(extension);
        }
    }
    Some(SettingValue::Texts(extensions))
}

/// The rungs; faulty ones are left out.
fn ladder(checked: &mut CheckedSetting<'_, '_>) -> Option<SettingValue> {
    let mut rungs: Vec<String> = Vec::new();
    for (text, range) in checked.texts()? {
        // Rungs are found without regard to case, so two that differ by it could not be told apart.
        let twice = rungs.iter().any(|rung| rung.to_lowercase() == text.to_lowercase());
        if twice || text.is_empty() {
            let place = checked.place(range);
            checked.found.push(pb911_data_ladder::bad_rung(place, &text));
        } else {
            rungs.push(text);
        }
    }
    if rungs.is_empty() {
        let place = checked.place(checked.value.span());
        checked.found.push(pb911_data_ladder::empty(place));
        return None;
    }
    Some(SettingValue::Texts(rungs))
}

/// The links; faulty ones are left out.
fn links(checked: &mut CheckedSetting<'_, '_>) -> Option<SettingValue> {
    const EXAMPLE: &str = "[{ text = \"...\", url = \"https://...\" }]";
    let Some(items) = checked.value.get_ref().as_array() else {
        return checked.wrong("a list of links", EXAMPLE);
    };
    let mut links = Vec::new();
    for item in items {
        let part = |key: &str| item.get_ref().as_table()?.get(key)?.get_ref().as_str();
        // Two keys and no more: a third, such as `title`, would be dropped without a word.
        let known = item.get_ref().as_table().is_some_and(|table| table.len() == 2);
        match (part("text"), part("url")) {
            (Some(text), Some(url)) if known && is_contact(url) => {
                links.push(SiteLink { text: text.trim().to_owned(), url: url.trim().to_owned() });
            }
            (Some(_), Some(url)) if known => {
                let place = checked.place(item.span());
                let likely = likely_contact(url);
                let likely = likely.as_deref();
                checked.found.push(pb907_setting_address::no_contact(
                    place,
                    checked.key,
                    url,
                    likely,
                ));
            }
            _ => checked
                .wrong_part(item, "`text` and `url` in each link", EXAMPLE)
                .unwrap_or_default(),
        }
    }
    Some(SettingValue::Links(links))
}

fn is_web_address(text: &str) -> bool {
    let lower = text.to_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split('/').next().unwrap_or_default();
        // Without query and fragment: paths are put behind a base address.
        !host.is_empty() && !rest.contains(|c: char| c.is_whitespace() || "?#\\\"<>".contains(c))
    })
}

/// Whether an address ends in the name of a page, behind a host.
fn names_a_page(text: &str) -> bool {
    const PAGES: [&str; 4] = ["html", "htm", "php", "aspx"];
    let name = text.rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    is_web_address(text)
        && text.matches('/').count() > 2
        && extension.is_some_and(|extension| PAGES.contains(&extension.as_str()))
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

/// What an address was meant as that lacks only how it begins: `us@example.com` and
/// `example.com/form`.
pub fn likely_contact(text: &str) -> Option<String> {
    let text = text.trim();
    let is_mail = |(name, host): (&str, &str)| {
        !name.is_empty() && !name.contains([':', '/']) && host.contains('.') && !host.contains('@')
    };
    if text.split_once('@').is_some_and(is_mail) {
        return Some(format!("mailto:{text}")).filter(|it| is_contact(it));
    }
    Some(format!("https://{text}")).filter(|it| is_whole_host(text, it) && is_contact(it))
}

/// Whether an address lacks only its scheme: a host with a dot, and no other scheme.
fn is_whole_host(text: &str, with_scheme: &str) -> bool {
    let host = text.split('/').next().unwrap_or_default();
    is_web_address(with_scheme) && host.contains('.') && !host.contains([':', '@'])
}

/// A path that stays below its folder, without slashes at its ends.
fn path(text: &str) -> Option<String> {
    // A colon is a drive or a stream on Windows, and `%2e` is a dot to whoever decodes it.
    let plain = !text.starts_with('/') && !text.contains(['\\', ':', '%']);
    let text = text.trim_end_matches('/');
    let inside = text.split('/').all(|part| !matches!(part, "." | ".."));
    let whole = text.is_empty() || text.split('/').all(|part| !part.is_empty());
    (plain && inside && whole).then(|| text.to_owned())
}
