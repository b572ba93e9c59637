//! How pages lead to each other: circles, steps down, paths without a layer.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::rules::whole::{
    pb507_builds_on_cycle, pb508_next_down_a_layer, pb509_path_lacks_layer,
};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::kind::Layer;
use crate::model::{Collection, PathItem, Playbook, Workflow};

pub(super) fn check(playbook: &Playbook, diagnostics: &mut Vec<Diagnostic>) {
    let mut done = BTreeSet::new();
    for (id, page) in &playbook.workflows {
        if page.is_retired() {
            continue;
        }
        diagnostics.extend(circle(playbook, id, &mut done));
        for next in &page.next {
            diagnostics.extend(step_down(playbook, page, next));
        }
    }
    diagnostics.extend(playbook.collections.values().filter_map(|it| lacks_layer(playbook, it)));
}

/// The circle that `start` is part of, told at its first page by id.
fn circle(
    playbook: &Playbook,
    start: &Arc<str>,
    done: &mut BTreeSet<Arc<str>>,
) -> Option<Diagnostic> {
    if done.contains(start) {
        return None;
    }
    // Depth first with an explicit stack: content decides how deep it is.
    let mut trail: Vec<(&Arc<str>, usize)> = vec![(start, 0)];
    let mut seen: BTreeSet<&Arc<str>> = BTreeSet::from([start]);
    while let Some((id, at)) = trail.last_mut() {
        let next = playbook.workflows.get(*id).and_then(|page| page.builds_on.get(*at));
        *at += 1;
        match next {
            None => {
                trail.pop();
            }
            Some(next) if next == start => {
                let mut names: Vec<&str> = trail.iter().map(|(id, _)| &***id).collect();
                done.extend(trail.iter().map(|(id, _)| Arc::clone(id)));
                names.push(start);
                let page = playbook.workflows.get(start)?;
                let second = names.get(1).copied().unwrap_or_default();
                let written = &page.front.builds_on;
                let place = Place::item(&page.page.card.path, "builds_on", written, second);
                return Some(pb507_builds_on_cycle::breach(place, &names));
            }
            Some(next) if seen.insert(next) && !done.contains(next) => trail.push((next, 0)),
            Some(_) => {}
        }
    }
    None
}

fn step_down(playbook: &Playbook, page: &Workflow, next: &Arc<str>) -> Option<Diagnostic> {
    let to = playbook.workflows.get(next)?.layer();
    let from = page.layer();
    let place = Place::item(&page.page.card.path, "next", &page.front.next, next);
    (to < from).then(|| pb508_next_down_a_layer::breach(place, next, from.as_str(), to.as_str()))
}

fn lacks_layer(playbook: &Playbook, path: &Collection) -> Option<Diagnostic> {
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
