//! What a workflow's page shows.

use serde::Serialize;

use super::body::{BodyView, SectionView};
use super::parts::{
    ActionsView, DateView, EntryView, LayerView, LinkView, NameView, RailEntryView, RungView,
    StatusView,
};

/// A workflow's page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct WorkflowView {
    pub title: String,
    pub summary: String,
    /// When to use it.
    pub trigger: Option<String>,
    /// Colours the page's band.
    pub layer: LayerView,
    /// Roles it is for.
    pub roles: Vec<LinkView>,
    pub tools: Vec<NameView>,
    /// A mistake would be expensive.
    pub high_stakes: bool,
    /// In the reader's words.
    pub status: StatusView,
    /// When somebody last ran it end to end, alone or as a repeat.
    pub last_run: Option<DateView>,
    /// When it should be looked at again: overdue is decided in the browser.
    pub due: Option<DateView>,
    /// From then on its prompts stand behind a click: also decided in the browser.
    pub long_due: Option<DateView>,
    /// What was wrong in it and was mended, newest first.
    pub corrected: Vec<CorrectionView>,
    /// Model or version of that day.
    pub verified_with: Option<String>,
    /// Who runs it and how often.
    pub byline: Option<String>,
    /// Who answers for it.
    pub owner: Option<NameView>,
    /// What may go in.
    pub paste: PasteView,
    /// Readers are told when no checks are written down.
    pub no_checks: bool,
    /// The sections that matter most in the layer, for the first screen.
    pub key_sections: KeySectionsView,
    /// The rest of the body, in the order of the text.
    pub body: BodyView,
    /// Links to the sections, for the rail.
    pub contents: Vec<LinkView>,
    /// Who can show it.
    pub show_me: Vec<PersonRefView>,
    /// The same job in other layers or roles.
    pub same_job: Vec<RailEntryView>,
    /// Pages to know first.
    pub builds_on: Vec<RailEntryView>,
    /// Retired pages that it replaces.
    pub replaces: Vec<LinkView>,
    /// Pages to read next.
    pub next: Vec<EntryView>,
    /// Paths it is part of.
    pub part_of: Vec<PathStepView>,
    /// Up to five similar pages.
    pub similar: Vec<RailEntryView>,
    /// Pages that link here.
    pub linked_from: Vec<LinkView>,
    /// Drills made of its errors.
    pub drills: Vec<LinkView>,
    pub evidence: Vec<EvidenceView>,
    pub repeats: Vec<RepeatView>,
    /// What people no longer do.
    pub stopped: Vec<String>,
    /// What they do with the time.
    pub instead: Vec<String>,
    /// Time before and after; only there beside `instead`.
    pub minutes: Option<MinutesView>,
    /// While the new way is being built.
    pub rebuilding: Option<RebuildingView>,
    /// Edit, repeat, improve, twin.
    pub actions: ActionsView,
    /// `serve` shows drafts with a band.
    pub draft: bool,
}

/// A write-up's place on a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PathStepView {
    /// The path and the day.
    pub text: String,
    pub href: String,
    /// What comes before on the path.
    pub previous: Option<String>,
    /// What comes after on the path.
    pub next: Option<String>,
}

/// What may go into the tool.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct PasteView {
    /// May paste, plain text.
    pub may: Vec<String>,
    /// Never paste, plain text.
    pub never: Vec<String>,
    /// The beginning of the same, to stand above each prompt.
    pub never_in_brief: String,
    /// Highest rung that may go in; absent when nobody has said.
    pub data: Option<RungView>,
    /// Nobody has said: "ask first".
    pub unknown: bool,
}

/// The part of the body that the layer is about: one of them, or none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct KeySectionsView {
    /// Fluency: the section with the first prompt.
    pub prompt: Option<SectionView>,
    /// Judgment: trust, override, do not rely.
    pub rules: Vec<SectionView>,
    /// Whether all three are short enough to stand side by side.
    pub rules_short: bool,
    /// Redesign: old way and new way.
    pub ways: Vec<SectionView>,
}

/// Somebody to ask.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PersonRefView {
    pub name: String,
    /// Page, when people have pages.
    pub href: Option<String>,
    pub ask: Option<String>,
}

/// Something that was wrong in a page, and was mended.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CorrectionView {
    /// `Corrected on 24 November 2026`
    pub sentence: String,
    /// What was wrong.
    pub what: String,
    /// What whoever used it should do.
    pub remedy: Option<String>,
    /// `2027-02-22`: the last day on which the page tells it at its head, by the
    /// reader's clock.
    pub until: String,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct EvidenceView {
    pub what: String,
    pub from: String,
    pub to: String,
    /// `n=14`, or `n<5`.
    pub n: String,
    pub period: Option<String>,
    /// Where it comes from, in words.
    pub source: Option<String>,
}

/// A repeat. Failures name nobody.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RepeatView {
    /// Who; absent for a failure.
    pub who: Option<NameView>,
    pub date: DateView,
    /// `worked`, `adapted`, `failed`
    pub result: &'static str,
    pub note: Option<String>,
}

/// Time before and after, with bars.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct MinutesView {
    pub before: u32,
    pub after: u32,
    /// `95 min`; `19 h 10 min` where one of both is above ten hours.
    pub before_text: String,
    /// The same of `after`.
    pub after_text: String,
    /// `a run`, `a week`
    pub per: String,
    /// Width of the second bar, in percent of the first; 0 to 100.
    pub after_percent: u32,
}

/// A redesign that is still being built.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RebuildingView {
    pub since: Option<DateView>,
    /// Last day that was agreed.
    pub until: Option<DateView>,
    /// Who gave the room.
    pub room_from: Option<String>,
}
