//! What the pages about the whole playbook show: coverage, what went wrong,
//! steps that are gone, questions, what changed, how to contribute.

use serde::Serialize;

use super::body::CaughtView;
use super::lists::{PagerView, WantedEntryView};
use super::parts::{LayerView, LinkView};

/// `coverage.html`
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CoverageView {
    pub title: String,
    /// The three layers, for the heads of the tables.
    pub layers: Vec<LayerView>,
    /// Roles, `everyone` last; up to 40.
    pub roles: Vec<RoleCoverageView>,
    /// Whether there is a role of managers, whose pages are counted.
    pub managers: bool,
    /// Jobs by role; up to 40 roles.
    pub jobs: Vec<RoleJobsView>,
    /// What wants somebody's hand; lists without a page are absent.
    pub needs: Vec<NeedsView>,
    /// `coverage.json`: all of it.
    pub data: String,
}

/// A role in every layer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RoleCoverageView {
    pub role: LinkView,
    /// In the order of the layers.
    pub cells: Vec<CoverageCellView>,
    /// Pages that a manager owns or repeated.
    pub managers: u32,
}

/// Pages in one cell of a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CoverageCellView {
    /// `fluency`, `judgment`, `redesign`: the class that colours it.
    pub layer: &'static str,
    pub finished: u32,
    /// Those that at least two colleagues repeated.
    pub repeated: u32,
    /// First versions, pages being rebuilt or stopped.
    pub unfinished: u32,
    /// Where to write one, when there is none at all.
    pub write: Option<String>,
}

/// The jobs of a role.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RoleJobsView {
    pub role: LinkView,
    /// In the order of its priorities.
    pub jobs: Vec<JobCoverageView>,
}

/// A job in every layer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct JobCoverageView {
    /// When it comes up; the job itself when nobody said.
    pub when: String,
    /// In the order of the layers.
    pub cells: Vec<CoverageCellView>,
}

/// Pages that want the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NeedsView {
    /// An anchor: `unfinished`, `needs-owner`, `retired-tools`, `stopped`
    pub id: &'static str,
    pub title: String,
    /// How many there are.
    pub count: usize,
    pub pages: Vec<NeedView>,
}

/// A page that wants something.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NeedView {
    pub page: LinkView,
    /// What is missing, or the tools.
    pub what: Vec<String>,
}

/// The frame of a page of a log.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct LogView {
    pub title: String,
    /// Below the heading, on the first page.
    pub lede: Option<String>,
    /// Parts of the log, on its first page.
    pub facets: Vec<FacetsView>,
    /// The log's other pages; absent when there is one.
    pub pager: Option<PagerView>,
    /// The first page of the whole log, from the others.
    pub up: Option<LinkView>,
    /// Said when there is nothing.
    pub empty: String,
}

/// Parts of a log of one sort.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FacetsView {
    /// `By kind`
    pub title: String,
    pub parts: Vec<FacetView>,
}

/// A part of a log.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FacetView {
    /// Its name and page.
    pub link: LinkView,
    pub count: usize,
}

/// `caught.html` and its parts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CaughtLogView {
    /// Heading, parts, pages: these fields stand here.
    #[serde(flatten)]
    pub log: LogView,
    /// Up to 100 errors.
    pub errors: Vec<CaughtErrorView>,
}

/// A caught error in the log. It never stands beside an owner.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CaughtErrorView {
    /// As its own page shows it: these fields stand here.
    #[serde(flatten)]
    pub caught: CaughtView,
    /// The page it is told on.
    pub page: LinkView,
    /// Names of the tools of that page.
    pub tools: Vec<String>,
}

/// `removed.html` and its parts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RemovedView {
    /// Heading, parts, pages: these fields stand here.
    #[serde(flatten)]
    pub log: LogView,
    /// Steps by the human limit they existed for.
    pub removed: Vec<StepsView>,
    /// Steps by the reason why a person keeps them.
    pub kept: Vec<StepsView>,
}

/// Steps with one reason.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct StepsView {
    /// An anchor: `removed-memory`
    pub id: String,
    pub sentence: String,
    /// Some of the steps.
    pub steps: Vec<LoggedStepView>,
    /// All of them, when there are more.
    pub more: Option<LinkView>,
}

/// A step of an old way.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct LoggedStepView {
    pub text: String,
    /// How long it took.
    pub minutes: Option<u32>,
    /// Where it was done.
    pub page: LinkView,
}

/// `questions.html` and its parts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct QuestionsView {
    /// Heading, parts, pages: these fields stand here.
    #[serde(flatten)]
    pub log: LogView,
    /// By page; up to 40 pages.
    pub pages: Vec<PageQuestionsView>,
}

/// What to ask about one page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PageQuestionsView {
    pub page: LinkView,
    pub layer: LayerView,
    pub questions: Vec<QuestionView>,
}

/// A question, and what the page says to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct QuestionView {
    pub question: String,
    /// What a good answer has in it; absent for the page's own questions.
    pub answer: Option<String>,
}

/// `changed.html` and its parts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ChangedView {
    /// Heading, parts, pages: these fields stand here.
    #[serde(flatten)]
    pub log: LogView,
    /// Three questions with their answers, on the first page.
    pub answers: Vec<QuestionView>,
    /// Roles in which nothing has changed yet, on the first page.
    pub unchanged: Vec<LinkView>,
    /// Up to 100 changes.
    pub changes: Vec<ChangeView>,
}

/// What people stopped doing.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ChangeView {
    /// Where it is written.
    pub page: LinkView,
    /// Names of its roles.
    pub roles: Vec<String>,
    /// What people no longer do.
    pub stopped: Vec<String>,
    /// What they do with the time.
    pub instead: Vec<String>,
    /// Who agreed, in one sentence.
    pub agreed: Option<String>,
}

/// `contribute.html`
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ContributeView {
    pub title: String,
    /// One question for each layer.
    pub choices: Vec<ChoiceView>,
    /// What colleagues asked for, most often first.
    pub wanted: Vec<WantedEntryView>,
}

/// The question whose yes leads to a layer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ChoiceView {
    pub layer: LayerView,
    pub question: String,
    /// The forge's editor with a new file.
    pub write: Option<String>,
    /// For everybody without an account there.
    pub send: Option<String>,
    /// Where the file belongs.
    pub path: String,
    /// The new page as text.
    pub template: String,
}
