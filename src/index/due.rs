//! What has to be run again, by owner: pages past their day, and pages that readers
//! are told to check first or not to use. Deliberately absent: the clock (it is told
//! the day) and any words.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::{Named, Playbook, Status, Stop, Workflow};

/// A page that has to be run again.
#[derive(Debug)]
pub struct DuePage<'a> {
    /// The write-up, with why it has to be run again.
    pub workflow: &'a Workflow,
    /// Days since it was to be looked at; `None` where that day is still to come.
    pub days_late: Option<i32>,
    /// Somebody stopped it, by a line in it.
    pub is_held: bool,
}

/// The pages of one owner, the weightiest first.
#[derive(Debug)]
pub struct DueOfOwner<'a> {
    /// Who answers for them; `None` where nobody does.
    pub owner: Option<&'a Named>,
    /// By stakes, then by the day they were due.
    pub pages: Vec<DuePage<'a>>,
}

/// Which pages are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct DueFilter<'a> {
    /// Only those of this person or desk.
    pub owner: Option<&'a str>,
    /// Only those that have to be run again because of this tool.
    pub tool: Option<&'a str>,
}

/// What has to be run again as of a day: by owner, those that nobody answers for last.
pub fn due<'a>(playbook: &'a Playbook, as_of: Date, filter: DueFilter<'_>) -> Vec<DueOfOwner<'a>> {
    let mut owners: BTreeMap<Option<&Named>, Vec<DuePage<'_>>> = BTreeMap::new();
    for workflow in playbook.workflows.values().filter(|it| it.front.retired.is_none()) {
        let page = DuePage {
            workflow,
            days_late: workflow.due.filter(|due| *due < as_of).map(|due| days(due, as_of)),
            is_held: workflow.status == Status::Stopped(Stop::Held),
        };
        if page.is_asked_for(filter) {
            owners.entry(workflow.owner.as_ref()).or_default().push(page);
        }
    }
    let mut owners: Vec<_> =
        owners.into_iter().map(|(owner, pages)| DueOfOwner { owner, pages }).collect();
    for DueOfOwner { pages, .. } in &mut owners {
        // They come by id, which decides between equal ones.
        pages.sort_by_key(|it| (Reverse(it.workflow.front.stakes), it.workflow.due));
    }
    owners.sort_by_key(|it| it.owner.is_none());
    owners
}

fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

impl DuePage<'_> {
    fn is_asked_for(&self, filter: DueFilter<'_>) -> bool {
        let DueFilter { owner, tool } = filter;
        let named = |named: &Named| match named {
            Named::Known(id) => Some(&**id) == owner,
            Named::Unknown(_) => false,
        };
        let is_owners = owner.is_none() || self.workflow.owner.as_ref().is_some_and(named);
        let by_tool = |id: &str| self.workflow.reviews.iter().any(|it| it.tool() == Some(id));
        let is_due = match tool {
            Some(tool) => by_tool(tool),
            None => self.days_late.is_some() || self.is_held || !self.workflow.reviews.is_empty(),
        };
        is_owners && is_due
    }
}
