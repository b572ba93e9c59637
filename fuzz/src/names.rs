//! Names of files and the addresses that they are published at. Each line is a
//! path below the playbook's root.

use std::collections::{BTreeMap, BTreeSet};

use playbook::address::Route;
use playbook::document::identify;
use unicode_normalization::UnicodeNormalization;

use super::{base, messages};

/// No file is published outside the site, none in another's place on any system,
/// and what is not published has a message.
pub fn names(data: &[u8]) {
    let mut files = base::files(base::SETTINGS);
    let text = String::from_utf8_lossy(data);
    let paths: Vec<&str> = text.split('\n').take(40).collect();
    for path in &paths {
        if files.contains_key(*path) || path.starts_with("themes/") {
            continue;
        }
        let bytes: &[u8] =
            if path.ends_with(".md") { b"---\ntitle: A\nname: A\n---\n" } else { b"x" };
        files.insert((*path).to_owned(), bytes.to_vec());
    }
    let build = base::build(&files).expect("the settings can be read");
    messages::of_build(&build);
    let told: BTreeSet<&str> =
        build.diagnostics().into_iter().map(|message| &*message.place.path).collect();
    let routes: Vec<String> = build.site.all().map(|(route, _)| route.to_string()).collect();
    let mut folded: BTreeMap<String, &str> = BTreeMap::new();
    let mut folders: BTreeSet<String> = BTreeSet::new();
    for route in &routes {
        let names: Vec<&str> = route.split('/').collect();
        let is_safe = |name: &&str| {
            !["", ".", ".."].contains(name)
                && name.len() <= 255
                && !name.contains(|it: char| it.is_control() || "\\:<>\"|?*".contains(it))
                && !name.ends_with([' ', '.'])
        };
        assert!(names.iter().all(is_safe), "{route:?}");
        if let Some(other) = folded.insert(fold(route), route) {
            panic!("{other:?} and {route:?} are one file on some systems");
        }
        let ends = route.match_indices('/').map(|(end, _)| fold(&route[..end]));
        folders.extend(ends);
    }
    for path in files.keys().filter(|path| !told.contains(path.as_str())) {
        let Some(route) = page_of(path) else { continue };
        let folder_is_told = path.match_indices('/').any(|(end, _)| told.contains(&path[..end]));
        assert!(folder_is_told || routes.contains(&route), "{path:?} is lost");
    }
    let both = folded.keys().find(|route| folders.contains(*route));
    assert!(both.is_none(), "{both:?} is a file and a folder");
}

/// Where the page at a path must be, if it is to be one at all: what is hidden,
/// or left behind by an editor, is nobody's page.
fn page_of(path: &str) -> Option<String> {
    let (kind, id) = identify(path)?;
    let is_left = |name: &str| {
        name.starts_with('.')
            || name.ends_with(['~', '#'])
            || name.contains("___jb_")
            || [".swp", ".bck"].iter().any(|end| name.ends_with(end))
            || ["README.md", "4913"].contains(&name)
    };
    (!path.split('/').any(is_left)).then(|| Route::page(kind, &id).to_string())
}

/// As a file system that tells neither case nor forms of letters apart.
fn fold(path: &str) -> String {
    path.nfd().collect::<String>().to_lowercase().nfc().collect()
}
