//! What happened to pages, newest first, for feeds: a write-up was verified, repeated,
//! stopped, corrected or retired, a tool changed. Dates are those in front matter. Deliberately absent: caught
//! errors and failed repeats, which are nobody's news.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::address::PageId;
use crate::domain::{Layer, RepeatResult};
use crate::model::{EVERYONE, Named, Playbook, Workflow};

/// Events that a feed holds.
const MAX_EVENTS: usize = 50;

/// Something that happened to a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day it is dated.
    pub date: Date,
    /// The write-up, or the tool.
    pub page: PageId,
    /// What happened on that day.
    pub what: EventKind,
}

/// What can happen to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventKind {
    /// Its owner ran it end to end.
    Verified,
    /// A colleague repeated it, as it was or adapted.
    Repeated,
    /// The page was stopped, by a line in it.
    Held,
    /// Something in the page was wrong, and was mended.
    Corrected,
    /// The page was retired.
    Retired,
    /// Something changed about a tool.
    Changed,
}

impl EventKind {
    /// The word in addresses and in the language files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Repeated => "repeated",
            Self::Held => "held",
            Self::Corrected => "corrected",
            Self::Retired => "retired",
            Self::Changed => "changed",
        }
    }
}

/// The newest events, up to 50 each.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// The events of all pages.
    pub all: Vec<Event>,
    /// By role; pages for every colleague under `everyone`.
    pub by_role: BTreeMap<Arc<str>, Vec<Event>>,
    /// The events of each layer's pages.
    pub by_layer: BTreeMap<Layer, Vec<Event>>,
}

pub(super) fn derive(playbook: &Playbook) -> News {
    let hide_gaps = playbook.config.build.hide_gaps;
    // That a page was retired is news, though no list shows it any more.
    let told = playbook.workflows.values().filter(|it| it.is_retired() || it.is_listed(hide_gaps));
    let mut told: Vec<(Event, Audience<'_>)> = told.flat_map(events).collect();
    told.extend(tool_events(playbook));
    // Pages come by id, so events of one day are in the order of their ids.
    told.sort_by_key(|(event, _)| Reverse(event.date));
    let mut news = News::default();
    for (event, audience) in told {
        push(&mut news.all, &event);
        for layer in audience.layers {
            push(news.by_layer.entry(layer).or_default(), &event);
        }
        for role in audience.roles {
            push(news.by_role.entry(Arc::clone(role)).or_default(), &event);
        }
        if audience.everyone {
            push(news.by_role.entry(Arc::from(EVERYONE)).or_default(), &event);
        }
    }
    news
}

/// Whose feeds an event stands in.
#[derive(Clone, Default)]
struct Audience<'a> {
    layers: BTreeSet<Layer>,
    roles: BTreeSet<&'a Arc<str>>,
    everyone: bool,
}

impl<'a> Audience<'a> {
    fn add(&mut self, workflow: &'a Workflow) {
        self.layers.insert(workflow.layer());
        self.roles.extend(&workflow.roles);
        self.everyone |= workflow.everyone;
    }
}

/// The changes of every tool, one event a day, for whoever has a page that uses it.
fn tool_events(playbook: &Playbook) -> Vec<(Event, Audience<'_>)> {
    let mut audiences: BTreeMap<&Arc<str>, Audience<'_>> = BTreeMap::new();
    for workflow in playbook.workflows.values().filter(|it| !it.is_retired()) {
        for tool in workflow.tools.iter().filter_map(Named::id) {
            audiences.entry(tool).or_default().add(workflow);
        }
    }
    let mut events = Vec::new();
    for (id, tool) in &playbook.tools {
        let audience = audiences.remove(id).unwrap_or_default();
        let days: BTreeSet<Date> = tool.front.changes.iter().map(|change| change.date).collect();
        let event = |date| Event { date, page: tool.page.id.clone(), what: EventKind::Changed };
        events.extend(days.into_iter().map(|date| (event(date), audience.clone())));
    }
    events
}

fn push(feed: &mut Vec<Event>, event: &Event) {
    if feed.len() < MAX_EVENTS {
        feed.push(event.clone());
    }
}

/// The events of one page, at most one of a kind a day. Of a retired page only
/// that it was retired is news.
fn events(workflow: &Workflow) -> Vec<(Event, Audience<'_>)> {
    let front = &workflow.front;
    let mut days = BTreeSet::new();
    match &front.retired {
        Some(retired) => days.extend(retired.date.map(|date| (date, EventKind::Retired))),
        None => {
            days.extend(front.verified.map(|date| (date, EventKind::Verified)));
            let worked = front.repeated_by.iter().filter(|it| it.result != RepeatResult::Failed);
            days.extend(worked.map(|it| (it.date, EventKind::Repeated)));
            let held = front.hold.as_ref().and_then(|hold| hold.date);
            days.extend(held.map(|date| (date, EventKind::Held)));
            let corrected = front.corrected.iter().map(|it| (it.date, EventKind::Corrected));
            days.extend(corrected);
        }
    }
    let mut audience = Audience::default();
    audience.add(workflow);
    let event = |(date, what)| Event { date, page: workflow.page.id.clone(), what };
    days.into_iter().map(|day| (event(day), audience.clone())).collect()
}
