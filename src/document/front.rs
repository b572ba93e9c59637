//! Front matter as typed values, one struct per kind. Values are as written:
//! whether a role, tool or page exists is decided by `model`. A field that
//! could not be read is absent here and has a diagnostic.

use std::sync::Arc;

use jiff::civil::Date;

use crate::domain::{EvidenceSource, Layer, Per, RepeatResult, Stakes, ToolStatus};

/// The front matter of one document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Front {
    /// `content/workflows/`
    Workflow(Arc<WorkflowFront>),
    /// `content/roles/`
    Role(RoleFront),
    /// `content/layers/`
    Layer(LayerFront),
    /// `content/tools/`
    Tool(ToolFront),
    /// `content/people/`
    Person(PersonFront),
    /// `content/collections/`
    Collection(CollectionFront),
    /// `content/drills/`
    Drill(DrillFront),
    /// `content/wanted/`
    Wanted(WantedFront),
    /// `content/guides/`
    Guide(GuideFront),
    /// `content/index.md`
    Home,
}

impl Front {
    /// Words people search for that the text does not use.
    pub fn keywords(&self) -> &[String] {
        match self {
            Self::Workflow(front) => &front.keywords,
            Self::Role(front) => &front.keywords,
            Self::Layer(front) => &front.keywords,
            Self::Tool(front) => &front.keywords,
            Self::Person(front) => &front.keywords,
            Self::Collection(front) => &front.keywords,
            Self::Drill(front) => &front.keywords,
            Self::Wanted(front) => &front.keywords,
            Self::Guide(front) => &front.keywords,
            Self::Home => &[],
        }
    }
}

/// Front matter of a workflow. The title and the summary are on the card.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WorkflowFront {
    /// Role ids, names or aliases, as written.
    pub roles: Vec<String>,
    /// The one layer; without one the page does not stand, and this is any.
    pub layer: Layer,
    /// Person or desk id.
    pub owner: Option<String>,
    /// Rung of the data ladder.
    pub data: Option<String>,
    /// Last time somebody ran it end to end.
    pub verified: Option<Date>,
    /// Tool ids, names or aliases, as written.
    pub tools: Vec<String>,
    /// The same job in other layers or roles has the same text.
    pub job: Option<String>,
    /// What a mistake would cost.
    pub stakes: Stakes,
    /// Model or version on the day of `verified`.
    pub verified_with: Option<String>,
    /// Who runs it and how often, in words.
    pub byline: Option<String>,
    /// Days between reviews, when not by stakes.
    pub review_every: Option<u32>,
    /// Colleagues who tried it.
    pub repeated_by: Vec<Repeat>,
    /// Time before and after.
    pub minutes: Option<Minutes>,
    /// What people no longer do.
    pub stopped: Vec<String>,
    /// What they do with the time.
    pub instead: Vec<String>,
    /// Set while the new way is still being built.
    pub rebuilding: Option<Rebuilding>,
    /// Figures, each with its n.
    pub evidence: Vec<Evidence>,
    /// Workflow ids.
    pub builds_on: Vec<String>,
    /// Workflow ids.
    pub next: Vec<String>,
    /// Words people search for that the text does not use.
    pub keywords: Vec<String>,
    /// Old addresses, as site paths.
    pub redirect_from: Vec<String>,
    /// Questions for the question bank.
    pub interview: Vec<String>,
    /// Set when the page is retired.
    pub retired: Option<Retired>,
    /// Not published.
    pub draft: bool,
}

/// One colleague's repeat of a workflow.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Repeat {
    /// Person or desk id, or free text.
    pub who: String,
    /// How many people that is; at least one.
    pub n: u32,
    /// The day of the repeat.
    pub date: Date,
    /// How it ended.
    pub result: RepeatResult,
    /// What whoever repeated it wants to say.
    pub note: Option<String>,
}

/// Minutes of work before and after.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Minutes {
    /// Minutes the old way.
    pub before: u32,
    /// Minutes the new way.
    pub after: u32,
    /// How often they are spent.
    pub per: Per,
}

/// A redesign that is still being built.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rebuilding {
    /// First day.
    pub since: Option<Date>,
    /// Last day that was agreed.
    pub until: Option<Date>,
    /// Who gave the room for it.
    pub room_from: Option<String>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Evidence {
    /// What was measured.
    pub what: String,
    /// Value before, with its unit.
    pub from: String,
    /// Value after, with its unit.
    pub to: String,
    /// How many cases.
    pub n: u32,
    /// Over which time.
    pub period: Option<String>,
    /// Where it comes from.
    pub source: Option<EvidenceSource>,
}

