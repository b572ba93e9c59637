//! The sample playbook is what a company copies: it shows every kind of page,
//! every status that can occur, and on purpose a few things that are not as they
//! should be.

mod sections;
mod sentences;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use playbook::domain::{ErrorKind, Kind, Layer, ToolStatus};
use playbook::engine::{Build, Engine};
use playbook::model::{PathItem, Playbook, ReviewReason, Status, Workflow};
use playbook::source::{self, Sources};

use crate::fixture;

fn sources() -> Sources {
    source::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn build() -> Build {
    Engine::new().build(&sources())
}

fn workflows(playbook: &Playbook) -> impl Iterator<Item = &Workflow> {
    playbook.workflows.values()
}

#[test]
fn it_has_one_gap_and_the_warnings_that_it_shows_on_purpose() {
    let build = build();
    let told = build.diagnostics().into_iter().map(|it| {
        let file = it.place.path.rsplit('/').next().unwrap_or_default();
        format!("{} {} {file}", it.severity.as_str(), it.code)
    });
    let told: Vec<String> = told.collect();
    assert_eq!(
        told,
        [
            "warn PB513 event-invitation.md",
            "warn PB513 product-claim.md",
            "warn PB512 slide-draft.md",
            "warn PB513 duplicate-merge.md",
            "gap PB510 night-desk-handover.md",
        ],
        "a retired tool, an owner who left, a banned tool, a failed repeat, a first version"
    );
}

#[test]
fn it_has_a_page_of_every_kind_and_fifteen_workflows_of_every_layer() {
    let build = build();
    let playbook = build.playbook();
    let kinds: BTreeSet<Kind> = playbook.pages().map(|page| page.id.kind).collect();
    for kind in Kind::WITH_FOLDER.into_iter().chain([Kind::Home]) {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
    for layer in Layer::ALL {
        let of_layer = workflows(playbook).filter(|it| it.layer() == *layer).count();
        assert!(of_layer >= 15, "{layer:?}: {of_layer}");
    }
    for role in playbook.roles.keys() {
        let of_role = workflows(playbook).filter(|it| it.roles.contains(role)).count();
        assert!(of_role >= 4, "{role}: {of_role}");
    }
    for (id, role) in &playbook.roles {
        let jobs = role.front.priorities.len();
        assert!((6..=10).contains(&jobs), "{id} has {jobs} jobs");
    }
    assert!(playbook.collections.len() >= 6);
}

#[test]
fn some_jobs_have_pages_in_all_three_layers_and_some_have_none() {
    let build = build();
    let playbook = build.playbook();
    let mut layers: BTreeMap<&str, BTreeSet<Layer>> = BTreeMap::new();
    for workflow in workflows(playbook) {
        let job = workflow.front.job.as_deref().unwrap_or_default();
        layers.entry(job).or_default().insert(workflow.layer());
    }
    assert!(layers.values().filter(|layers| layers.len() == 3).count() >= 2);
    let jobs = playbook.roles.values().flat_map(|role| &role.front.priorities);
    let (with, without): (Vec<_>, Vec<_>) =
        jobs.partition(|priority| layers.contains_key(priority.job.as_str()));
    assert!(!without.is_empty() && with.len() > without.len());
}

#[test]
fn every_status_occurs_that_needs_no_check_ins_and_one_page_is_a_first_version() {
    let build = build();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for workflow in workflows(build.playbook()) {
        *counts.entry(workflow.status.id()).or_default() += 1;
    }
    let statuses: Vec<&str> = counts.keys().copied().collect();
    assert_eq!(
        statuses,
        ["first-version", "needs-review", "proven", "rebuilding", "retired", "stopped", "trial"]
    );
    assert_eq!(counts["first-version"], 1);
    assert_eq!(counts["rebuilding"], 2);
    let reasons = workflows(build.playbook()).filter_map(|it| match &it.status {
        Status::NeedsReview(ReviewReason::ToolRetired(_)) => Some("tool retired"),
        Status::NeedsReview(ReviewReason::OwnerLeft(_)) => Some("owner left"),
        Status::NeedsReview(ReviewReason::RepeatFailed) => Some("repeat failed"),
        _ => None,
    });
    let mut reasons: Vec<&str> = reasons.collect();
    reasons.sort_unstable();
    assert_eq!(reasons, ["owner left", "repeat failed", "tool retired"]);
}

#[test]
fn tools_have_every_status_and_somebody_left() {
    let build = build();
    let playbook = build.playbook();
    let statuses: BTreeSet<_> = playbook
        .tools
        .values()
        .filter_map(|tool| tool.front.status)
        .map(ToolStatus::as_str)
        .collect();
    assert_eq!(statuses.len(), ToolStatus::ALL.len(), "{statuses:?}");
    assert!(playbook.people.values().any(|person| person.front.left.is_some()));
    assert!(playbook.people.values().any(|person| person.front.desk));
}

#[test]
fn drills_teach_every_kind_of_error_and_that_some_texts_have_none() {
    let build = build();
    let playbook = build.playbook();
    let mut kinds: BTreeSet<&str> = BTreeSet::new();
    let mut clean = 0;
    for drill in playbook.drills.values() {
        assert!(drill.from.is_some() || drill.front.made_up, "{}", drill.page.id.id);
        for exercise in &drill.page.excerpts.drills {
            clean += usize::from(exercise.errors.is_empty());
            let errors = exercise.errors.iter();
            kinds.extend(errors.filter_map(|error| error.kind).map(ErrorKind::as_str));
            assert!(exercise.text.split_whitespace().count() >= 50, "{}", drill.page.id.id);
        }
    }
    for workflow in workflows(playbook) {
        let caught = workflow.page.excerpts.caught.iter();
        kinds.extend(caught.filter_map(|caught| caught.kind).map(ErrorKind::as_str));
    }
    assert!(playbook.drills.len() >= 10 && clean >= 3, "{clean} without an error");
    assert_eq!(kinds.len(), ErrorKind::ALL.len(), "{kinds:?}");
}

#[test]
fn paths_lead_to_pages_of_every_layer() {
    let build = build();
    for (id, path) in &build.playbook().collections {
        let items = path.items.iter().flatten().filter_map(|item| match item {
            PathItem::Workflow(id) => build.playbook().workflows.get(id),
            PathItem::Drill(_) => None,
        });
        let layers: BTreeSet<Layer> = items.map(Workflow::layer).collect();
        assert!(layers.len() == 3 || path.front.because.is_some(), "{id}: {layers:?}");
    }
}

#[test]
fn every_output_can_be_rendered_and_says_nothing_of_a_template() {
    for (route, bytes) in fixture::bytes(&build()) {
        assert!(!bytes.is_empty(), "{route}");
        if route.ends_with(".html") {
            let text = String::from_utf8(bytes).unwrap();
            assert!(!text.contains("{%") && !text.contains("{#"), "{route}");
            assert!(text.starts_with("<!doctype html>"), "{route}");
        }
    }
}
