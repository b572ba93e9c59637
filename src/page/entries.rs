//! Workflows as lists of other pages show them: with their status, and with the
//! time that they take before and after.

use std::sync::Arc;

use crate::domain::{Kind, Minutes, Stakes};
use crate::model::{Named, Status, Workflow};

use super::planner::{Planner, summary};
use super::status;
use super::view::{EntryView, MinutesView, RailEntryView};

impl<'a> Planner<'a> {
    /// Workflows by their ids.
    pub fn workflows<'b>(
        &self,
        ids: impl IntoIterator<Item = &'b Arc<str>>,
    ) -> impl Iterator<Item = &'a Workflow> {
        let workflows = &self.playbook().workflows;
        ids.into_iter().filter_map(|id| workflows.get(id))
    }

    /// A workflow by its id, as lists show it.
    pub fn entry_of(&self, id: &str) -> Option<EntryView> {
        self.playbook().workflows.get(id).map(|workflow| self.entry(workflow))
    }

    /// Workflows by their ids, as lists show them.
    pub fn entries<'b>(&self, ids: impl IntoIterator<Item = &'b Arc<str>>) -> Vec<EntryView> {
        self.workflows(ids).map(|workflow| self.entry(workflow)).collect()
    }

    /// Workflows by their ids, as they stand beside a text.
    pub fn rail<'b>(&self, ids: impl IntoIterator<Item = &'b Arc<str>>) -> Vec<RailEntryView> {
        let entry = |workflow: &Workflow| RailEntryView {
            href: self.href(&workflow.page.route),
            title: workflow.page.card.title.clone(),
            layer: workflow.layer().as_str(),
            warning: (!matches!(
                workflow.status,
                Status::Trial | Status::Proven(_) | Status::TeamDefault
            ))
            .then(|| status::in_short(self, workflow)),
        };
        self.workflows(ids).map(entry).collect()
    }

    /// A workflow, as lists show it.
    pub fn entry(&self, workflow: &Workflow) -> EntryView {
        let card = &workflow.page.card;
        let tools = workflow.tools.iter().map(|tool| match tool {
            Named::Unknown(text) => text.clone(),
            Named::Known(id) => self.text_of(Kind::Tool, id).unwrap_or_else(|| id.to_string()),
        });
        // When to look again matters only for what may be used.
        let is_for_use = !matches!(workflow.status, Status::Stopped(_) | Status::Retired);
        let roles = workflow.roles.iter().filter_map(|id| self.text_of(Kind::Role, id));
        let everyone = workflow.everyone.then(|| self.everyone().text);
        EntryView {
            href: self.href(&workflow.page.route),
            title: card.title.clone(),
            summary: summary(&workflow.page),
            trigger: card.contract.trigger.clone(),
            layer: self.layer(workflow.layer()),
            status: status::view(self, workflow),
            roles: roles.chain(everyone).collect(),
            tools: tools.collect(),
            high_stakes: workflow.front.stakes == Stakes::High,
            minutes: self.minutes(workflow).map(|it| self.minutes_line(&it)),
            due: workflow.due.filter(|_| is_for_use).map(|date| self.date(date)),
        }
    }

    /// Time before and after, only beside what people do instead: alone it
    /// reads as a cut.
    pub fn minutes(&self, workflow: &Workflow) -> Option<MinutesView> {
        let minutes: &Minutes = workflow.front.minutes.as_ref()?;
        if workflow.front.instead.is_empty() {
            return None;
        }
        let longest = minutes.before.max(minutes.after);
        let percent = u64::from(minutes.after) * 100 / u64::from(minutes.before.max(1));
        Some(MinutesView {
            before: minutes.before,
            after: minutes.after,
            before_text: self.language.duration(minutes.before, longest),
            after_text: self.language.duration(minutes.after, longest),
            per: self.word(&format!("per-{}", minutes.per.as_str())),
            // More time than before fills the bar, and no more.
            after_percent: u32::try_from(percent.min(100)).unwrap_or(100),
        })
    }

    fn minutes_line(&self, minutes: &MinutesView) -> String {
        let (number, after) = (minutes.before.to_string(), &*minutes.after_text);
        // "95 → 25 min": a unit that both have is said once.
        let in_minutes = *after == self.language.duration(minutes.after, minutes.after)
            && minutes.before_text == self.language.duration(minutes.before, 0);
        let before = if in_minutes { &*number } else { &*minutes.before_text };
        let values = [("before", before), ("after", after), ("per", &*minutes.per)];
        self.language.fill("minutes-line", &values)
    }
}
