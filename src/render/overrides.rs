//! The files of a company's theme: where they lie, and its templates as text.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::setup::pb951_theme_text;
use crate::document::FileBytes;
use crate::memo::Hashed;

/// Path of a theme's file from the playbook's root.
pub fn file(name: &str, path: &str) -> Arc<str> {
    Arc::from(format!("themes/{name}/{path}"))
}

pub fn is_template(path: &str) -> bool {
    path.ends_with(".html") && !path.starts_with("static/")
}

/// The company's templates as text.
pub fn texts(
    overrides: &BTreeMap<Arc<str>, Hashed<FileBytes>>,
    name: &str,
) -> (BTreeMap<Arc<str>, String>, Vec<Diagnostic>) {
    let mut texts = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for (path, bytes) in overrides.iter().filter(|(path, _)| is_template(path)) {
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                // As documents are read: a theme that was saved on another system gives the same
                // pages.
                let text = text.strip_prefix('\u{feff}').unwrap_or(text);
                texts.insert(Arc::clone(path), text.replace("\r\n", "\n").replace('\r', "\n"));
            }
            Err(error) => {
                diagnostics.push(pb951_theme_text::not_utf8(&file(name, path), error));
            }
        }
    }
    (texts, diagnostics)
}
