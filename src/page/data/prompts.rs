//! Plans `prompts.json`: every prompt with its blanks and with what may and may
//! never be pasted. Prompts of a stopped page are withheld here too.

use serde::Serialize;

use crate::document::{Prompt, PromptPart};
use crate::model::{Status, Workflow};

use super::super::body::blank;
use super::super::planner::Planner;
use super::super::view::BlankView;
use super::playbook::{RungData, StatusData, rung_data};

/// All that `prompts.json` says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PromptsData {
    /// Raised when a program that reads the old form would go wrong.
    pub version: u32,
    /// By id of the page, in the order of its text.
    pub prompts: Vec<PromptData>,
    /// Pages with more prompts than stand here; absent when there is none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOutData>,
}

/// Prompts of a page that are only on the page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct LeftOutData {
    /// Id of the workflow.
    pub workflow: String,
    /// How many of its prompts, the last ones, are left out.
    pub prompts: usize,
}

/// A prompt with its page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PromptData {
    /// Id of the workflow.
    pub workflow: String,
    /// Title of the workflow.
    pub title: String,
    /// Address from the site's root.
    pub url: String,
    /// How far to rely on the page.
    pub status: StatusData,
    /// The name of the prompt.
    pub name: Option<String>,
    /// Tool id, or as written.
    pub tool: Option<String>,
    /// With its blanks as `{{name}}`; absent when it is withheld.
    pub text: Option<String>,
    /// Its blanks, each of them once.
    pub blanks: Vec<BlankView>,
    /// What may go in at most; absent when nobody has said: ask first.
    pub data: Option<RungData>,
    /// What may be pasted.
    pub may_paste: Vec<String>,
    /// What may never be pasted.
    pub never_paste: Vec<String>,
}

/// Prompts of one page: each comes with all that may be pasted there, so that many
/// beside a long list would fill a disk.
const MAX_PROMPTS: usize = 100;

pub(super) fn plan(planner: &Planner<'_>) -> PromptsData {
    let of_page = |workflow: &Workflow| {
        let prompts = workflow.page.excerpts.prompts.iter().take(MAX_PROMPTS);
        prompts.map(|prompt| prompt_data(planner, workflow, prompt)).collect::<Vec<_>>()
    };
    let prompts = planner.playbook().workflows.values().flat_map(of_page).collect();
    let left_out = planner.playbook().workflows.values().filter_map(|workflow| {
        let count = workflow.page.excerpts.prompts.len().checked_sub(MAX_PROMPTS)?;
        let workflow = workflow.page.id.id.to_string();
        (count > 0).then_some(LeftOutData { workflow, prompts: count })
    });
    PromptsData { version: 1, prompts, left_out: left_out.collect() }
}

fn prompt_data(planner: &Planner<'_>, workflow: &Workflow, prompt: &Prompt) -> PromptData {
    let page = &workflow.page;
    let withheld = matches!(workflow.status, Status::Stopped(_));
    // Blanks would tell what a withheld prompt asks for.
    let blanks = prompt.blanks.iter().filter(|_| !withheld);
    PromptData {
        workflow: page.id.id.to_string(),
        title: page.card.title.clone(),
        url: planner.href(&page.route),
        status: StatusData::of(planner, workflow),
        name: prompt.name.clone(),
        tool: prompt.tool.clone(),
        text: (!withheld).then(|| text(prompt)),
        blanks: blanks.map(blank).collect(),
        data: workflow.data.and_then(|rung| rung_data(planner, rung)),
        may_paste: page.excerpts.may_paste.clone(),
        never_paste: page.excerpts.never_paste.clone(),
    }
}

fn text(prompt: &Prompt) -> String {
    let part = |part: &PromptPart| match part {
        PromptPart::Text(text) => text.clone(),
        PromptPart::Blank(name) => format!("{{{{{name}}}}}"),
    };
    prompt.parts.iter().map(part).collect()
}
