//! `theme.toml` of a company's theme: what it builds on. Bytes enter; messages
//! leave, since there is one theme to build on. Deliberately absent: a theme
//! that stands alone, which no later version could mend.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::overrides::file;
use crate::diagnostic::rules::setup::pb954_theme_settings as rule;
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::document::FileBytes;
use crate::memo::Hashed;

const NAME: &str = "theme.toml";

/// Every key that the file may have.
const KEYS: [&str; 1] = ["extends"];

/// Every theme that another may build on.
const THEMES: [&str; 1] = ["default"];

/// What is wrong with the theme's settings. A theme without them extends the
/// built-in one.
pub fn check(files: &BTreeMap<Arc<str>, Hashed<FileBytes>>, theme: &str) -> Vec<Diagnostic> {
    let Some(bytes) = files.get(NAME) else { return Vec::new() };
    let path = file(theme, NAME);
    let place = |range: Range<usize>| Place::bytes(&path, range);
    let Ok(text) = std::str::from_utf8(bytes) else {
        return vec![rule::syntax(Place::file(&path), "the file is not UTF-8")];
    };
    let table = match DeTable::parse(text) {
        Ok(table) => table.into_inner(),
        Err(fault) => {
            return vec![rule::syntax(place(fault.span().unwrap_or(0..0)), fault.message())];
        }
    };
    table
        .iter()
        .filter_map(|(key, value)| fault(key.get_ref(), key.span(), value, &place))
        .collect()
}

fn fault(
    key: &str,
    at: Range<usize>,
    value: &Spanned<DeValue<'_>>,
    place: &dyn Fn(Range<usize>) -> Place,
) -> Option<Diagnostic> {
    if !KEYS.contains(&key) {
        return Some(rule::unknown(place(at), key, nearest(key, KEYS), &KEYS));
    }
    let known = value.get_ref().as_str().is_some_and(|it| THEMES.contains(&it));
    (!known).then(|| rule::parent(place(value.span()), &THEMES))
}
