//! What else a change shows in: outputs of two sites whose bytes differ. Takes as long as
//! planning every page that may differ, so that only a report asks.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::address::{Folder, Route};
use crate::diagnostic::SETTINGS;
use crate::domain::Kind;
use crate::engine::{Build, Output};

use super::pages::PageChanges;

/// Outputs whose bytes differ, but for the pages that the change is about.
#[derive(Clone, Debug, Default, serde::Serialize)]
pub struct OtherOutputs {
    /// Titles of roles, layers and paths whose pages show something else.
    pub hubs: Vec<String>,
    /// How many other pages show something else.
    pub pages: usize,
    /// How many lists, logs and overviews do.
    pub lists: usize,
    /// How many feeds and other files for programs do.
    pub data: usize,
    /// How many images and downloads have another content.
    pub files: usize,
    /// Whether the settings are others.
    pub settings: bool,
}

/// Holds every output of the later site against the earlier one.
pub fn other_outputs(before: &Build, after: &Build, pages: &PageChanges) -> OtherOutputs {
    let edited = pages.edited.iter().chain(&pages.added);
    let edited = edited.chain(pages.renamed.iter().map(|it| &it.to));
    let own: BTreeSet<Route> = edited.map(crate::address::PageId::route).collect();
    let outputs: Vec<(&Route, &Output)> = after.site.outputs.iter().collect();
    let differs = |(route, output): &(&Route, &Output)| {
        let earlier = before.site.outputs.get(route.as_str());
        !own.contains(*route) && earlier.is_some_and(|earlier| !earlier.is_same(output))
    };
    let differing: Vec<(&Route, &Output)> = outputs.into_par_iter().filter(differs).collect();
    let mut others = OtherOutputs::default();
    for (route, output) in differing {
        count(&mut others, after, route.as_str(), output);
    }
    let text = |build: &Build| build.source_map(SETTINGS).map(|map| map.text.clone());
    others.settings = text(before) != text(after);
    others
}

fn count(others: &mut OtherOutputs, after: &Build, route: &str, output: &Output) {
    if matches!(output, Output::Asset(_)) {
        others.files += 1;
    } else if Route::is_page(route) {
        match hub(after, route) {
            Some(title) => others.hubs.push(title),
            None => others.pages += 1,
        }
    } else if route.ends_with(".html") {
        others.lists += 1;
    } else if !route.ends_with(".md") && !Folder::Search.holds(route) {
        // A twin says what its page says.
        others.data += 1;
    }
}

/// The title of a page that leads to others.
fn hub(after: &Build, route: &str) -> Option<String> {
    let (folder, file) = route.split_once('/')?;
    let kind = Kind::of_folder(folder)?;
    let is_hub = matches!(kind, Kind::Role | Kind::Layer | Kind::Collection);
    let page = after.playbook().page_of(kind, file.strip_suffix(".html")?)?;
    is_hub.then(|| page.card.title.clone())
}
