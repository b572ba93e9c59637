//! `changed.html`: what people stopped doing and do instead, with who agreed,
//! for executives and for printing. Figures say over how many pages they are.

use crate::address::{LogFacet, LogKind};
use crate::domain::Reached;
use crate::model::{EVERYONE, Workflow};

use super::super::planner::Planner;
use super::super::view::{ChangeView, ChangedView, LinkView, LogView, QuestionView};
use super::excerpts::{NumberedExcerpt, log_excerpts};

pub(super) fn view<'a>(
    planner: &Planner<'_>,
    log: LogView,
    is_first: bool,
    shown: impl Iterator<Item = NumberedExcerpt<'a>>,
) -> ChangedView {
    ChangedView {
        log,
        answers: if is_first { answers(planner) } else { Vec::new() },
        unchanged: if is_first { unchanged(planner) } else { Vec::new() },
        changes: shown.map(|(workflow, _)| change(planner, workflow)).collect(),
    }
}

fn change(planner: &Planner<'_>, workflow: &Workflow) -> ChangeView {
    let roles = planner.roles(&workflow.roles, workflow.everyone);
    ChangeView {
        page: planner.link(&workflow.page),
        roles: roles.into_iter().map(|role| role.text).collect(),
        stopped: workflow.front.stopped.clone(),
        instead: workflow.front.instead.clone(),
        agreed: workflow.page.excerpts.agreed.clone(),
    }
}

/// Roles with a page of their own in which nobody has stopped doing anything.
fn unchanged(planner: &Planner<'_>) -> Vec<LinkView> {
    let changed = &planner.indexes().logs.changed;
    let roles = planner.playbook().roles.iter();
    let roles = roles.filter(|(id, _)| {
        &***id != EVERYONE && !changed.contains_key(&LogFacet::Role(std::sync::Arc::clone(id)))
    });
    roles.map(|(_, role)| planner.link(&role.page)).collect()
}

/// The questions that every executive should be able to answer.
fn answers(planner: &Planner<'_>) -> Vec<QuestionView> {
    let count = |n: usize| n.to_string();
    let workflows = |of| {
        let log_excerpts = log_excerpts(planner.world, of, &LogFacet::All).iter();
        log_excerpts
            .filter_map(|(id, number)| Some((planner.playbook().workflows.get(id)?, *number)))
    };
    let pages = workflows(LogKind::Changed).count();
    let things: usize = workflows(LogKind::Changed).map(|(it, _)| it.front.stopped.len()).sum();
    let reached = workflows(LogKind::Caught)
        .filter_map(|(it, number)| Some(it.page.excerpts.caught.get(number)?.reached));
    let reached: Vec<Option<Reached>> = reached.collect();
    let customer = reached.iter().filter(|it| **it == Some(Reached::Customer)).count();
    let unsaid = reached.iter().filter(|it| it.is_none()).count();
    let before = reached.len() - customer - unsaid;
    let roles = planner.playbook().roles.keys().filter(|id| &***id != EVERYONE).count();
    let answer = |key: &str, values: &[(&str, &str)]| QuestionView {
        question: planner.word(&format!("executive-{key}")),
        answer: Some(planner.language.fill(&format!("executive-{key}-answer"), values)),
    };
    vec![
        answer("stopped", &[("n", &count(things)), ("pages", &count(pages))]),
        answer(
            "caught",
            &[
                ("n", &count(reached.len())),
                ("before", &count(before)),
                ("customer", &count(customer)),
                ("unsaid", &count(unsaid)),
            ],
        ),
        answer("unchanged", &[("n", &count(unchanged(planner).len())), ("roles", &count(roles))]),
    ]
}
