//! Reads `playbook.toml` against the schema: every problem in one run, each at
//! its bytes. A faulty setting has its default, so that the run can go on and
//! find the rest.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::schema::{self, Keys, Table};
use super::shape::{self, Checked, Setting, Shape, Value};
use super::{BuildSettings, Config, Forge, Limits, Repository, Review, Serve, Site};
use crate::diagnostic::rules::setup::{
    pb901_settings_syntax, pb902_unknown_setting, pb903_setting_type, pb904_site_title,
    pb912_repository_url,
};
use crate::diagnostic::{Diagnostic, Place, nearest};

/// Where messages about settings point.
const PATH: &str = "playbook.toml";

/// Extensions that are published when the settings do not say.
const ASSETS: [&str; 12] =
    ["png", "jpg", "jpeg", "gif", "webp", "avif", "pdf", "csv", "docx", "xlsx", "pptx", "txt"];

/// The ladder when the settings do not say.
const LADDER: [&str; 4] = ["public", "internal", "confidential", "restricted"];

/// Settings from the text of `playbook.toml`. None when it is no TOML, or has
/// no title; faulty settings are replaced by their defaults.
pub fn parse(text: &str) -> (Option<Config>, Vec<Diagnostic>) {
    let path: Arc<str> = Arc::from(PATH);
    let (table, faults) = DeTable::parse_recoverable(text);
    let place = |range: Range<usize>| Place::bytes(&path, range);
    if !faults.is_empty() {
        let fault = |fault: &toml::de::Error| {
            let range = fault.span().unwrap_or(0..0);
            pb901_settings_syntax::syntax(place(range), fault.message())
        };
        let mut found: Vec<Diagnostic> = faults.iter().map(fault).collect();
        found.sort();
        return (None, found);
    }
    let mut reader =
        Reader { path, settings: BTreeMap::new(), words: BTreeMap::new(), found: Vec::new() };
    reader.top(table.get_ref());
    let config = reader.config(table.get_ref());
    reader.found.sort();
    (config, reader.found)
}

/// Where a setting's value stands; the start of the file when it is not there.
pub fn place(text: &str, table: &str, key: &str) -> Place {
    let (document, _) = DeTable::parse_recoverable(text);
    let table = document.get_ref().get(table).and_then(|it| it.get_ref().as_table());
    let value = table.and_then(|table| table.get(key));
    Place::bytes(&Arc::from(PATH), value.map_or(0..0, Spanned::span))
}

struct Reader {
    path: Arc<str>,
    /// By `table.key`.
    settings: BTreeMap<String, Setting>,
    /// `[search.synonyms]`
    words: BTreeMap<String, Vec<String>>,
    found: Vec<Diagnostic>,
}

impl Reader {
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

    fn table(&mut self, table: &'static Table, name: Range<usize>, value: &Value<'_>) {
        let DeValue::Table(entries) = value.get_ref() else {
            let (found, place) = (value.get_ref().type_str(), self.place(name));
            return self.found.push(pb903_setting_type::no_table(place, table.name, found));
        };
        for (key, value) in entries {
            match &table.keys {
                Keys::Words => self.synonyms(key.get_ref(), value),
                Keys::Known(known) => self.key(table, known, key, value),
            }
        }
    }

    fn key(
        &mut self,
        table: &'static Table,
        known: &[(&str, Shape)],
        key: &Spanned<std::borrow::Cow<'_, str>>,
        value: &Value<'_>,
    ) {
        let name: &str = key.get_ref();
        let path = format!("{}.{name}", table.name);
        if let Some(below) = schema::table(&path) {
            return self.table(below, key.span(), value);
        }
        let Some((_, shape)) = known.iter().find(|(known, _)| *known == name) else {
            if let Some(instead) = schema::instead_of(&path) {
                let place = self.place(key.span());
                return self.found.push(pb902_unknown_setting::gone(place, &path, instead));
            }
            let near = nearest(name, schema::keys_of(table));
            let elsewhere = schema::tables_with(name).next();
            let place = self.place(key.span());
            let keys: Vec<&str> = schema::keys_of(table).collect();
            let found =
                pb902_unknown_setting::in_table(place, name, table.name, near, elsewhere, &keys);
            return self.found.push(found);
        };
        if let Some(setting) = self.read(*shape, &path, value) {
            self.settings.insert(path, setting);
        }
    }

    fn synonyms(&mut self, word: &str, value: &Value<'_>) {
        let key = format!("search.synonyms.{word}");
        if let Some(Setting::Texts(texts)) = self.read(Shape::Texts, &key, value) {
            self.words.insert(word.to_owned(), texts);
        }
    }

