//! What home, hubs, paths, drills and list pages show.

use serde::Serialize;

use super::body::BodyView;
use super::parts::{
    ActionsView, CaughtEntryView, DateView, EntryView, LayerView, LinkView, NameView, RailEntryView,
};
use super::workflow::PersonRefView;

/// `index.html`
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct HomeView {
    /// Title of `content/index.md`, or of the site.
    pub title: String,
    /// HTML of the first paragraph of `content/index.md`, safe as it is.
    pub lede_html: Option<String>,
    /// The other words of `content/index.md`.
    pub body: BodyView,
    /// "I work in ..."
    pub roles: Vec<RoleTileView>,
    /// The three pages that colleagues repeated last.
    pub recent: Vec<EntryView>,
    /// Prompts that were stopped or mended, newest first, up to 50: a script shows those that
    /// were copied on the reader's device before.
    pub recalls: Vec<RecallView>,
    /// Tools because of which pages have to be checked, up to five, each with how many.
    pub tools_to_check: Vec<LinkView>,
    /// "What may I paste?": the first guide of the navigation.
    pub paste_guide: Option<LinkView>,
    /// The newest pages of each role, up to three each.
    pub new_by_role: Vec<NewOfRoleView>,
    /// Pages per role and layer.
    pub coverage: Vec<CoverageRowView>,
    /// The layers, in order.
    pub layers: Vec<LayerSummaryView>,
    pub collections: Vec<SummaryView>,
    /// Asked for, most often first, up to ten.
    pub wanted: Vec<WantedEntryView>,
    pub actions: ActionsView,
}

/// A page whose prompts were stopped or mended.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RecallView {
    pub page: LinkView,
    /// Its path in the site, by which a device knows it.
    pub path: String,
    /// The first day on which a copy was wrong; absent when any is.
    pub since: Option<String>,
    /// The last one; absent when that is every day.
    pub until: Option<String>,
    /// What became of it.
    pub sentence: String,
    /// What to do.
    pub remedy: Option<String>,
}

/// A layer with its definition.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct LayerSummaryView {
    pub layer: LayerView,
    pub summary: Option<String>,
}

/// A role on the home page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RoleTileView {
    /// `sales`
    pub id: String,
    /// `Sales`
    pub name: String,
    pub href: String,
    pub aliases: Vec<String>,
}

/// Pages of one role.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RoleEntriesView {
    pub role: LinkView,
    /// Some of its pages.
    pub entries: Vec<EntryView>,
    /// All of them, when there are more.
    pub more: Option<LinkView>,
}

/// The newest pages of one role.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NewOfRoleView {
    pub role: LinkView,
    pub entries: Vec<RailEntryView>,
    /// All of them, when there are more.
    pub more: Option<LinkView>,
}

/// How many pages a role has per layer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CoverageRowView {
    pub role: LinkView,
    /// In the order of the layers: pages without first versions.
    pub counts: Vec<u32>,
}

/// A role's hub.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct RoleView {
    pub title: String,
    pub summary: Option<String>,
    pub aliases: Vec<String>,
    pub channel: Option<String>,
    /// Who to ask, champions first.
    pub people: Vec<PersonRefView>,
    /// The path to start with.
    pub start_with: Option<SummaryView>,
    /// The three layers, for the head of the table.
    pub layers: Vec<LayerView>,
    /// Jobs in the order of `priorities`.
    pub jobs: Vec<JobRowView>,
    /// The role's pages whose job is not among its priorities.
    pub others: Vec<EntryView>,
    pub everyone: Vec<EntryView>,
    /// All pages of the role, when there are any.
    pub more: Option<LinkView>,
    /// Errors that colleagues of this role caught.
    pub caught: Vec<CaughtEntryView>,
    /// All of them, when there are any.
    pub caught_more: Option<LinkView>,
    /// Drills for this role.
    pub drills: Vec<LinkView>,
    /// Tools its pages use.
    pub tools: Vec<LinkView>,
    pub wanted: Vec<WantedEntryView>,
    pub body: BodyView,
    /// What is new, as a feed.
    pub feed: String,
    pub actions: ActionsView,
}

/// A job and its page per layer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct JobRowView {
    /// When it comes up; the job itself when nobody said.
    pub when: String,
    /// In the order of the layers.
    pub cells: Vec<JobCellView>,
    /// Tools of its pages.
    pub tools: Vec<LinkView>,
    /// No page in any layer.
    pub empty: bool,
}

/// A job in one layer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct JobCellView {
    pub layer: LayerView,
    pub entries: Vec<EntryView>,
    /// How often it was asked for, when a wanted page says so.
    pub asked: Option<u32>,
    /// The form in which to write it.
    pub write: Option<String>,
    /// Where to write it without the form: at the forge, or by a letter.
    pub elsewhere: Option<String>,
}

