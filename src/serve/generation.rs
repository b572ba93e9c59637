//! One state of the preview: the newest site, and what is left of earlier ones
//! where the newest has nothing to show because something is broken. A state
//! and news enter; the next state leaves. It never changes once it is made.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use crate::address::Route;
use crate::diagnostic::{Diagnostic, Translation};
use crate::engine::{Build, Output, Site};
use crate::language::{self, Language};
use crate::source::{Change, LoadError};

/// Pages that are rendered when they are kept, so that they do not keep the
/// whole playbook of their time in memory. More than that go and come together.
const RENDERED: usize = 64;

/// One state of the preview.
#[derive(Debug, Default)]
pub(super) struct Generation {
    /// Counts states from 1; 0 is before the first.
    pub number: u64,
    /// The newest site; none until there was one.
    pub build: Option<Arc<Build>>,
    /// The state that the site was built for.
    built: u64,
    /// Routes that the newest site does not have.
    kept: Arc<BTreeMap<Route, EarlierOutput>>,
    /// Why there are no sources.
    pub failure: Option<LoadError>,
    /// Pages of this state that a template could not show.
    faults: Mutex<BTreeMap<Route, Diagnostic>>,
    /// What the settings say to the preview.
    pub settings: PreviewSettings,
    /// Paths that differ from the state before.
    saved: BTreeSet<String>,
    /// Errors that the state before did not have, wherever they stand.
    new_errors: BTreeSet<Diagnostic>,
}

/// What the settings say to the preview.
#[derive(Clone, Debug, Default)]
pub(super) struct PreviewSettings {
    /// The editor to offer first.
    pub editor: Option<String>,
    /// The language of the site and of whoever writes it.
    pub language: String,
}

impl PreviewSettings {
    /// The words to speak with.
    pub(super) fn words(&self) -> &'static Language {
        language::find(&self.language)
    }

    /// The language of messages.
    pub(super) fn translation(&self) -> Translation {
        Translation::for_language(&self.language)
    }
}

/// An output of an earlier site.
#[derive(Clone, Debug)]
struct EarlierOutput {
    from: u64,
    output: Output,
}

/// What is at an address.
#[derive(Debug)]
pub(super) struct FoundOutput<'a> {
    /// The state that it comes from.
    pub from: u64,
    pub output: &'a Output,
}

impl FoundOutput<'_> {
    /// Equal keys, equal bytes.
    pub(super) fn key(&self) -> String {
        self.output.key().to_string()
    }
}

impl Generation {
    /// The state after this one, which these changes and settings have brought.
    pub(super) fn next(
        &self,
        news: Result<Build, LoadError>,
        settings: PreviewSettings,
        changes: Vec<Change>,
    ) -> Self {
        let number = self.number + 1;
        let saved = changes.into_iter().map(|change| change.path).collect();
        let state = Self { number, settings, saved, ..Self::default() };
        let kept = Arc::clone(&self.kept);
        match news {
            Ok(build) => {
                // Only while something is broken: a page that was deleted on purpose has to go.
                let is_broken = build.theme_failed || build.has_errors();
                let kept = if is_broken { self.kept_beside(&build.site) } else { BTreeMap::new() };
                let new_errors = self.new_errors_of(&build);
                let (build, kept) = (Some(Arc::new(build)), Arc::new(kept));
                Self { build, built: number, kept, new_errors, ..state }
            }
            // What is shown stays, with the reason over it.
            Err(failure) => {
                let (build, built) = (self.build.clone(), self.built);
                Self { build, built, kept, failure: Some(failure), ..state }
            }
        }
    }

    /// Errors that the new site has and this one has not; none at the start, when
    /// nobody has saved anything.
    fn new_errors_of(&self, new: &Build) -> BTreeSet<Diagnostic> {
        let Some(build) = &self.build else { return BTreeSet::new() };
        let known: BTreeSet<&Diagnostic> = build.errors().collect();
        new.errors().filter(|it| !known.contains(it)).cloned().collect()
    }

    /// Whether the last save has to do with an error.
    pub(super) fn is_of_last_save(&self, error: &Diagnostic) -> bool {
        self.saved.contains(&*error.place.path) || self.new_errors.contains(error)
    }

    /// What this state shows and the new site does not have.
    fn kept_beside(&self, new: &Site) -> BTreeMap<Route, EarlierOutput> {
        let old = self.build.iter().flat_map(|build| build.site.outputs.iter());
        let gone: Vec<_> = without(old, new.outputs.routes()).collect();
        let renders = gone.len() <= RENDERED;
        let keep = |(route, output): (&Route, &Output)| {
            let output = if renders { rendered(output) } else { output.clone() };
            (route.clone(), EarlierOutput { from: self.built, output })
        };
        let older = without(self.kept.iter(), new.outputs.routes());
        let older = older.map(|(route, kept)| (route.clone(), kept.clone()));
        older.chain(gone.into_iter().map(keep)).collect()
    }

    /// Whether there has never been a site.
    pub(super) fn has_nothing(&self) -> bool {
        let is_empty = self.build.as_ref().is_none_or(|build| build.site.outputs.is_empty());
        is_empty && self.kept.is_empty()
    }

    /// What is at an address.
    pub(super) fn find(&self, route: &str) -> Option<FoundOutput<'_>> {
        if let Some(output) = self.build.as_ref().and_then(|it| it.site.find(route)) {
            return Some(FoundOutput { from: self.built, output });
        }
        self.kept
            .get(route)
            .map(|EarlierOutput { from, output }| FoundOutput { from: *from, output })
    }

    /// Whether an address shows an earlier site.
    pub(super) fn is_kept(&self, route: &str) -> bool {
        self.kept.contains_key(route) || self.faults().contains_key(route)
    }

    /// Remembers that a template could not show a page.
    pub(super) fn add_fault(&self, route: &str, fault: Diagnostic) {
        self.faults().insert(Route::new(route), fault);
    }

    /// What is wrong with templates that could not show a page, by its route.
    pub(super) fn template_faults(&self) -> BTreeMap<Route, Diagnostic> {
        self.faults().clone()
    }

    fn faults(&self) -> std::sync::MutexGuard<'_, BTreeMap<Route, Diagnostic>> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The entries whose routes are not among `others`; both are in order, so one
/// walk along both is enough.
fn without<'a, V: 'a>(
    entries: impl Iterator<Item = (&'a Route, &'a V)>,
    others: impl Iterator<Item = &'a Route>,
) -> impl Iterator<Item = (&'a Route, &'a V)> {
    let mut others = others.peekable();
    entries.filter(move |(route, _)| {
        while others.next_if(|other| other < route).is_some() {}
        others.peek() != Some(route)
    })
}

/// The same output with its bytes made, if they can be.
fn rendered(output: &Output) -> Output {
    let Output::Rendered(render) = output else { return output.clone() };
    match render.render() {
        Ok(bytes) => Output::bytes(bytes),
        // What is wrong with it is told when somebody asks for it.
        Err(_) => output.clone(),
    }
}