    fn read(&mut self, shape: Shape, key: &str, value: &Value<'_>) -> Option<Setting> {
        shape.read(&mut Checked { path: &self.path, key, value, found: &mut self.found })
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

    fn text(&self, key: &str) -> Option<String> {
        match self.settings.get(key) {
            Some(Setting::Text(text)) => Some(text.clone()),
            _ => None,
        }
    }

    fn texts(&self, key: &str, default: &[&str]) -> Vec<String> {
        match self.settings.get(key) {
            Some(Setting::Texts(texts)) => texts.clone(),
            _ => default.iter().map(|text| (*text).to_owned()).collect(),
        }
    }

    fn flag(&self, key: &str, default: bool) -> bool {
        match self.settings.get(key) {
            Some(Setting::Flag(flag)) => *flag,
            _ => default,
        }
    }

    fn is(&self, key: &str, word: &str) -> bool {
        self.text(key).as_deref() == Some(word)
    }

    fn count(&self, key: &str, default: u64) -> u64 {
        match self.settings.get(key) {
            Some(Setting::Count(count)) => *count,
            _ => default,
        }
    }

    fn days(&self, key: &str, default: u32) -> u32 {
        self.text(key).and_then(|text| shape::days(&text)).unwrap_or(default)
    }

    fn config(&mut self, document: &DeTable<'_>) -> Option<Config> {
        let repository = self.repository(document);
        let site = self.site(document)?;
        Some(Config {
            site,
            repository,
            contact: self.text("contact.url"),
            build: BuildSettings {
                output: self.text("build.output").unwrap_or_else(|| "public".to_owned()),
                hide_gaps: self.is("build.gaps", "hide"),
                allow_html: self.is("build.raw_html", "allowlist"),
                assets: self.texts("build.assets", &ASSETS),
                refuse_broken: self.is("build.broken_pages", "refuse"),
            },
            ladder: self.texts("data.ladder", &LADDER),
            allowed_domains: self.texts("data.allowed_domains", &[]),
            review: Review {
                high: self.days("review.high", 60),
                medium: self.days("review.medium", 90),
                low: self.days("review.low", 180),
            },
            desks_only: self.flag("people.desks_only", false),
            limits: self.limits(),
            synonyms: std::mem::take(&mut self.words),
            serve: Serve { editor: self.text("serve.editor") },
        })
    }

    /// `[site]`; none without a title.
    fn site(&mut self, document: &DeTable<'_>) -> Option<Site> {
        let Some(title) = self.text("site.title") else {
            let site = document.get("site");
            let given = site.and_then(|site| site.get_ref().as_table()?.get("title"));
            if given.is_none() {
                let place = self.place(site.map_or(0..0, Spanned::span));
                self.found.push(pb904_site_title::missing(place));
            }
            return None;
        };
        let links = match self.settings.remove("site.links") {
            Some(Setting::Links(links)) => links,
            _ => Vec::new(),
        };
        Some(Site {
            title,
            base_url: self.text("site.base_url"),
            language: self.text("site.language").unwrap_or_else(|| "en".to_owned()),
            theme: self.text("site.theme").unwrap_or_else(|| "default".to_owned()),
            logo: self.text("site.logo"),
            favicon: self.text("site.favicon"),
            noindex: self.flag("site.noindex", true),
            links,
        })
    }

    /// `[repository]`; none without an address, which a message asks for when
    /// the rest is there.
    fn repository(&mut self, document: &DeTable<'_>) -> Option<Repository> {
        let Some(url) = self.text("repository.url") else {
            let table = document.get("repository");
            let keys = table.and_then(|table| table.get_ref().as_table());
            if keys.is_some_and(|keys| !keys.contains_key("url")) {
                let place = self.place(table.map_or(0..0, Spanned::span));
                self.found.push(pb912_repository_url::missing(place));
            }
            return None;
        };
        let host = url.split('/').nth(2).unwrap_or_default().to_lowercase();
        let gitlab = match self.text("repository.forge") {
            Some(forge) => forge == "gitlab",
            None => host.contains("gitlab"),
        };
        Some(Repository {
            url,
            forge: if gitlab { Forge::Gitlab } else { Forge::Github },
            branch: self.text("repository.branch").unwrap_or_else(|| "main".to_owned()),
            root: self.text("repository.root").unwrap_or_default(),
        })
    }

    fn limits(&self) -> Limits {
        let own = Limits::default();
        let small = |key: &str, default: u32| {
            u32::try_from(self.count(key, default.into())).unwrap_or(u32::MAX)
        };
        Limits {
            page_bytes: self.count("limits.page_bytes", own.page_bytes),
            front_matter_bytes: self.count("limits.front_matter_bytes", own.front_matter_bytes),
            page_lines: self.count("limits.page_lines", own.page_lines),
            nesting: small("limits.nesting", own.nesting),
            highlight_bytes: self.count("limits.highlight_bytes", own.highlight_bytes),
            files: self.count("limits.files", own.files),
            folder_depth: small("limits.folder_depth", own.folder_depth),
            image_pixels: self.count("limits.image_pixels", own.image_pixels),
            asset_bytes: self.count("limits.asset_bytes", own.asset_bytes),
        }
    }
}
