//! `questions.html`: what to ask in interviews and one-to-ones, from real
//! pages: their own questions, what changed, what was wrong and how it was
//! caught, what would have to be true to trust it.

use crate::domain::Layer;
use crate::model::Workflow;

use super::super::planner::Planner;
use super::super::view::{LogView, PageQuestionsView, QuestionView, QuestionsView};
use super::excerpts::NumberedExcerpt;

/// Questions that a page wrote itself.
const MAX_QUESTIONS_PER_PAGE: usize = 10;

/// Caught errors of a page to ask about.
const MAX_ERRORS_PER_PAGE: usize = 3;

pub(super) fn view<'a>(
    planner: &Planner<'_>,
    log: LogView,
    shown: impl Iterator<Item = NumberedExcerpt<'a>>,
) -> QuestionsView {
    let page = |(workflow, _): NumberedExcerpt<'_>| PageQuestionsView {
        page: planner.link(&workflow.page),
        layer: planner.layer(workflow.layer()),
        questions: questions(planner, workflow),
    };
    QuestionsView { log, pages: shown.map(page).collect() }
}

fn questions(planner: &Planner<'_>, workflow: &Workflow) -> Vec<QuestionView> {
    let (front, excerpts) = (&workflow.front, &workflow.page.excerpts);
    let own = front.interview.iter().take(MAX_QUESTIONS_PER_PAGE);
    let own = own.map(|it| QuestionView { question: it.clone(), answer: None });
    let mut questions: Vec<QuestionView> = own.collect();
    // What is still being built, or may not be used, has changed nothing.
    if workflow.is_finished() && !front.stopped.is_empty() {
        let values =
            [("stopped", &*front.stopped.join("; ")), ("instead", &*front.instead.join("; "))];
        let key = if front.instead.is_empty() { "answer-stopped" } else { "answer-changed" };
        questions.push(QuestionView {
            question: planner.word("question-changed"),
            answer: Some(planner.language.fill(key, &values)),
        });
    }
    for caught in excerpts.caught.iter().take(MAX_ERRORS_PER_PAGE) {
        let noticed = caught.noticed.as_deref().unwrap_or_default();
        let key = if noticed.is_empty() { "answer-wrong" } else { "answer-caught" };
        questions.push(QuestionView {
            question: planner.language.fill("question-wrong", &[("said", &caught.said)]),
            answer: Some(
                planner.language.fill(key, &[("noticed", noticed), ("fact", &caught.fact)]),
            ),
        });
    }
    if workflow.layer() == Layer::Judgment {
        let question = planner.word("question-trust");
        questions.push(QuestionView { question, answer: excerpts.trust.clone() });
    }
    questions
}
