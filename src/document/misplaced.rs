//! Headings that were meant as sections of the contract and are none: below a
//! `#` heading that pushes them down, with too many `#`, or nearly of a
//! section's name. What they were meant as leaves, so that nobody is told to
//! write what is there.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::Tag;

use super::card::{MisplacedReason, MisplacedSection};
use super::markdown::Events;
use super::markdown::headings::{self, Heading};
use super::markdown::html::number;
use super::names;
use super::nearest_section;
use super::outline::Outline;
use crate::diagnostic::rules::body::pb240_heading_above;
use crate::diagnostic::{Diagnostic, Place};
use crate::domain::{Layer, SectionName};
use crate::language::Language;

/// What was found in one body.
#[derive(Debug, Default)]
pub(super) struct MisplacedSections {
    /// By the section that was meant; only sections that the layer demands.
    pub(super) misplaced: BTreeMap<SectionName, MisplacedSection>,
    /// `#` headings with sections below them: where, and their text.
    above: Vec<(Range<usize>, String)>,
}

impl MisplacedSections {
    /// One message for each `#` heading that hides sections.
    pub(super) fn problems(
        &self,
        place: impl Fn(&Range<usize>) -> Place,
        language: &Language,
    ) -> Vec<Diagnostic> {
        let problem = |(range, title): &(Range<usize>, String)| match names::section(title) {
            Some(section) => pb240_heading_above::section(
                place(range),
                title,
                language.heading(section.as_str()),
            ),
            None => pb240_heading_above::title(place(range), title),
        };
        self.above.iter().map(problem).collect()
    }
}

/// Looks for them. `layer` decides which sections are missed.
pub(super) fn find(
    events: &Events<'_>,
    headings: &[Heading],
    outline: &Outline<'_>,
    layer: Layer,
    language: &Language,
) -> MisplacedSections {
    let mut found = MisplacedSections::default();
    // The whole contract even while it is rebuilt: the headings are those of the finished page.
    let required = SectionName::required(layer, false);
    let present: BTreeSet<SectionName> = outline.parts.iter().filter_map(|it| it.name).collect();
    let is_missed = |name: &SectionName| !present.contains(name);
    let mut above: Option<&Heading> = None;
    for heading in headings.iter().filter(|heading| heading.on_top) {
        let written = written_level(events, heading);
        // A `#` heading that is the title and was dropped pushes nothing down.
        if written == 1 {
            above = Some(heading).filter(|heading| heading.level > 0);
        }
        let name = names::section(&heading.title).filter(is_missed);
        let Some(name) = name.filter(|_| heading.level > 2) else { continue };
        let why = match above.filter(|_| written == 2) {
            Some(above) => {
                let place = headings::place(events, above.at);
                // One message for each such heading, however many sections are below it.
                if found.above.last().is_none_or(|(last, _)| *last != place) {
                    found.above.push((place, above.title.clone()));
                }
                MisplacedReason::Below(above.title.clone())
            }
            None => MisplacedReason::Depth(written),
        };
        if required.contains(&name) {
            found.misplaced.entry(name).or_insert_with(|| misplaced(heading, why));
        }
    }
    // Only what is missed: a heading near to a section that is there has a reason of its own.
    let missed = required.iter().copied().filter(is_missed);
    let missed: BTreeSet<_> = missed.filter(|name| !found.misplaced.contains_key(name)).collect();
    for part in outline.parts.iter().filter(|part| part.name.is_none()) {
        let meant = nearest_section::nearest_section(&part.heading.title, &missed, language);
        if let Some(name) = meant {
            found
                .misplaced
                .entry(name)
                .or_insert_with(|| misplaced(part.heading, MisplacedReason::Name));
        }
    }
    found
}

fn misplaced(heading: &Heading, why: MisplacedReason) -> MisplacedSection {
    MisplacedSection { title: heading.title.clone(), anchor: heading.id.clone(), why }
}

/// How many `#` the heading was written with.
fn written_level(events: &Events<'_>, heading: &Heading) -> u8 {
    match events.tag(heading.at) {
        Some(Tag::Heading { level, .. }) => number(*level),
        _ => heading.level,
    }
}
