//! Looks up what `playbook.toml` may have: tables, their keys, and what has taken
//! the place of a setting that is none any more.

use crate::domain::{SETTINGS, SettingsTable};

/// A setting that is none any more.
pub(super) struct RemovedSetting {
    path: &'static str,
    /// What to do in its place.
    pub(super) instead: &'static str,
    /// A value that asks for what is done anyway: the line is only needless then.
    pub(super) needless: Option<&'static str>,
}

const REMOVED_SETTINGS: &[RemovedSetting] = &[
    RemovedSetting {
        path: "serve.allow_hosts",
        instead: "delete the line and name the host where the preview is started: `playbook serve --allow-host NAME`",
        needless: None,
    },
    RemovedSetting {
        path: "build.broken_pages",
        instead: "delete the line; `playbook build --strict` publishes nothing when a page is broken",
        needless: Some("leave-out"),
    },
];

/// The setting of this path, if it is none any more.
pub(super) fn removed(path: &str) -> Option<&'static RemovedSetting> {
    REMOVED_SETTINGS.iter().find(|setting| setting.path == path)
}

/// The table with this name.
pub(super) fn table(name: &str) -> Option<&'static SettingsTable> {
    SETTINGS.iter().find(|table| table.name == name)
}

/// Names of the tables at the top.
pub(super) fn top() -> impl Iterator<Item = &'static str> {
    SETTINGS.iter().map(|table| table.name).filter(|name| !name.contains('.'))
}

/// The tables that have this key.
pub(super) fn tables_with(key: &str) -> impl Iterator<Item = &'static str> {
    SETTINGS.iter().filter(move |table| keys_of(table).any(|known| known == key)).map(|t| t.name)
}

/// The keys of a table, its subtables among them.
pub(super) fn keys_of(table: &SettingsTable) -> impl Iterator<Item = &'static str> {
    let name = table.name;
    let below =
        SETTINGS.iter().filter_map(move |other| other.name.strip_prefix(name)?.strip_prefix('.'));
    table.settings.iter().map(|setting| setting.name).chain(below)
}
