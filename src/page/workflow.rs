//! Plans the page of a write-up.

use crate::document::{Body, Piece, Section};
use crate::domain::{
    Evidence, EvidenceSource, Kind, Layer, Repeat, RepeatResult, SectionName, Stakes,
};
use crate::index::job_key;
use crate::model::{Status, Workflow};

use super::body::Filler;
use super::fragments::who_it_was;
use super::path;
use super::planner::{Planner, summary};
use super::view::{
    BlockView, BodyView, EvidenceView, KeySectionsView, LinkView, PasteView, RailEntryView,
    RebuildingView, RepeatView, SectionView, WorkflowView,
};
use super::{propose, recall, status};

/// Entries of a list beside the text.
const MAX_RAIL_PAGES: usize = 12;

/// Letters up to which a rule stands beside the two others.
const MAX_SHORT_RULE_LETTERS: usize = 420;

/// Letters of what must never go in that stand above each prompt.
const MAX_BOUNDARY_LETTERS: usize = 600;

/// Cases below which a figure could tell who they were.
const MIN_CASES: u32 = 5;

pub(super) fn plan(planner: &Planner<'_>, id: &str, body: &Body) -> Option<WorkflowView> {
    let workflow = planner.playbook().workflows.get(id)?;
    let front = &workflow.front;
    let card = &workflow.page.card;
    let withheld = matches!(workflow.status, Status::Stopped(_));
    let filler = Filler::new(planner, &workflow.page, withheld);
    let filled = filler.body(body);
    let (key_sections, filled) = take_key_sections(workflow.layer(), body, filled);
    let contents = contents(&key_sections, &filled);
    let indexes = planner.indexes();
    let of_id = |lists: Option<&Vec<_>>| {
        lists.into_iter().flatten().take(MAX_RAIL_PAGES).cloned().collect()
    };
    let shown_by: Vec<std::sync::Arc<str>> = of_id(indexes.shown_by.get(id));
    let drills: Vec<std::sync::Arc<str>> = of_id(indexes.drills.get(id));
    Some(WorkflowView {
        title: card.title.clone(),
        summary: summary(&workflow.page),
        trigger: card.contract.trigger.clone(),
        layer: planner.layer(workflow.layer()),
        roles: planner.roles(&workflow.roles, workflow.everyone),
        tools: workflow.tools.iter().map(|tool| planner.name(Kind::Tool, tool)).collect(),
        high_stakes: front.stakes == Stakes::High,
        status: status::view(planner, workflow),
        last_run: workflow.last_run.map(|date| planner.date(date)),
        due: workflow.due.map(|date| planner.date(date)),
        long_due: workflow.long_due.map(|date| planner.date(date)),
        corrected: recall::corrections(planner, workflow),
        verified_with: front.verified_with.clone(),
        byline: front.byline.clone().filter(|_| !planner.playbook().config.desks_only),
        owner: workflow.owner.as_ref().and_then(|owner| planner.contact_name(owner)),
        paste: paste(planner, workflow),
        no_checks: !card.contract.present.contains(&SectionName::Check),
        key_sections,
        body: filled,
        contents,
        show_me: shown_by.iter().filter_map(|id| planner.person(id)).collect(),
        same_job: same_job(planner, workflow),
        builds_on: planner.rail(&workflow.builds_on),
        replaces: replaces(planner, id),
        next: planner.entries(&workflow.next),
        part_of: path::steps(planner, id, MAX_RAIL_PAGES),
        similar: planner.rail(indexes.similar.get(id).into_iter().flatten()),
        linked_from: linked_from(planner, workflow),
        drills: drills.iter().filter_map(|id| planner.link_to(Kind::Drill, id)).collect(),
        evidence: front.evidence.iter().map(|it| evidence(planner, it)).collect(),
        repeats: repeats(planner, &front.repeated_by),
        stopped: front.stopped.clone(),
        instead: front.instead.clone(),
        minutes: planner.minutes(workflow),
        rebuilding: front.rebuilding.as_ref().map(|it| RebuildingView {
            since: it.since.map(|date| planner.date(date)),
            until: it.until.map(|date| planner.date(date)),
            room_from: it.room_from.clone(),
        }),
        actions: propose::actions(planner, &workflow.page),
        draft: front.draft,
    })
}

fn paste(planner: &Planner<'_>, workflow: &Workflow) -> PasteView {
    let excerpts = &workflow.page.excerpts;
    let nothing = planner.word("nothing-to-paste");
    // By its first word, since people write `Nothing.` and `nothing at all`.
    let is_nothing = excerpts.may_paste.first().is_some_and(|line| {
        let mut words = line.split(|letter: char| !letter.is_alphanumeric());
        words.next().is_some_and(|word| word.to_lowercase() == nothing)
    });
    PasteView {
        may: excerpts.may_paste.clone(),
        never: excerpts.never_paste.clone(),
        never_in_brief: in_brief(&excerpts.never_paste.join(", ")),
        // "Up to restricted" beside "nothing" would say two things.
        data: workflow.data.filter(|_| !is_nothing).and_then(|rung| planner.rung(rung)),
        unknown: workflow.data.is_none(),
    }
}

