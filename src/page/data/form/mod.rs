//! `contribute.js`: everything that the form for pages and paths is made of, so that
//! its script holds no name of a field, no section and no sentence of its own. It is
//! loaded when somebody opens the form. Deliberately absent: any page's text.

mod fields;
mod forge;
mod said;
mod sections;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::super::planner::Planner;
use super::super::propose;
use crate::diagnostic::rules::front::pb103_title;
use crate::diagnostic::{Place, Translation};
use crate::domain::{Kind, ToolStatus};
use crate::model::Page;

use fields::FormField;
use forge::ForgePatterns;
use said::Said;
use sections::SectionsForm;

/// What the form is made of.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FormData {
    /// What the form says, by key.
    words: BTreeMap<&'static str, &'static str>,
    /// A page of a workflow.
    workflow: WorkflowForm,
    /// A path.
    path: PathForm,
    /// Everything that a field may name, by the folder of its kind.
    names: BTreeMap<&'static str, Vec<NamedPage>>,
    /// What `check` says of a page.
    said: Said,
    /// Where to hand a page in at the forge.
    forge: Option<ForgePatterns>,
    /// The address of the contact, with `{title}` and `{text}`.
    contact: Option<String>,
}

/// What a page of a workflow is made of.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
struct WorkflowForm {
    fields: Vec<FormField>,
    #[serde(flatten)]
    sections: SectionsForm,
    /// What is said of a page without a title, and what to write.
    title_missing: Vec<String>,
}

/// What a path is made of.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
struct PathForm {
    fields: Vec<FormField>,
    /// The fields of each checkpoint.
    checkpoint: Vec<FormField>,
    title_missing: Vec<String>,
}

/// A page that a field may name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
struct NamedPage {
    id: String,
    title: String,
    /// Its file, where it can be opened in the form.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    /// Other names of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<String>,
    /// Of a tool: what may be done with it.
    #[serde(flatten)]
    tool: Option<NamedTool>,
    /// Of a colleague: that they have left.
    #[serde(skip_serializing_if = "is_false")]
    has_left: bool,
    /// Of a role: its jobs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    jobs: Vec<String>,
}

/// Whether a tool may be used, and for what.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
struct NamedTool {
    status: Option<&'static str>,
    /// The highest rung that may go in, if it is one of the ladder.
    data_max: Option<String>,
    /// The tool to use instead.
    instead: Option<String>,
}

// serde asks for a reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(it: &bool) -> bool {
    !it
}

/// What the keys of the form's words begin with.
const WORDS: &str = "form-";

/// The last line of a letter, by which a mail of the form is seen to be whole.
const LETTER_END: &str = "letter-end";

/// The kinds whose pages fields name, and which of them the form opens.
const NAMED: [(Kind, bool); 6] = [
    (Kind::Workflow, true),
    (Kind::Collection, true),
    (Kind::Drill, false),
    (Kind::Role, false),
    (Kind::Tool, false),
    (Kind::Person, false),
];

pub(super) fn plan(planner: &Planner<'_>) -> FormData {
    let config = &planner.playbook().config;
    let words = planner.language.words.iter();
    let words = words.filter(|(key, _)| key.starts_with(WORDS) || *key == LETTER_END);
    FormData {
        words: words.map(|(key, word)| (key.as_str(), word.as_str())).collect(),
        workflow: WorkflowForm {
            fields: fields::of_kind(planner, Kind::Workflow),
            sections: sections::plan(planner),
            title_missing: title_missing(planner, Kind::Workflow),
        },
        path: PathForm {
            fields: fields::of_kind(planner, Kind::Collection),
            checkpoint: fields::of_checkpoint(planner),
            title_missing: title_missing(planner, Kind::Collection),
        },
        names: NAMED
            .iter()
            .map(|(kind, opens)| (kind.folder(), named(planner, *kind, *opens)))
            .collect(),
        said: said::plan(planner),
        forge: config.repository.as_ref().map(forge::patterns),
        contact: propose::contact(config),
    }
}

/// The words of `check` for a page without a title.
fn title_missing(planner: &Planner<'_>, kind: Kind) -> Vec<String> {
    let translation = Translation::for_language(&planner.playbook().config.site.language_tag);
    let found = pb103_title::missing(Place::file(&Arc::from("")), kind.noun(), "title", false);
    let texts = std::iter::once(&found.message).chain(&found.help);
    texts.map(|text| text.translated(translation)).collect()
}

fn named(planner: &Planner<'_>, kind: Kind, opens: bool) -> Vec<NamedPage> {
    let playbook = planner.playbook();
    let named = |page: &Page| {
        let id = &page.id.id;
        let role = playbook.roles.get(id).filter(|_| kind == Kind::Role);
        let tool = playbook.tools.get(id).filter(|_| kind == Kind::Tool);
        let aliases = role.map(|it| &it.front.aliases).or(tool.map(|it| &it.front.aliases));
        let person = playbook.people.get(id).filter(|_| kind == Kind::Person);
        let jobs = role.into_iter().flat_map(|it| &it.front.priorities);
        NamedPage {
            id: id.to_string(),
            title: planner.title(page).to_owned(),
            path: opens.then(|| page.card.path.to_string()),
            aliases: aliases.cloned().unwrap_or_default(),
            tool: tool.map(|tool| NamedTool {
                status: tool.front.status.map(ToolStatus::as_str),
                data_max: tool.ceiling.and(tool.front.data_max.clone()),
                instead: playbook.alternative(id).map(str::to_owned),
            }),
            has_left: person.is_some_and(|it| it.front.left.is_some()),
            jobs: jobs.map(|it| it.job.clone()).collect(),
        }
    };
    playbook.pages().filter(|page| page.id.kind == kind).map(named).collect()
}
