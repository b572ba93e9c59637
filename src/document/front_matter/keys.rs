//! Which field a key means as it is written: in another case, in the singular, in
//! another language, by the name that other tools have for it. Deliberately absent:
//! what is said of it.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::{Kind, fields_of};
use crate::language;

/// Whether a key of this kind of page is meant.
pub(super) fn is_known(kind: Kind, written: &str) -> bool {
    field(kind, written).is_some()
}

/// The field at the top of this kind of page that is meant.
pub fn field(kind: Kind, written: &str) -> Option<&'static str> {
    meant(written, fields_of(kind).into_iter().flatten().map(|field| field.name))
}

/// The name among these that is meant: `roles` by `Role`, `role` and `Rollen`,
/// `verified_with` by `verified-with`, and `title` by `name` in either direction.
pub(super) fn meant(
    written: &str,
    mut names: impl Iterator<Item = &'static str> + Clone,
) -> Option<&'static str> {
    let written = written.trim();
    if let Some(name) = names.clone().find(|name| *name == written) {
        return Some(name);
    }
    if let Some(name) = names.clone().find(|name| is_alike(written, name)) {
        return Some(name);
    }
    let translated = TRANSLATED.get(&written.to_lowercase())?;
    names.find(|name| translated.contains(name))
}

fn is_alike(written: &str, name: &str) -> bool {
    is_spelt(written, name)
        || written.strip_suffix(['s', 'S']).is_some_and(|one| is_spelt(one, name))
        || name.strip_suffix('s').is_some_and(|one| is_spelt(written, one))
        || (name == "name" && is_spelt(written, "title"))
        || (name == "title" && is_spelt(written, "name"))
}

/// The same but for case, blanks and hyphens.
fn is_spelt(written: &str, name: &str) -> bool {
    let plain = |byte: u8| if matches!(byte, b' ' | b'-') { b'_' } else { byte };
    let written = written.bytes().map(|byte| plain(byte.to_ascii_lowercase()));
    // Compared byte by byte without a copy: every key of every page comes by here.
    written.eq(name.bytes())
}

/// Fields by the names that the shipped languages have for them, in lower case.
static TRANSLATED: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let mut fields: HashMap<String, Vec<&'static str>> = HashMap::new();
    for (field, names) in language::shipped().iter().flat_map(|language| &language.fields) {
        for name in names {
            fields.entry(name.to_lowercase()).or_default().push(field.as_str());
        }
    }
    fields
});