/// The whole stands once at the head of the page.
fn in_brief(text: &str) -> String {
    match text.char_indices().nth(MAX_BOUNDARY_LETTERS) {
        // Above thousands of prompts, thousands of words would be a page of a hundred megabytes.
        Some((end, _)) => format!("{} …", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// Sections in the order in which the page shows them.
fn contents(key_sections: &KeySectionsView, body: &BodyView) -> Vec<LinkView> {
    let link = |section: &SectionView| LinkView {
        text: section.title.clone(),
        href: format!("#{}", section.id),
    };
    let first = key_sections.prompt.iter().chain(&key_sections.rules).chain(&key_sections.ways);
    first.chain(&body.sections).map(link).collect()
}

/// Takes the sections that the layer is about out of the body, for the first
/// screen. The key sections stand together whatever their order was.
fn take_key_sections(
    layer: Layer,
    body: &Body,
    mut filled: BodyView,
) -> (KeySectionsView, BodyView) {
    let mut key_sections = KeySectionsView::default();
    match layer {
        Layer::Fluency => {
            // A withheld one keeps the place, and says there why it is not shown.
            let has_prompt = |section: &SectionView| {
                section
                    .blocks
                    .iter()
                    .any(|block| matches!(block, BlockView::Prompt(_) | BlockView::Withheld { .. }))
            };
            let at = filled.sections.iter().position(has_prompt);
            key_sections.prompt = at.map(|at| filled.sections.remove(at));
        }
        Layer::Judgment => {
            let names = [SectionName::Trust, SectionName::Override, SectionName::DoNotRely];
            key_sections.rules_short = names.iter().all(|name| is_short(body, *name));
            key_sections.rules = take(&mut filled, &names);
        }
        Layer::Redesign => {
            key_sections.ways = take(&mut filled, &[SectionName::OldWay, SectionName::NewWay]);
        }
    }
    (key_sections, filled)
}

fn take(body: &mut BodyView, names: &[SectionName]) -> Vec<SectionView> {
    let mut taken = Vec::new();
    for name in names {
        let is_named = |section: &SectionView| section.name == Some(name.as_str());
        if let Some(at) = body.sections.iter().position(is_named) {
            taken.push(body.sections.remove(at));
        }
    }
    taken
}

fn is_short(body: &Body, name: SectionName) -> bool {
    let length = |section: &Section| {
        let html = section.pieces.iter().map(|piece| match piece {
            Piece::Html(html) => html.len(),
            Piece::Code(code) => code.text.len(),
            _ => 0,
        });
        html.sum::<usize>()
    };
    body.sections
        .iter()
        .find(|it| it.name == Some(name))
        .is_some_and(|it| length(it) <= MAX_SHORT_RULE_LETTERS)
}

fn same_job(planner: &Planner<'_>, workflow: &Workflow) -> Vec<RailEntryView> {
    let job = workflow.front.job.as_deref().map(job_key);
    let same = job.and_then(|job| planner.indexes().by_job.get(&job)).into_iter().flatten();
    planner.rail(same.filter(|id| **id != workflow.page.id.id).take(MAX_RAIL_PAGES))
}

fn replaces(planner: &Planner<'_>, id: &str) -> Vec<LinkView> {
    let retired = planner.indexes().replaces.get(id).into_iter().flatten().take(MAX_RAIL_PAGES);
    retired.filter_map(|id| planner.link_to(Kind::Workflow, id)).collect()
}

fn linked_from(planner: &Planner<'_>, workflow: &Workflow) -> Vec<LinkView> {
    let from = planner.indexes().backlinks.get(&workflow.page.id).into_iter().flatten();
    let pages = from.filter_map(|id| planner.playbook().page(id)).take(MAX_RAIL_PAGES);
    pages.map(|page| planner.link(page)).collect()
}

fn evidence(planner: &Planner<'_>, evidence: &Evidence) -> EvidenceView {
    let n =
        if evidence.n < MIN_CASES { format!("n<{MIN_CASES}") } else { format!("n={}", evidence.n) };
    let source = |source: EvidenceSource| planner.word(&format!("evidence-{}", source.as_str()));
    EvidenceView {
        what: evidence.what.clone(),
        from: evidence.from.clone(),
        to: evidence.to.clone(),
        n,
        period: evidence.period.clone(),
        source: evidence.source.map(source),
    }
}

/// Newest first. A failure names nobody.
fn repeats(planner: &Planner<'_>, repeats: &[Repeat]) -> Vec<RepeatView> {
    let mut repeats: Vec<&Repeat> = repeats.iter().collect();
    repeats.sort_by_key(|repeat| std::cmp::Reverse(repeat.date));
    // Nobody should have to think twice before telling of a failure.
    let is_named = |repeat: &Repeat| repeat.result != RepeatResult::Failed;
    let view = |repeat: &Repeat| RepeatView {
        who: who_it_was(planner, &repeat.who).filter(|_| is_named(repeat)),
        date: planner.date(repeat.date),
        result: repeat.result.as_str(),
        note: repeat.note.clone(),
    };
    repeats.into_iter().map(view).collect()
}
