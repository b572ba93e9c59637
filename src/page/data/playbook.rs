//! Plans `playbook.json`: what is known of every page, for programs. Its form
//! is published beside it as a JSON Schema and only ever grows within a
//! version.

use serde::Serialize;

use crate::address::{Data, PageId};
use crate::domain::Kind;
use crate::model::{Named, Page, ReviewReason, Workflow};

use super::super::planner::{Planner, summary};
use super::super::status;

/// The form of `playbook.json`.
pub(super) const SCHEMA: &str = include_str!("playbook.schema.json");

/// Raised when a program that reads the old form would go wrong.
const VERSION: u32 = 1;

/// All that `playbook.json` says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PlaybookData {
    /// Where its schema is.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The version of this form.
    pub version: u32,
    /// The title of the playbook.
    pub title: String,
    /// The code of its language, such as `en`.
    pub language: String,
    /// Without a trailing slash.
    pub base_url: Option<String>,
    /// Rungs of the data ladder, the least delicate first.
    pub ladder: Vec<String>,
    /// Every page that is published, by kind and id.
    pub pages: Vec<PageData>,
}

/// A page. Fields that a kind has not are absent.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PageData {
    /// `workflow`, `role`, `layer` ...
    pub kind: Kind,
    /// Unique within the kind.
    pub id: String,
    /// Address from the site's root.
    pub url: String,
    /// Address of its markdown.
    pub markdown: String,
    /// The title, or the name, of the page.
    pub title: String,
    /// What a reader gets, in one sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Role ids, `everyone` among them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// Other words for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// What only write-ups have.
    #[serde(flatten)]
    pub workflow: Option<WorkflowData>,
}

/// What only a write-up has.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct WorkflowData {
    /// Its layer: `fluency`, `judgment` or `redesign`.
    pub layer: &'static str,
    /// How far to rely on it.
    pub status: StatusData,
    /// Its stakes: `low`, `medium` or `high`.
    pub stakes: &'static str,
    /// What may go in at most.
    pub data: Option<RungData>,
    /// Tool ids, or names as written.
    pub tools: Vec<String>,
    /// Id of the person or desk, or a name as written.
    pub owner: Option<String>,
    /// The same job in other layers and roles has the same text.
    pub job: Option<String>,
    /// When to use it.
    pub trigger: Option<String>,
    /// The newest day on which it worked.
    pub last_run: Option<String>,
    /// When to look at it again; whether that is over is for the reader's clock.
    pub due: Option<String>,
    /// How many prompts `prompts.json` has of it.
    pub prompts: usize,
    /// Time before and after, beside what people do instead.
    pub minutes: Option<MinutesData>,
    /// What people no longer do.
    pub stopped: Vec<String>,
    /// What they do with the time.
    pub instead: Vec<String>,
    /// Of a retired page: the workflow to use.
    pub replaced_by: Option<String>,
}

/// A status with its reasons.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct StatusData {
    /// Its word: `trial`, `proven` and so on.
    pub id: &'static str,
    /// In the reader's words, with every reason to check first.
    pub sentence: String,
    /// Those reasons one by one, whatever the status.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub check_first: Vec<&'static str>,
}

impl StatusData {
    pub(super) fn of(planner: &Planner<'_>, workflow: &Workflow) -> Self {
        Self {
            id: workflow.status.id(),
            sentence: status::in_full(planner, workflow),
            check_first: workflow.reviews.iter().map(ReviewReason::id).collect(),
        }
    }
}

/// A rung of the ladder.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RungData {
    /// The rung, such as `internal`.
    pub name: String,
    /// From 1 for the least delicate.
    pub rung: u32,
}

/// Minutes before and after.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct MinutesData {
    /// Minutes that the old way took.
    pub before: u32,
    /// Minutes that the new way takes.
    pub after: u32,
    /// `run`, `day`, `week`, `month`
    pub per: &'static str,
}

