//! Looks up what `playbook.toml` may have: tables, their keys, and what has taken
//! the place of a setting that is none any more.

use crate::domain::{SETTINGS, SettingsTable};

/// Settings that are none any more, with what to do instead.
const REMOVED_SETTINGS: &[(&str, &str)] = &[
    (
        "serve.allow_hosts",
        "delete the line and name the host where the preview is started: `playbook serve --allow-host NAME`",
    ),
    (
        "build.broken_pages",
        "delete the line; `playbook build --strict` publishes nothing when a page is broken",
    ),
];

/// What to do in place of a setting that is none any more.
pub(super) fn instead_of(path: &str) -> Option<&'static str> {
    REMOVED_SETTINGS.iter().find(|(gone, _)| *gone == path).map(|(_, instead)| *instead)
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
