//! What a template may see: one struct per kind of page, all plain values.
//! A template reads the fields of its struct as `page.*`, the fields of
//! [`SiteView`] as `site.*`, and `root`, which leads to the site's root.

#![allow(missing_docs, reason = "a field whose name says it all needs no doc")]

mod body;
mod lists;
mod parts;
mod people;
mod reports;
mod search;
mod workflow;

pub use body::*;
pub use lists::*;
pub use parts::*;
pub use people::*;
pub use reports::*;
pub use search::*;
pub use workflow::*;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::address::Route;
use crate::config::SiteLink;
use crate::memo::Hashed;

/// Everything that one HTML file may show.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct View {
    pub route: Route,
    /// What every page shows alike.
    pub site: Hashed<SiteView>,
    pub page: PageView,
}

/// What every page shows alike. It holds no fact of a single page, so that an
/// edit does not change every page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct SiteView {
    /// Title of the playbook.
    pub title: String,
    /// The tag for `lang`, such as `en` or `de-CH`.
    pub language: String,
    /// Route of the logo.
    pub logo: Option<String>,
    /// Route of the icon.
    pub favicon: Option<String>,
    /// Whether search engines are kept out.
    pub noindex: bool,
    /// Without a trailing slash. Only `404.html` may need it.
    pub base_url: Option<String>,
    /// The navigation; addresses are from the root.
    pub nav: Vec<LinkView>,
    /// The other lists, for the foot; addresses are from the root.
    pub more: Vec<LinkView>,
    /// More links in the foot; addresses are absolute.
    pub links: Vec<SiteLink>,
    /// Address of the contact, with `{title}` and `{text}` where a message's go.
    pub contact: Option<String>,
    /// Labels and sentences of the language.
    pub words: BTreeMap<String, String>,
    /// Addresses of pages that were renamed, with those that they have now, for scripts.
    pub moved: BTreeMap<String, String>,
}

/// One kind of page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum PageView {
    /// `home.html`
    Home(Box<HomeView>),
    /// `workflow.html`
    Workflow(Box<WorkflowView>),
    /// `role.html`
    Role(Box<RoleView>),
    /// `layer.html`
    Layer(Box<LayerPageView>),
    /// `tool.html`
    Tool(Box<ToolView>),
    /// `person.html`
    Person(Box<PersonView>),
    /// `collection.html`
    Collection(Box<CollectionView>),
    /// `drill.html`
    Drill(Box<DrillView>),
    /// `wanted.html`
    Wanted(Box<WantedView>),
    /// `guide.html`
    Guide(Box<GuideView>),
    /// `people.html`
    People(Box<PeopleView>),
    /// `tools.html`
    Tools(Box<ToolsView>),
    /// `list.html`
    List(Box<ListView>),
    /// `coverage.html`
    Coverage(Box<CoverageView>),
    /// `caught.html`
    Caught(Box<CaughtLogView>),
    /// `removed.html`
    Removed(Box<RemovedView>),
    /// `questions.html`
    Questions(Box<QuestionsView>),
    /// `changed.html`
    Changed(Box<ChangedView>),
    /// `contribute.html`
    Contribute(Box<ContributeView>),
    /// `search.html`
    Search(Box<SearchView>),
    /// `redirect.html`
    Redirect(RedirectView),
    /// `404.html`
    NotFound(NotFoundView),
}

impl PageView {
    /// The template that shows it.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Home(_) => "home.html",
            Self::Workflow(_) => "workflow.html",
            Self::Role(_) => "role.html",
            Self::Layer(_) => "layer.html",
            Self::Tool(_) => "tool.html",
            Self::Person(_) => "person.html",
            Self::Collection(_) => "collection.html",
            Self::Drill(_) => "drill.html",
            Self::Wanted(_) => "wanted.html",
            Self::Guide(_) => "guide.html",
            Self::People(_) => "people.html",
            Self::Tools(_) => "tools.html",
            Self::List(_) => "list.html",
            Self::Coverage(_) => "coverage.html",
            Self::Caught(_) => "caught.html",
            Self::Removed(_) => "removed.html",
            Self::Questions(_) => "questions.html",
            Self::Changed(_) => "changed.html",
            Self::Contribute(_) => "contribute.html",
            Self::Search(_) => "search.html",
            Self::Redirect(_) => "redirect.html",
            Self::NotFound(_) => "404.html",
        }
    }
}