pub(super) fn plan(planner: &Planner<'_>) -> PlaybookData {
    let config = &planner.playbook().config;
    PlaybookData {
        schema: planner.href(&Data::Schema.route()),
        version: VERSION,
        title: config.site.title.clone(),
        language: config.site.language_tag.clone(),
        base_url: config.site.base_url.clone(),
        ladder: config.ladder.clone(),
        pages: planner.playbook().pages().map(|page| page_data(planner, page)).collect(),
    }
}

fn page_data(planner: &Planner<'_>, page: &Page) -> PageData {
    let PageId { kind, id } = &page.id;
    let workflow = match kind {
        Kind::Workflow => planner.playbook().workflows.get(id),
        _ => None,
    };
    PageData {
        kind: *kind,
        id: id.to_string(),
        url: planner.href(&page.route),
        markdown: planner.href(&page.id.twin()),
        title: planner.title(page).to_owned(),
        summary: Some(summary(page)).filter(|text| !text.is_empty()),
        roles: roles(planner, &page.id),
        keywords: page.card.front.keywords().to_vec(),
        workflow: workflow.map(|workflow| workflow_data(planner, workflow)),
    }
}

fn roles(planner: &Planner<'_>, page: &PageId) -> Vec<String> {
    let (playbook, id) = (planner.playbook(), &page.id);
    let roles = match page.kind {
        Kind::Workflow => playbook.workflows.get(id).map(|it| (&it.roles, it.everyone)),
        Kind::Person => playbook.people.get(id).map(|it| (&it.roles, it.roles.is_empty())),
        Kind::Collection => playbook.collections.get(id).map(|it| (&it.roles, it.roles.is_empty())),
        Kind::Drill => playbook.drills.get(id).map(|it| (&it.roles, it.everyone)),
        Kind::Wanted => playbook.wanted.get(id).map(|it| (&it.roles, it.everyone)),
        _ => None,
    };
    let Some((roles, everyone)) = roles else { return Vec::new() };
    let everyone = everyone.then(|| crate::model::EVERYONE.to_owned());
    roles.iter().map(|role| role.to_string()).chain(everyone).collect()
}

fn workflow_data(planner: &Planner<'_>, workflow: &Workflow) -> WorkflowData {
    let front = &workflow.front;
    // As on pages: without what people do instead it reads as a cut.
    let minutes = front.minutes.as_ref().filter(|_| !front.instead.is_empty());
    WorkflowData {
        layer: workflow.layer().as_str(),
        status: StatusData::of(planner, workflow),
        stakes: front.stakes.as_str(),
        data: workflow.data.and_then(|rung| rung_data(planner, rung)),
        tools: workflow.tools.iter().map(named).collect(),
        owner: workflow.owner.as_ref().and_then(|owner| owner_id(planner, owner)),
        job: front.job.clone(),
        trigger: workflow.page.card.contract.trigger.clone(),
        last_run: workflow.last_run.map(|date| date.to_string()),
        due: workflow.due.map(|date| date.to_string()),
        prompts: workflow.page.excerpts.prompts.len(),
        minutes: minutes.map(|it| MinutesData {
            before: it.before,
            after: it.after,
            per: it.per.as_str(),
        }),
        stopped: front.stopped.clone(),
        instead: front.instead.clone(),
        replaced_by: workflow.replaced_by.as_ref().map(ToString::to_string),
    }
}

pub(super) fn rung_data(planner: &Planner<'_>, rung: usize) -> Option<RungData> {
    let view = planner.rung(rung)?;
    Some(RungData { name: view.name, rung: view.rung })
}

fn named(named: &Named) -> String {
    match named {
        Named::Known(id) => id.to_string(),
        Named::Unknown(text) => text.clone(),
    }
}

/// A person or desk; a role that stands for one is no owner.
fn owner_id(planner: &Planner<'_>, owner: &Named) -> Option<String> {
    let (kind, owner) = planner.contact(owner)?;
    (kind == Kind::Person).then(|| named(&owner))
}
