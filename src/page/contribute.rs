//! Plans `contribute.html`: three questions choose the layer, and each answer
//! leads to a new page with the sections of that layer, in the forge's editor
//! or, for everybody without an account there, by the contact.

use crate::document::scaffold::{Scaffold, write};
use crate::domain::{Kind, Layer};

use super::fragments::wanted_entry;
use super::planner::Planner;
use super::propose;
use super::view::{ChoiceView, ContributeView};

/// Wanted pages: the rest is one link away.
const MAX_WANTED: usize = 10;

pub(super) fn plan(planner: &Planner<'_>) -> ContributeView {
    let open = planner.indexes().open_wanted.iter().take(MAX_WANTED);
    let wanted = open.filter_map(|id| planner.playbook().wanted.get(id));
    ContributeView {
        title: planner.word("list-contribute"),
        choices: Layer::ALL.iter().map(|layer| choice(planner, *layer)).collect(),
        wanted: wanted.map(|it| wanted_entry(planner, it)).collect(),
    }
}

fn choice(planner: &Planner<'_>, layer: Layer) -> ChoiceView {
    let scaffold = Scaffold {
        kind: Kind::Workflow,
        title: "",
        layer: Some(layer),
        role: None,
        job: None,
        jobs: &[],
        ladder: &planner.playbook().config.ladder,
    };
    let template = write(&scaffold, planner.language);
    ChoiceView {
        layer: planner.layer(layer),
        question: planner.word(&format!("contribute-{}", layer.as_str())),
        write: propose::new_file(planner, Some(layer), None, None),
        send: propose::send(planner, &template),
        path: propose::NEW_PAGE.replace("{role}", crate::model::EVERYONE),
        template,
    }
}
