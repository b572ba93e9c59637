//! Reads `playbook.toml` against the schema: every problem in one run, each at
//! its bytes. A faulty setting has its default, so that the run can go on and
//! find the rest.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::schema;
use super::shape::{self, CheckedSetting, SettingValue, Value};
use super::{BuildSettings, Config, Forge, Limits, Repository, ReviewDays, Serve, SiteSettings};
use crate::diagnostic::rules::setup::{
    pb901_settings_syntax, pb902_unknown_setting, pb903_setting_type, pb904_site_title,
    pb912_repository_url, pb913_needless_setting,
};
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::domain::{DefaultOrExample, SETTINGS, SettingShape, SettingsTable, parse_days};

/// Where messages about settings point.
const PATH: &str = "playbook.toml";

/// Settings from the text of `playbook.toml`. None when it is no TOML, or has
/// no title; faulty settings are replaced by their defaults.
pub fn parse(text: &str) -> (Option<Config>, Vec<Diagnostic>) {
    let path: Arc<str> = Arc::from(PATH);
    let (table, faults) = DeTable::parse_recoverable(text);
    let place = |range: Range<usize>| Place::bytes(&path, range);
    // A table that was recovered from broken TOML lacks keys: judging it would call them missing.
    if !faults.is_empty() {
        let fault = |fault: &toml::de::Error| {
            let range = fault.span().unwrap_or(0..0);
            pb901_settings_syntax::syntax(place(range), fault.message())
        };
        let mut found: Vec<Diagnostic> = faults.iter().map(fault).collect();
        // The parser tells faults in the order in which
        // it gave up; messages go by place everywhere.
        found.sort();
        return (None, found);
    }
    let mut reader = SettingsReader::new(path);
    reader.top(table.get_ref());
    let config = reader.config(table.get_ref());
    reader.found.sort();
    (config, reader.found)
}

/// Where a setting's value stands; the start of the file when it is not there.
pub fn place(text: &str, table: &str, key: &str) -> Place {
    // Parsed anew, since only a message asks for it: places kept with
    // the settings would move their digest with every blank line.
    let (document, _) = DeTable::parse_recoverable(text);
    let table = document.get_ref().get(table).and_then(|it| it.get_ref().as_table());
    let value = table.and_then(|table| table.get(key));
    Place::bytes(&Arc::from(PATH), value.map_or(0..0, Spanned::span))
}

struct SettingsReader {
    path: Arc<str>,
    /// By `table.key`.
    settings: BTreeMap<String, SettingValue>,
    /// `[search.synonyms]`
    words: BTreeMap<String, Vec<String>>,
    found: Vec<Diagnostic>,
}

impl Default for Limits {
    fn default() -> Self {
        let mut reader = SettingsReader::new(Arc::from(PATH));
        reader.fill_in_defaults();
        reader.limits()
    }
}

impl SettingsReader {
    fn new(path: Arc<str>) -> Self {
        Self { path, settings: BTreeMap::new(), words: BTreeMap::new(), found: Vec::new() }
    }

    fn place(&self, range: Range<usize>) -> Place {
        Place::bytes(&self.path, range)
    }

    fn top(&mut self, document: &DeTable<'_>) {
        for (name, value) in document {
            match schema::table(name.get_ref()) {
                Some(table) => self.table(table, name.span(), value),
                None => self.unknown_at_top(name.get_ref(), name.span(), value),
            }
        }
    }

    fn table(&mut self, table: &'static SettingsTable, name: Range<usize>, value: &Value<'_>) {
        let DeValue::Table(entries) = value.get_ref() else {
            let (found, place) = (value.get_ref().type_str(), self.place(name));
            return self.found.push(pb903_setting_type::no_table(place, table.name, found));
        };
        for (key, value) in entries {
            // Anybody's words are keys here, so none of them is unknown.
            if table.takes_words() {
                self.synonyms(key.get_ref(), value);
            } else {
                self.key(table, key, value);
            }
        }
    }

