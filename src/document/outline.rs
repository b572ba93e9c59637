//! The body cut at its H2 headings, with the sections that the contract knows
//! found by their names. A second section of one name joins the first.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::Tag;

use super::blocks::items;
use super::markdown::Events;
use super::markdown::headings::Heading;
use super::{names, sentence};
use crate::domain::SectionName;

/// What comes before the first section, and the sections.
pub(super) struct Outline<'a> {
    /// Events before the first section.
    pub(super) lead: Range<usize>,
    /// In the order of the text.
    pub(super) parts: Vec<OutlineSection<'a>>,
}

/// Which headings name a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SectionNames {
    /// None: the page is no write-up.
    None,
    /// Those of the contract.
    Contract,
    /// Also those for what there is so far of a redesign.
    SoFar,
}

impl SectionNames {
    /// The section that a heading names.
    pub(super) fn section(self, heading: &str) -> Option<SectionName> {
        match self {
            Self::None => None,
            Self::Contract => names::section(heading),
            Self::SoFar => names::section(heading).or_else(|| names::section_so_far(heading)),
        }
    }

    /// The section that a line names as a heading of its level: `## Steps`.
    pub(super) fn of_line(self, line: &str) -> Option<SectionName> {
        self.section(line.strip_prefix("##")?.strip_prefix(' ')?)
    }
}

pub(super) struct OutlineSection<'a> {
    pub(super) heading: &'a Heading,
    /// Its meaning, if the contract knows it.
    pub(super) name: Option<SectionName>,
    /// Its events: more than one range when another section joined it.
    pub(super) ranges: Vec<Range<usize>>,
    /// Headings of the sections that joined it, one for each range but the first.
    pub(super) joined: Vec<&'a Heading>,
}

impl<'a> Outline<'a> {
    /// Cuts the body. Sections have names on write-ups only.
    pub(super) fn of(events: &Events<'_>, headings: &'a [Heading], names: SectionNames) -> Self {
        let cuts: Vec<&Heading> =
            headings.iter().filter(|heading| heading.on_top && heading.level == 2).collect();
        let end = events.all().end;
        let lead = 0..cuts.first().map_or(end, |first| first.at);
        let mut parts: Vec<OutlineSection<'a>> = Vec::new();
        let mut known: BTreeMap<SectionName, usize> = BTreeMap::new();
        let nexts = cuts.iter().skip(1).map(|next| next.at).chain([end]);
        for (heading, next) in cuts.iter().zip(nexts) {
            let range = events.end(heading.at) + 1..next;
            let name = names.section(&heading.title);
            let first = name.and_then(|name| known.get(&name));
            match first.and_then(|first| parts.get_mut(*first)) {
                Some(part) => {
                    part.joined.push(heading);
                    part.ranges.push(range);
                }
                None => {
                    known.extend(name.map(|name| (name, parts.len())));
                    parts.push(OutlineSection {
                        heading,
                        name,
                        ranges: vec![range],
                        joined: Vec::new(),
                    });
                }
            }
        }
        Self { lead, parts }
    }

    /// The section with this meaning.
    pub(super) fn part(&self, name: SectionName) -> Option<&OutlineSection<'a>> {
        self.parts.iter().find(|part| part.name == Some(name))
    }

    /// The first sentence of the section with this meaning.
    pub(super) fn first_sentence(&self, name: SectionName, events: &Events<'_>) -> Option<String> {
        self.part(name)?.ranges.iter().cloned().flatten().find_map(|at| {
            let text = match events.tag(at) {
                Some(Tag::Paragraph) => events.inside(at),
                Some(Tag::Item) => items::first_paragraph(events, at),
                _ => return None,
            };
            sentence::first(&events.prose(text))
        })
    }

    /// The ranges of the section with this meaning; none when there is none.
    pub(super) fn ranges(&self, name: SectionName) -> Vec<Range<usize>> {
        self.part(name).map_or_else(Vec::new, |part| part.ranges.clone())
    }
}
