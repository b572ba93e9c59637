//! What the pages of tools, people and the list pages about them show.

use serde::Serialize;

use super::body::BodyView;
use super::parts::{ActionsView, DateView, EntryView, LinkView, RungView};
use super::workflow::PersonRefView;

/// A tool's page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ToolView {
    pub title: String,
    pub summary: Option<String>,
    pub aliases: Vec<String>,
    /// Whether it may be used.
    pub status: ToolStatusView,
    /// What may go in at most.
    pub data_max: Option<RungView>,
    /// What it is good for.
    pub good_for: Vec<String>,
    /// What it is not good for.
    pub not_good_for: Vec<String>,
    /// What to use instead.
    pub replaced_by: Option<LinkView>,
    /// Where it is: an absolute address of an allowed scheme.
    pub link: Option<String>,
    pub ask: Option<String>,
    /// Up to four colleagues who will show a page that uses it.
    pub show_me: Vec<PersonRefView>,
    pub body: BodyView,
    /// What changed about it, newest first.
    pub changes: Vec<ToolChangeView>,
    /// How many pages have to be checked first because of it.
    pub to_check: Option<String>,
    /// Up to 60 workflows that use it.
    pub entries: Vec<EntryView>,
    /// All of them, when there are more.
    pub more: Option<LinkView>,
    pub actions: ActionsView,
}

/// What changed about a tool on one day.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ToolChangeView {
    pub date: DateView,
    pub what: String,
    /// Whether it may be used since then, in the reader's words.
    pub status: Option<String>,
}

/// Whether a tool may be used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ToolStatusView {
    /// `approved`, `pilot`, `not-approved`, `retired`, `unknown`
    pub id: &'static str,
    /// In the reader's words.
    pub sentence: String,
}

/// `tools.html`
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ToolsView {
    pub title: String,
    /// By status, approved first; only groups with a tool in them.
    pub groups: Vec<ToolGroupView>,
}

/// Tools of one status.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ToolGroupView {
    pub status: ToolStatusView,
    /// The tools, by name.
    pub tools: Vec<ToolEntryView>,
}

/// A tool in a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ToolEntryView {
    pub name: String,
    pub href: String,
    pub summary: Option<String>,
    pub aliases: Vec<String>,
    /// What it is good for.
    pub good_for: Vec<String>,
    /// What may go in at most.
    pub data_max: Option<RungView>,
    /// What to use instead.
    pub replaced_by: Option<LinkView>,
}

/// A person's or desk's page. No counts, no backlog, no failures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct PersonView {
    pub title: String,
    /// A desk, not a person.
    pub desk: bool,
    pub champion: bool,
    pub coach: bool,
    pub roles: Vec<LinkView>,
    pub ask: Option<String>,
    /// Last day at the company.
    pub left: Option<DateView>,
    pub shows: Vec<EntryView>,
    /// Ask about: pages that they own, up to 60.
    pub owns: Vec<EntryView>,
    /// Of somebody who left: pages that need a new owner, up to 60.
    pub orphans: Vec<EntryView>,
    pub body: BodyView,
    pub actions: ActionsView,
}

/// `people.html`
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct PeopleView {
    pub title: String,
    /// By role; people with several roles stand under each.
    pub groups: Vec<PeopleGroupView>,
    pub desks: Vec<PersonEntryView>,
}

/// People of one role.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PeopleGroupView {
    pub role: LinkView,
    /// The people, by name.
    pub people: Vec<PersonEntryView>,
}

/// A person in a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PersonEntryView {
    /// Who and where to ask.
    pub person: PersonRefView,
    pub champion: bool,
    pub coach: bool,
    pub shows: Vec<LinkView>,
}
