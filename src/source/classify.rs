//! What a file is, decided by its path and the settings alone. A path enters; a
//! [`FileClass`] leaves. Deliberately absent: the file's bytes.

use crate::config::Config;
use crate::diagnostic::nearest;
use crate::domain::Kind;

use super::names;
use crate::document::identify;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileClass<'a> {
    /// A markdown page.
    Document,
    /// An image or download.
    Asset,
    /// What people are told of a folder: never published.
    Readme,
    /// A file of the theme, by its path in it.
    Theme(&'a str),
    /// Could run in a reader's browser.
    Active,
    /// Something else, for this reason.
    Stray(StrayReason<'a>),
}

/// Why a file is not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StrayReason<'a> {
    /// Its extension is not in the settings.
    Extension(&'a str),
    /// A page in no folder of a kind, and the kind that may be meant.
    NoKind(Option<Kind>),
    /// A page in a subfolder of a kind that has none.
    Nested(Kind),
    /// A page in `static/`.
    StaticPage,
}

/// Extensions that a browser runs, or shows as a page with the site's rights.
const ACTIVE: [&str; 14] = [
    "html", "htm", "xhtml", "xht", "shtml", "svg", "svgz", "js", "mjs", "cjs", "wasm", "swf",
    "xml", "xsl",
];

/// The extension in lower case; empty when there is none.
pub(super) fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default()
}

/// What the file at this path from the root is.
pub(super) fn classify<'a>(path: &'a str, config: &Config) -> FileClass<'a> {
    if names::is_readme(path.rsplit('/').next().unwrap_or_default()) {
        return FileClass::Readme;
    }
    // First: scripts and pages of a theme are what it is for, and it was reviewed.
    if let Some(file) = in_theme(path, config) {
        return FileClass::Theme(file);
    }
    let extension = extension(path);
    let listed = config.build.assets.contains(&extension);
    // A company may offer markdown files in `static/` as downloads, if it lists them.
    if path.ends_with(".md") && (path.starts_with("content/") || !listed) {
        return match identify(path) {
            Some(_) => FileClass::Document,
            None => FileClass::Stray(stray_page(path)),
        };
    }
    // Before active ones: whoever lists `svg` has decided so.
    if listed || is_site_image(path, config) {
        FileClass::Asset
    } else if ACTIVE.contains(&extension.as_str()) {
        FileClass::Active
    } else {
        let name = path.rsplit('/').next().unwrap_or_default();
        FileClass::Stray(StrayReason::Extension(
            name.rsplit_once('.').map_or("", |(_, written)| written),
        ))
    }
}

fn in_theme<'a>(path: &'a str, config: &Config) -> Option<&'a str> {
    path.strip_prefix("themes/")?.strip_prefix(config.site.theme.as_str())?.strip_prefix('/')
}

/// The logo or the favicon: chosen in the settings, so trusted like them.
fn is_site_image(path: &str, config: &Config) -> bool {
    let images = [&config.site.logo, &config.site.favicon];
    path.strip_prefix("static/")
        .is_some_and(|file| images.into_iter().flatten().any(|image| image == file))
}

fn stray_page(path: &str) -> StrayReason<'_> {
    let Some(inside) = path.strip_prefix("content/") else { return StrayReason::StaticPage };
    let Some((folder, _)) = inside.split_once('/') else { return StrayReason::NoKind(None) };
    match Kind::of_folder(folder) {
        // What is left there is its `index.md`, which would be a page without an id.
        Some(kind) if kind.nests() => StrayReason::NoKind(None),
        Some(kind) => StrayReason::Nested(kind),
        None => {
            let meant = nearest(folder, Kind::WITH_FOLDER.into_iter().map(Kind::folder));
            StrayReason::NoKind(meant.and_then(Kind::of_folder))
        }
    }
}