/// A layer's hub.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct LayerPageView {
    pub title: String,
    pub layer: LayerView,
    pub summary: Option<String>,
    /// How to tell that you have it.
    pub body: BodyView,
    pub rows: Vec<RoleEntriesView>,
    /// Judgment: when to trust an output, from up to six pages.
    pub rules: Option<TrustRulesView>,
    /// Judgment: the error log, up to ten.
    pub caught: Vec<CaughtEntryView>,
    /// The whole error log, beside some of it.
    pub caught_more: Option<LinkView>,
    /// Redesign: the largest savings of time, up to ten.
    pub savings: Vec<SavingView>,
    /// Redesign: steps that are gone, by the human limit they existed for.
    pub limits: Vec<LimitView>,
    /// All steps that are gone, beside some of them.
    pub limits_more: Option<LinkView>,
    /// All pages of the layer, when there are any.
    pub more: Option<LinkView>,
    /// What is new, as a feed.
    pub feed: String,
    pub actions: ActionsView,
}

/// When to trust an output, page by page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct TrustRulesView {
    /// Trust it, override it, do not rely on it: the headings.
    pub headings: Vec<String>,
    /// At least one rule each.
    pub pages: Vec<PageRulesView>,
}

/// The rules of one page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PageRulesView {
    pub page: LinkView,
    /// The first sentence under each heading; empty where there is none.
    pub rules: Vec<String>,
}

/// Time saved on one page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct SavingView {
    pub page: LinkView,
    pub minutes: super::workflow::MinutesView,
}

/// Steps that existed for one human limit.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct LimitView {
    /// `speed`
    pub id: &'static str,
    pub sentence: String,
    /// The steps, up to ten.
    pub steps: Vec<RemovedStepView>,
}

/// A step that is gone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RemovedStepView {
    pub text: String,
    /// Where it was done.
    pub page: LinkView,
}

/// A path.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct CollectionView {
    pub title: String,
    pub summary: Option<String>,
    pub roles: Vec<LinkView>,
    /// Who keeps it up.
    pub curator: Option<NameView>,
    pub days: Option<u32>,
    /// What people do differently at the end.
    pub behaviours: Vec<String>,
    pub checkpoints: Vec<CheckpointView>,
    /// Why a layer has no page.
    pub because: Option<String>,
    pub body: BodyView,
    pub actions: ActionsView,
}

/// A checkpoint.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CheckpointView {
    /// Day of the programme.
    pub day: u32,
    pub goal: Option<String>,
    pub items: Vec<PathItemView>,
    /// What to show the coach.
    pub evidence: Option<String>,
    /// What the coach asks.
    pub coach_asks: Option<String>,
    /// What the manager asks.
    pub manager_asks: Option<String>,
}

/// A page of a path: one of both is there.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PathItemView {
    pub entry: Option<EntryView>,
    pub drill: Option<LinkView>,
}

/// A drill's page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct DrillView {
    pub title: String,
    pub roles: Vec<LinkView>,
    /// The page whose error it was.
    pub from: Option<LinkView>,
    /// No real error behind it.
    pub made_up: bool,
    /// The text, with the drill in it.
    pub body: BodyView,
    pub actions: ActionsView,
}

/// A wanted page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct WantedView {
    pub title: String,
    pub roles: Vec<LinkView>,
    /// The layer asked for.
    pub layer: Option<LayerView>,
    /// Why it is wanted.
    pub why: Option<String>,
    pub seen: Option<u32>,
    /// Since when it is asked for.
    pub asked: Option<DateView>,
    /// Who is writing it, in a sentence.
    pub taken: Option<String>,
    /// The day the page was written that covers the job.
    pub answered: Option<DateView>,
    /// Pages that cover the job by now.
    pub closed_by: Vec<EntryView>,
    /// The form in which to write it.
    pub write: String,
    /// Where to write it without the form: at the forge, or by a letter.
    pub elsewhere: Option<String>,
    pub body: BodyView,
    pub actions: ActionsView,
}

/// A wanted page in a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct WantedEntryView {
    pub title: String,
    pub href: String,
    pub seen: Option<u32>,
    /// Somebody is writing it.
    pub is_taken: bool,
    /// The layer asked for.
    pub layer: Option<LayerView>,
}

/// A page in a list that is no workflow.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct SummaryView {
    pub title: String,
    pub href: String,
    pub summary: Option<String>,
    /// A few words: `60 days`, `asked for 7 times`.
    pub note: Option<String>,
    /// Of a drill: its roles' pages, from the site's root.
    pub roles: Vec<String>,
}

/// A list page of up to 100 entries. One of both lists is used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ListView {
    pub title: String,
    /// What the list is of: `workflows`, `roles`, `role`, `tool` ...
    pub of: &'static str,
    pub entries: Vec<EntryView>,
    pub summaries: Vec<SummaryView>,
    /// The other pages of the list; empty when there is one.
    pub pager: Option<PagerView>,
    /// Where to go up to.
    pub up: Option<LinkView>,
    /// Said when the list is empty.
    pub empty: String,
}

/// The pages of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PagerView {
    pub number: u32,
    pub of: u32,
    pub previous: Option<String>,
    pub next: Option<String>,
}

/// An old address.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RedirectView {
    /// Title of the page it leads to.
    pub title: String,
    pub href: String,
}

/// `404.html`. It is served at any depth, so it links from `home`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NotFoundView {
    pub title: String,
    /// The root of `base_url`, with a trailing slash: `/` or `/playbook/`.
    pub home: String,
}
