//! What happened to pages, newest first, for feeds: verified, repeated,
//! retired. Dates are those in front matter. Deliberately absent: caught
//! errors and failed repeats, which are nobody's news.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::domain::{Layer, RepeatResult};
use crate::model::{EVERYONE, Playbook, Workflow};

/// Events that a feed holds.
const MAX_EVENTS: usize = 50;

/// Something that happened to a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day it is dated.
    pub date: Date,
    /// Id of the workflow.
    pub workflow: Arc<str>,
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
    /// The page was retired.
    Retired,
}

impl EventKind {
    /// The word in addresses and in the language files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Repeated => "repeated",
            Self::Retired => "retired",
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
    let mut events: Vec<(Event, &Workflow)> = told.flat_map(events).collect();
    // Workflows come by id, so events of one day are in the order of their ids.
    events.sort_by_key(|(event, _)| Reverse(event.date));
    let mut news = News::default();
    for (event, workflow) in events {
        push(&mut news.all, &event);
        push(news.by_layer.entry(workflow.layer()).or_default(), &event);
        let everyone = workflow.everyone.then(|| Arc::from(EVERYONE));
        for role in workflow.roles.iter().cloned().chain(everyone) {
            push(news.by_role.entry(role).or_default(), &event);
        }
    }
    news
}

fn push(feed: &mut Vec<Event>, event: &Event) {
    if feed.len() < MAX_EVENTS {
        feed.push(event.clone());
    }
}

/// The events of one page, at most one of a kind a day. Of a retired page only
/// that it was retired is news.
fn events(workflow: &Workflow) -> Vec<(Event, &Workflow)> {
    let front = &workflow.front;
    let mut days = BTreeSet::new();
    match &front.retired {
        Some(retired) => days.extend(retired.date.map(|date| (date, EventKind::Retired))),
        None => {
            days.extend(front.verified.map(|date| (date, EventKind::Verified)));
            let worked = front.repeated_by.iter().filter(|it| it.result != RepeatResult::Failed);
            days.extend(worked.map(|it| (it.date, EventKind::Repeated)));
        }
    }
    let event =
        |(date, what)| (Event { date, workflow: Arc::clone(&workflow.page.id.id), what }, workflow);
    days.into_iter().map(event).collect()
}