/// Why and since when a page is retired.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Retired {
    /// The day it was retired.
    pub date: Option<Date>,
    /// Why.
    pub reason: Option<String>,
    /// Workflow id to use instead.
    pub replaced_by: Option<String>,
}

/// Front matter of a role.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RoleFront {
    /// Other names: AE, SDR, CSM.
    pub aliases: Vec<String>,
    /// The jobs of this role, most important first.
    pub priorities: Vec<Priority>,
    /// Where to ask.
    pub channel: Option<String>,
    /// Collection id.
    pub start_with: Option<String>,
    /// Words people search for that the text does not use.
    pub keywords: Vec<String>,
}

/// A job and the moment it comes up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Priority {
    /// Matched with a workflow's `job`.
    pub job: String,
    /// "A renewal is inside 60 days".
    pub when: Option<String>,
}

/// Front matter of a layer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct LayerFront {
    /// Use it, Judge it, Rebuild it.
    pub subtitle: Option<String>,
    /// Words people search for that the text does not use.
    pub keywords: Vec<String>,
}

/// Front matter of a tool.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ToolFront {
    /// Other names.
    pub aliases: Vec<String>,
    /// Whether it may be used; absent when nobody has said.
    pub status: Option<ToolStatus>,
    /// Highest rung of the ladder that may go in.
    pub data_max: Option<String>,
    /// What it is good for.
    pub good_for: Vec<String>,
    /// What it is not good for.
    pub not_good_for: Vec<String>,
    /// Tool id.
    pub replaced_by: Option<String>,
    /// Where it is.
    pub link: Option<String>,
    /// Where to ask.
    pub ask: Option<String>,
    /// Words people search for that the text does not use.
    pub keywords: Vec<String>,
}

/// Front matter of a person or a desk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PersonFront {
    /// Role ids, names or aliases.
    pub roles: Vec<String>,
    /// Contributes pages.
    pub champion: bool,
    /// Coaches a pod.
    pub coach: bool,
    /// Workflow ids they will demonstrate.
    pub shows: Vec<String>,
    /// Channel.
    pub ask: Option<String>,
    /// Last day at the company.
    pub left: Option<Date>,
    /// A desk, not a person.
    pub desk: bool,
    /// Words people search for that the text does not use.
    pub keywords: Vec<String>,
}

/// Front matter of a collection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct CollectionFront {
    /// Role ids, names or aliases.
    pub roles: Vec<String>,
    /// Person or desk id.
    pub curator: Option<String>,
    /// Length in days.
    pub days: Option<u32>,
    /// What people do differently at the end.
    pub target_behaviours: Vec<String>,
    /// By rising day.
    pub checkpoints: Vec<Checkpoint>,
    /// Why a layer has no item.
    pub because: Option<String>,
    /// Words people search for that the text does not use.
    pub keywords: Vec<String>,
}

/// One checkpoint of a collection.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Checkpoint {
    /// Day of the programme.
    pub day: u32,
    /// A behaviour.
    pub goal: Option<String>,
    /// Workflow ids, and drills as `drill:ID`.
    pub items: Vec<String>,
    /// What to show the coach.
    pub evidence: Option<String>,
    /// What the coach asks.
    pub coach_asks: Option<String>,
    /// What the manager asks.
    pub manager_asks: Option<String>,
}

/// Front matter of a drill.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DrillFront {
    /// Role ids, names or aliases.
    pub roles: Vec<String>,
    /// Workflow id whose caught error it was.
    pub from: Option<String>,
    /// No real error behind it.
    pub made_up: bool,
    /// Words people search for that the text does not use.
    pub keywords: Vec<String>,
}

/// Front matter of a wanted page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct WantedFront {
    /// Role ids, names or aliases.
    pub roles: Vec<String>,
    /// The layer asked for.
    pub layer: Option<Layer>,
    /// The job asked for.
    pub job: Option<String>,
    /// Why it is wanted.
    pub why: Option<String>,
    /// How many asked.
    pub seen: Option<u32>,
    /// Words people search for that the text does not use.
    pub keywords: Vec<String>,
}

/// Front matter of a guide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct GuideFront {
    /// Place among the guides.
    pub order: Option<i64>,
    /// Shown in the navigation.
    pub nav: bool,
    /// Words people search for that the text does not use.
    pub keywords: Vec<String>,
}
