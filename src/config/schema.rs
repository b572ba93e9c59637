//! Every key that `playbook.toml` may have, as a table: what a person can
//! write, and nothing else. Deliberately absent: defaults, which stand where
//! the settings are made.

use super::EDITORS;
use super::shape::Shape;

/// A table of `playbook.toml` with its keys.
pub(super) struct Table {
    /// `site`, `search.synonyms`
    pub(super) name: &'static str,
    /// What may stand in it.
    pub(super) keys: Keys,
}

/// What may stand in a table.
pub(super) enum Keys {
    /// These keys.
    Known(&'static [(&'static str, Shape)]),
    /// Words, each with a list of words.
    Words,
}

/// Every table.
pub(super) const TABLES: &[Table] = &[
    Table {
        name: "site",
        keys: Keys::Known(&[
            ("title", Shape::Text),
            ("base_url", Shape::WebAddress),
            ("language", Shape::Language),
            ("theme", Shape::Name),
            ("logo", Shape::FilePath),
            ("favicon", Shape::FilePath),
            ("noindex", Shape::Flag),
            ("links", Shape::Links),
        ]),
    },
    Table {
        name: "repository",
        keys: Keys::Known(&[
            ("url", Shape::WebAddress),
            ("forge", Shape::Choice(&["github", "gitlab"])),
            ("branch", Shape::Text),
            ("root", Shape::FolderPath),
        ]),
    },
    Table { name: "contact", keys: Keys::Known(&[("url", Shape::ContactAddress)]) },
    Table {
        name: "build",
        keys: Keys::Known(&[
            ("output", Shape::Text),
            ("gaps", Shape::Choice(&["show", "hide"])),
            ("raw_html", Shape::Choice(&["text", "allowlist"])),
            ("assets", Shape::Extensions),
            ("broken_pages", Shape::Choice(&["leave-out", "refuse"])),
        ]),
    },
    Table {
        name: "data",
        keys: Keys::Known(&[("ladder", Shape::Ladder), ("allowed_domains", Shape::Texts)]),
    },
    Table {
        name: "review",
        keys: Keys::Known(&[("high", Shape::Days), ("medium", Shape::Days), ("low", Shape::Days)]),
    },
    Table { name: "people", keys: Keys::Known(&[("desks_only", Shape::Flag)]) },
    Table {
        name: "adoption",
        keys: Keys::Known(&[("checkins", Shape::Text), ("k", Shape::Count)]),
    },
    Table { name: "search", keys: Keys::Known(&[]) },
    Table { name: "search.synonyms", keys: Keys::Words },
    Table {
        name: "limits",
        keys: Keys::Known(&[
            ("page_bytes", Shape::Count),
            ("front_matter_bytes", Shape::Count),
            ("page_lines", Shape::Count),
            ("nesting", Shape::Count),
            ("highlight_bytes", Shape::Count),
            ("files", Shape::Count),
            ("folder_depth", Shape::Count),
            ("image_pixels", Shape::Count),
            ("asset_bytes", Shape::Count),
        ]),
    },
    Table { name: "serve", keys: Keys::Known(&[("editor", Shape::Choice(&EDITORS))]) },
];

/// Settings that are none any more, with what to do instead.
const GONE: &[(&str, &str)] = &[(
    "serve.allow_hosts",
    "delete the line and name the host where the preview is started: `playbook serve --allow-host NAME`",
)];

/// What to do in place of a setting that is none any more.
pub(super) fn instead_of(path: &str) -> Option<&'static str> {
    GONE.iter().find(|(gone, _)| *gone == path).map(|(_, instead)| *instead)
}

/// The table with this name.
pub(super) fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

/// Names of the tables at the top.
pub(super) fn top() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|table| table.name).filter(|name| !name.contains('.'))
}

/// The tables that have this key.
pub(super) fn tables_with(key: &str) -> impl Iterator<Item = &'static str> {
    TABLES.iter().filter(move |table| keys_of(table).any(|known| known == key)).map(|t| t.name)
}

/// The keys of a table, its subtables among them.
pub(super) fn keys_of(table: &Table) -> impl Iterator<Item = &'static str> {
    let known: &[(&str, Shape)] = match &table.keys {
        Keys::Known(keys) => keys,
        Keys::Words => &[],
    };
    let name = table.name;
    let below =
        TABLES.iter().filter_map(move |other| other.name.strip_prefix(name)?.strip_prefix('.'));
    known.iter().map(|(key, _)| *key).chain(below)
}
