//! What the pages of tools, people and the list pages about them show.

use serde::Serialize;

use super::body::BodyView;
use super::parts::{ActionsView, DateView, EntryView, LinkView, RungView};
use super::workflow::PersonRefView;

/// A tool's page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ToolView {
    /// Name.
    pub title: String,
    /// One sentence.
    pub summary: Option<String>,
    /// Other names.
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
    /// Channel.
    pub ask: Option<String>,
    /// Up to four colleagues who will show a page that uses it.
    pub show_me: Vec<PersonRefView>,
    /// The text.
    pub body: BodyView,
    /// Up to 60 workflows that use it.
    pub entries: Vec<EntryView>,
    /// All of them, when there are more.
    pub more: Option<LinkView>,
    /// Edit, improve, twin.
    pub actions: ActionsView,
}

/// Whether a tool may be used.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ToolStatusView {
    /// `approved`, `pilot`, `not-approved`, `retired`, `unknown`
    pub id: &'static str,
    /// In the reader's words.
    pub sentence: String,
}

/// `tools.html`
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ToolsView {
    /// Heading.
    pub title: String,
    /// By status, approved first; only groups with a tool in them.
    pub groups: Vec<ToolGroupView>,
}

/// Tools of one status.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ToolGroupView {
    /// The status.
    pub status: ToolStatusView,
    /// The tools, by name.
    pub tools: Vec<ToolEntryView>,
}

/// A tool in a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ToolEntryView {
    /// Name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// One sentence.
    pub summary: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// What it is good for.
    pub good_for: Vec<String>,
    /// What may go in at most.
    pub data_max: Option<RungView>,
    /// What to use instead.
    pub replaced_by: Option<LinkView>,
}

/// A person's or desk's page. No counts, no backlog, no failures.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PersonView {
    /// Name.
    pub title: String,
    /// A desk, not a person.
    pub desk: bool,
    /// Contributes pages.
    pub champion: bool,
    /// Coaches a pod.
    pub coach: bool,
    /// Roles.
    pub roles: Vec<LinkView>,
    /// Channel.
    pub ask: Option<String>,
    /// Last day at the company.
    pub left: Option<DateView>,
    /// Will show you.
    pub shows: Vec<EntryView>,
    /// Ask about: pages that they own, up to 60.
    pub owns: Vec<EntryView>,
    /// Of somebody who left: pages that need a new owner, up to 60.
    pub orphans: Vec<EntryView>,
    /// The text.
    pub body: BodyView,
    /// Edit, improve, twin.
    pub actions: ActionsView,
}

/// `people.html`
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PeopleView {
    /// Heading.
    pub title: String,
    /// By role; people with several roles stand under each.
    pub groups: Vec<PeopleGroupView>,
    /// Desks.
    pub desks: Vec<PersonEntryView>,
}

/// People of one role.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PeopleGroupView {
    /// The role.
    pub role: LinkView,
    /// The people, by name.
    pub people: Vec<PersonEntryView>,
}

/// A person in a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PersonEntryView {
    /// Who and where to ask.
    pub person: PersonRefView,
    /// Contributes pages.
    pub champion: bool,
    /// Coaches a pod.
    pub coach: bool,
    /// Will show you.
    pub shows: Vec<LinkView>,
}
