//! How pages lead to each other: circles, steps down, paths without a layer.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::rules::whole::{
    pb507_builds_on_cycle, pb508_next_down_a_layer, pb509_path_lacks_layer,
};
use crate::diagnostic::{Diagnostic, Place};
use crate::domain::Layer;
use crate::model::{Collection, PathItem, Playbook, Workflow};

use super::circles;

pub(super) fn check(playbook: &Playbook, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.extend(in_circles(playbook));
    for page in playbook.workflows.values().filter(|it| !it.is_retired()) {
        for next in &page.next {
            diagnostics.extend(lower_layer(playbook, page, next));
        }
    }
    diagnostics.extend(playbook.collections.values().filter_map(|it| lacks_layer(playbook, it)));
}

/// One message for each group of pages that build on each other in a circle, at
/// its first page by id that is in use.
fn in_circles(playbook: &Playbook) -> Vec<Diagnostic> {
    let workflows = &playbook.workflows;
    let numbers = |page: &Workflow| {
        page.builds_on.iter().filter_map(|id| workflows.get_index_of(id)).collect()
    };
    let builds_on: Vec<Vec<usize>> = workflows.values().map(numbers).collect();
    let number = |at: usize| workflows.get_index(at);
    let is_in_use = |at| number(at).is_some_and(|(_, page)| !page.is_retired());
    let message = |circle: Vec<usize>| {
        let names: Vec<&str> =
            circle.iter().filter_map(|at| number(*at)).map(|(id, _)| &**id).collect();
        let page = workflows.get(*names.first()?)?;
        let second = names.get(1)?;
        let written = &page.front.builds_on;
        let place = Place::item(&page.page.card.path, "builds_on", written, second);
        Some(pb507_builds_on_cycle::breach(place, &names))
    };
    circles::find(&builds_on, is_in_use).into_iter().filter_map(message).collect()
}

fn lower_layer(playbook: &Playbook, page: &Workflow, next: &Arc<str>) -> Option<Diagnostic> {
    let to = playbook.workflows.get(next)?.layer();
    let from = page.layer();
    (to < from).then(|| {
        let place = Place::item(&page.page.card.path, "next", &page.front.next, next);
        pb508_next_down_a_layer::breach(place, next, from.as_str(), to.as_str())
    })
}

fn lacks_layer(playbook: &Playbook, path: &Collection) -> Option<Diagnostic> {
    // The curator says why a layer is missing, and that is enough.
    if path.front.because.is_some() {
        return None;
    }
    let workflow = |item: &PathItem| match item {
        PathItem::Workflow(id) => playbook.workflows.get(id).map(Workflow::layer),
        PathItem::Drill(_) => None,
    };
    let has: BTreeSet<Layer> = path.items.iter().flatten().filter_map(workflow).collect();
    let lacks = Layer::ALL.iter().filter(|layer| !has.contains(layer));
    let lacks: Vec<&str> = lacks.map(|layer| layer.as_str()).collect();
    let place = Place::key(&path.page.card.path, "checkpoints");
    (!lacks.is_empty()).then(|| pb509_path_lacks_layer::breach(place, &lacks))
}
