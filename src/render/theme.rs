//! A theme: the built-in files, and over them those of `themes/NAME/`, file by
//! file. Bytes and the site's view enter; templates that are known to hold
//! together leave. Deliberately absent: reading files.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use tera::Tera;

use super::overrides::{file, is_template, texts};
use super::steps::{self, CountedTemplates};
use super::{builtin, fault, filters, manifest, minify, nesting, words};
use crate::address::Route;
use crate::diagnostic::rules::setup::{pb950_theme_template, pb953_theme_nesting};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::FileBytes;
use crate::memo::Hashed;
use crate::page::view::SiteView;

/// Templates, and the files that go with them.
pub struct Theme {
    name: String,
    templates: Tera,
    /// The company's templates, normalised, by name.
    overrides: CountedTemplates,
    assets: BTreeMap<Route, Hashed<[u8]>>,
}

/// Built-in templates are known by this name too, so that an override can
/// extend the template that it replaces.
const BUILT_IN: &str = "default/";

const TOKENS: &str = "static/tokens.css";

/// The script that is loaded first: it brings the words of all the others.
const CORE: &str = "core.js";

/// The built-in theme with the overrides of `themes/NAME/`. There is no theme
/// when a template does not hold.
pub fn load(
    overrides: &BTreeMap<Arc<str>, Hashed<FileBytes>>,
    name: &str,
    site: &Hashed<SiteView>,
) -> (Option<Theme>, Vec<Diagnostic>) {
    let (texts, mut diagnostics) = texts(overrides, name);
    diagnostics.extend(manifest::check(overrides, name));
    diagnostics.extend(syntax(&texts, name));
    diagnostics.extend(nested(&texts, name));
    // Compiling what is broken would tell the same faults again, in other words.
    if !diagnostics.is_empty() {
        return (None, diagnostics);
    }
    let counted = CountedTemplates::of(&texts);
    match compile(&counted.texts, &site.words) {
        Ok(mut templates) => {
            templates.global_context().insert("site", &**site);
            let assets = assets(overrides, site);
            let name = name.to_owned();
            (Some(Theme { name, templates, overrides: counted, assets }), Vec::new())
        }
        Err(error) => {
            let found = fault::located(&error, None, name, &counted.texts).into_iter();
            (None, found.map(|it| counted.restored(name, it)).collect())
        }
    }
}

impl Theme {
    /// Style sheets, pictures and the like, with their place in the site.
    pub fn assets(&self) -> impl Iterator<Item = (&Route, &Hashed<[u8]>)> {
        self.assets.iter()
    }

    pub(super) fn templates(&self) -> &Tera {
        &self.templates
    }

    /// The message for a page that `template` could not show.
    pub(super) fn page_failed(&self, template: &str, error: &tera::Error) -> Diagnostic {
        let texts = &self.overrides.texts;
        let found = fault::located(error, Some(template), &self.name, texts).into_iter();
        let without_place = || pb950_theme_template::without_place(&self.name, &error.to_string());
        let found = found.map(|it| self.overrides.restored(&self.name, it)).next();
        found.unwrap_or_else(without_place)
    }

    /// The message for a page that `template` makes larger than `most` bytes.
    pub(super) fn too_large(&self, template: &str, most: usize) -> Diagnostic {
        let text = format!("a page is larger than {} MB", most >> 20);
        fault::unplaced(&text, Some(template), &self.name, &self.overrides.texts)
    }
}

impl fmt::Debug for Theme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Theme").field("name", &self.name).finish_non_exhaustive()
    }
}

/// What is wrong with each template on its own; what is wrong between them is
/// only seen when they are compiled together.
fn syntax(texts: &BTreeMap<Arc<str>, String>, name: &str) -> Vec<Diagnostic> {
    let alone = |(path, text): (&Arc<str>, &String)| {
        let error = Tera::new().add_raw_template(path, text).err()?;
        // Alone, a template lacks its parents and components, which is no fault.
        matches!(error.kind(), tera::ErrorKind::SyntaxError(_))
            .then(|| fault::located(&error, None, name, texts))
    };
    texts.iter().filter_map(alone).flatten().collect()
}

fn nested(texts: &BTreeMap<Arc<str>, String>, name: &str) -> Option<Diagnostic> {
    let built_in = builtin::FILES
        .iter()
        .filter_map(|(path, bytes)| Some((*path, std::str::from_utf8(bytes).ok()?)))
        .filter(|(path, _)| is_template(path));
    let fault = nesting::check(built_in, BUILT_IN, texts)?;
    let place = Place::bytes(&file(name, &fault.path), fault.range);
    Some(match fault.circle {
        Some(names) => pb953_theme_nesting::circle(place, &names),
        None => pb953_theme_nesting::deep(place, nesting::MAX_LEVELS),
    })
}

fn compile(
    texts: &BTreeMap<Arc<str>, String>,
    words: &BTreeMap<String, String>,
) -> tera::TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.set_fallback_prefixes([BUILT_IN])?;
    tera.register_filter("fill", filters::fill);
    tera.register_filter("spaced", filters::spaced);
    tera.register_filter("ask_word", filters::ask_word);
    steps::register(&mut tera);
    let built_in = builtin::FILES.iter().filter(|(path, _)| is_template(path));
    let built_in = built_in
        .map(|(path, bytes)| (format!("{BUILT_IN}{path}"), words::in_template(bytes, words)));
    let own = texts.iter().map(|(path, text)| (path.to_string(), text.clone()));
    tera.add_raw_templates(built_in.chain(own))?;
    Ok(tera)
}

/// Files below `static/`. Tokens are the exception to "file by file": a
/// company's come after the built-in ones, so that it names only those that it
/// changes and a later version may add some.
fn assets(
    overrides: &BTreeMap<Arc<str>, Hashed<FileBytes>>,
    site: &SiteView,
) -> BTreeMap<Route, Hashed<[u8]>> {
    let mut assets: BTreeMap<Route, Hashed<[u8]>> = BTreeMap::new();
    for (path, bytes) in builtin::FILES {
        if let Some(file) = path.strip_prefix("static/") {
            let bytes: Arc<[u8]> = match path.rsplit_once('.') {
                Some((_, "css")) => minify::css(bytes).into(),
                Some((_, "js")) => minify::js(bytes).into(),
                _ => Arc::from(*bytes),
            };
            assets.insert(route(file), Hashed::from(bytes));
        }
    }
    for (path, bytes) in overrides {
        if let Some(file) = path.strip_prefix("static/") {
            let bytes = match assets.get(&route(file)) {
                Some(tokens) if &**path == TOKENS => {
                    let both = [&**tokens, b"\n", &**bytes].concat();
                    Hashed::from(Arc::<[u8]>::from(both))
                }
                _ => Hashed::from(bytes.arc()),
            };
            assets.insert(route(file), bytes);
        }
    }
    // After the overrides: a company's own script needs the words as well.
    if let Some(core) = assets.get_mut(&route(CORE)) {
        let script = words::before_script(core, &site.words, &site.moved);
        *core = Hashed::from(Arc::<[u8]>::from(script));
    }
    assets
}

fn route(file: &str) -> Route {
    Route::new(format!("theme/{file}"))
}