    fn key(
        &mut self,
        table: &'static SettingsTable,
        key: &Spanned<std::borrow::Cow<'_, str>>,
        value: &Value<'_>,
    ) {
        let name: &str = key.get_ref();
        let path = format!("{}.{name}", table.name);
        if let Some(below) = schema::table(&path) {
            return self.table(below, key.span(), value);
        }
        let Some(setting) = table.settings.iter().find(|setting| setting.name == name) else {
            // Before the nearest key is looked for: what to
            // do instead is known, so nothing is guessed.
            if let Some(removed) = schema::removed(&path) {
                let place = self.place(key.span());
                let is_needless =
                    removed.needless.is_some() && value.get_ref().as_str() == removed.needless;
                // What asks for something that is no longer done must not pass with a warning.
                return self.found.push(if is_needless {
                    pb913_needless_setting::breach(place, &path)
                } else {
                    pb902_unknown_setting::gone(place, &path, removed.instead)
                });
            }
            let near = nearest(name, schema::keys_of(table));
            // The right key below the wrong table is the usual slip, and no spelling would find it.
            let elsewhere = schema::tables_with(name).next();
            let place = self.place(key.span());
            let keys: Vec<&str> = schema::keys_of(table).collect();
            let found =
                pb902_unknown_setting::in_table(place, name, table.name, near, elsewhere, &keys);
            return self.found.push(found);
        };
        if let Some(value) = self.read(setting.shape, &path, value) {
            self.settings.insert(path, value);
        }
    }

    fn synonyms(&mut self, word: &str, value: &Value<'_>) {
        let key = format!("search.synonyms.{word}");
        if let Some(SettingValue::Texts(texts)) = self.read(SettingShape::Texts, &key, value) {
            self.words.insert(word.to_owned(), texts);
        }
    }

    fn read(&mut self, shape: SettingShape, key: &str, value: &Value<'_>) -> Option<SettingValue> {
        shape::read(
            shape,
            &mut CheckedSetting { path: &self.path, key, value, found: &mut self.found },
        )
    }

    fn unknown_at_top(&mut self, name: &str, range: Range<usize>, value: &Value<'_>) {
        let place = self.place(range);
        let found = if value.get_ref().is_table() {
            let tables: Vec<&str> = schema::top().collect();
            let near = nearest(name, tables.iter().copied());
            pb902_unknown_setting::table(place, name, near, &tables)
        } else {
            pb902_unknown_setting::outside(place, name, schema::tables_with(name).next())
        };
        self.found.push(found);
    }

    /// What stands in the place of each setting that is left out, or faulty.
    fn fill_in_defaults(&mut self) {
        for table in SETTINGS {
            for setting in table.settings {
                // An example only shows what could stand there; it must not become a setting.
                let DefaultOrExample::Default(value) = setting.value else { continue };
                let key = format!("{}.{}", table.name, setting.name);
                if !self.settings.contains_key(&key)
                    // Defaults are written as TOML and read like the
                    // file, so that the docs show what is meant.
                    && let Ok(value) = DeValue::parse(value)
                    && let Some(value) = self.read(setting.shape, &key, &value)
                {
                    self.settings.insert(key, value);
                }
            }
        }
    }

    /// Text, where some is given or meant.
    fn given(&self, key: &str) -> Option<String> {
        match self.settings.get(key) {
            Some(SettingValue::Text(text)) => Some(text.clone()),
            _ => None,
        }
    }

    /// Text of a setting that has a default.
    fn text(&self, key: &str) -> String {
        self.given(key).unwrap_or_default()
    }

    fn texts(&self, key: &str) -> Vec<String> {
        match self.settings.get(key) {
            Some(SettingValue::Texts(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }

    fn flag(&self, key: &str) -> bool {
        matches!(self.settings.get(key), Some(SettingValue::Flag(true)))
    }

    fn count(&self, key: &str) -> u64 {
        match self.settings.get(key) {
            Some(SettingValue::Count(count)) => *count,
            _ => 0,
        }
    }

    fn days(&self, key: &str) -> u32 {
        parse_days(&self.text(key)).unwrap_or_default()
    }

    fn config(&mut self, document: &DeTable<'_>) -> Option<Config> {
        self.fill_in_defaults();
        let repository = self.repository(document);
        // After the repository, so that its message comes too when the title is missing.
        let site = self.site(document)?;
        Some(Config {
            site,
            repository,
            contact: self.given("contact.url"),
            build: BuildSettings {
                output: self.text("build.output"),
                hide_gaps: self.text("build.gaps") == "hide",
                allow_html: self.text("build.raw_html") == "allowlist",
                assets: self.texts("build.assets"),
            },
            ladder: self.texts("data.ladder"),
            allowed_domains: self.texts("data.allowed_domains"),
            review: ReviewDays {
                high: self.days("review.high"),
                medium: self.days("review.medium"),
                low: self.days("review.low"),
            },
            desks_only: self.flag("people.desks_only"),
            limits: self.limits(),
            synonyms: std::mem::take(&mut self.words),
            serve: Serve { editor: self.given("serve.editor") },
        })
    }

    /// `[site]`; none without a title.
    fn site(&mut self, document: &DeTable<'_>) -> Option<SiteSettings> {
        let Some(title) = self.given("site.title") else {
            let site = document.get("site");
            // A title of another type has its message from the reader of its shape.
            let given = site.and_then(|site| site.get_ref().as_table()?.get("title"));
            if given.is_none() {
                let place = self.place(site.map_or(0..0, Spanned::span));
                self.found.push(pb904_site_title::missing(place));
            }
            return None;
        };
        let links = match self.settings.remove("site.links") {
            Some(SettingValue::Links(links)) => links,
            _ => Vec::new(),
        };
        let language_tag = self.text("site.language");
        Some(SiteSettings {
            title,
            base_url: self.given("site.base_url"),
            language: shape::language_of(&language_tag),
            language_tag,
            theme: self.text("site.theme"),
            logo: self.given("site.logo"),
            favicon: self.given("site.favicon"),
            noindex: self.flag("site.noindex"),
            links,
        })
    }

    /// `[repository]`; none without an address, which a message asks for when
    /// the rest is there.
    fn repository(&mut self, document: &DeTable<'_>) -> Option<Repository> {
        let Some(url) = self.given("repository.url") else {
            let table = document.get("repository");
            let keys = table.and_then(|table| table.get_ref().as_table());
            if keys.is_some_and(|keys| !keys.contains_key("url")) {
                let place = self.place(table.map_or(0..0, Spanned::span));
                self.found.push(pb912_repository_url::missing(place));
            }
            return None;
        };
        // Only the host: a repository on GitHub may be called gitlab-tools.
        let host = url.split('/').nth(2).unwrap_or_default().to_lowercase();
        let forge = self.given("repository.forge").unwrap_or(host);
        Some(Repository {
            url,
            forge: forge_of(&forge),
            branch: self.text("repository.branch"),
            root: self.text("repository.root"),
        })
    }

    fn limits(&self) -> Limits {
        let count = |name: &str| self.count(&format!("limits.{name}"));
        // A limit beyond 32 bits is no limit; it must not wrap round to a small one.
        let small = |name: &str| u32::try_from(count(name)).unwrap_or(u32::MAX);
        Limits {
            page_bytes: count("page_bytes"),
            front_matter_bytes: count("front_matter_bytes"),
            page_lines: count("page_lines"),
            nesting: small("nesting"),
            highlight_bytes: count("highlight_bytes"),
            files: count("files"),
            folder_depth: small("folder_depth"),
            image_pixels: count("image_pixels"),
            asset_bytes: count("asset_bytes"),
        }
    }
}

/// The forge of this name, or that a host's name tells of; most are GitHub.
fn forge_of(name: &str) -> Forge {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["gitlab"]) {
        Forge::Gitlab
    } else if has(&["gitea", "forgejo", "codeberg"]) {
        Forge::Gitea
    } else if has(&["azure", "visualstudio"]) {
        Forge::Azure
    } else if has(&["bitbucket"]) {
        Forge::Bitbucket
    } else {
        Forge::Github
    }
}
