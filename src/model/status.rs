//! Status is derived, never written. Precedence and meaning are those of the
//! table in the content model.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::config::ReviewDays as Intervals;
use crate::document::Contract;
use crate::domain::{Layer, Repeat, RepeatResult, SectionName, Stakes, ToolStatus, WorkflowFront};

use super::by_id::ById;
use super::kinds::{Named, Tool};

/// How far a reader may rely on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Retired, by a line that was set by hand.
    Retired,
    /// May not be used as it is.
    Stopped(Stop),
    /// A redesign that is still being built.
    Rebuilding,
    /// A section of the contract is missing.
    FirstVersion,
    /// Something it stands on changed.
    NeedsReview(ReviewReason),
    /// Shows what a page looks like; nobody here has run it.
    Example,
    /// At least half of a path's members do it by default.
    TeamDefault,
    /// So many colleagues repeated it: at least two.
    Proven(usize),
    /// Whatever is none of the others.
    Trial,
}

/// Why a page may not be used as it is; of a tool with its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Somebody stopped the page, by a line in it.
    Held,
    /// The tool is not approved.
    NotApproved(Arc<str>),
    /// The page's data is above the tool's ceiling.
    DataTooHigh(Arc<str>),
}

/// Why a page should be checked first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewReason {
    /// This tool was retired.
    ToolRetired(Arc<str>),
    /// This tool changed on that day, after the page was last run.
    ToolChanged(Arc<str>, Date),
    /// This owner has left the company.
    OwnerLeft(Arc<str>),
    /// The newest repeat failed.
    RepeatFailed,
}

impl ReviewReason {
    /// The tool that it is about.
    pub fn tool(&self) -> Option<&str> {
        match self {
            Self::ToolRetired(tool) | Self::ToolChanged(tool, _) => Some(tool),
            Self::OwnerLeft(_) | Self::RepeatFailed => None,
        }
    }

    /// The word that programs see.
    pub fn id(&self) -> &'static str {
        match self {
            Self::ToolRetired(_) => "tool-retired",
            Self::ToolChanged(..) => "tool-changed",
            Self::OwnerLeft(_) => "owner-left",
            Self::RepeatFailed => "repeat-failed",
        }
    }
}

impl Status {
    /// The word that templates and programs see.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Retired => "retired",
            Self::Stopped(_) => "stopped",
            Self::Rebuilding => "rebuilding",
            Self::FirstVersion => "first-version",
            Self::NeedsReview(_) => "needs-review",
            Self::Example => "example",
            Self::TeamDefault => "team-default",
            Self::Proven(_) => "proven",
            Self::Trial => "trial",
        }
    }

    /// Place in lists: finished pages, then first versions, then what is
    /// stopped or retired.
    pub fn rank(&self) -> u8 {
        match self {
            Self::TeamDefault => 0,
            Self::Proven(_) => 1,
            Self::Trial => 2,
            Self::NeedsReview(_) => 3,
            Self::Rebuilding => 4,
            Self::FirstVersion => 5,
            Self::Example => 6,
            Self::Stopped(_) => 7,
            Self::Retired => 8,
        }
    }
}

/// Everything that a status depends on.
pub(super) struct StatusInputs<'a> {
    pub front: &'a WorkflowFront,
    pub contract: &'a Contract,
    pub data: Option<usize>,
    pub page_tools: &'a [Named],
    pub tools: &'a ById<Tool>,
    /// The owner, once they have left.
    pub owner_left: Option<&'a Arc<str>>,
    /// Colleagues for whom it worked, the owner not among them.
    pub repeaters: usize,
}

/// The status of a page with these reasons to check first.
pub(super) fn derive(inputs: &StatusInputs<'_>, reviews: &[ReviewReason]) -> Status {
    let front = inputs.front;
    if front.retired.is_some() {
        return Status::Retired;
    }
    // Before all that is left: that it may not be used is what a reader has to know first.
    if let Some(stop) = stop(inputs) {
        return Status::Stopped(stop);
    }
    // What is being rebuilt lacks sections for a reason.
    if front.rebuilding.is_some() {
        return Status::Rebuilding;
    }
    if missing_sections(front.layer, false, inputs.contract).next().is_some() {
        return Status::FirstVersion;
    }
    if let Some(review) = reviews.first() {
        return Status::NeedsReview(review.clone());
    }
    // Once somebody has run it, it is a page like any other, whatever its line says.
    if front.example && last_run(front).is_none() {
        return Status::Example;
    }
    match inputs.repeaters {
        0 | 1 => Status::Trial,
        many => Status::Proven(many),
    }
}

fn known_tools<'a>(inputs: &'a StatusInputs<'_>) -> impl Iterator<Item = (&'a Arc<str>, &'a Tool)> {
    inputs.page_tools.iter().filter_map(Named::id).filter_map(|id| inputs.tools.get_key_value(id))
}

fn stop(inputs: &StatusInputs<'_>) -> Option<Stop> {
    // What somebody wrote for the readers of this page says more than what follows from a tool.
    if inputs.front.hold.is_some() {
        return Some(Stop::Held);
    }
    let banned = known_tools(inputs)
        .find(|(_, tool)| tool.front.status == Some(ToolStatus::NotApproved))
        .map(|(id, _)| Stop::NotApproved(Arc::clone(id)));
    let too_high = |tool: &Tool| match (inputs.data, tool.ceiling) {
        (Some(data), Some(ceiling)) => data > ceiling,
        _ => false,
    };
    banned.or_else(|| {
        known_tools(inputs)
            .find(|(_, tool)| too_high(tool))
            .map(|(id, _)| Stop::DataTooHigh(Arc::clone(id)))
    })
}

/// Every reason to check a page first, whatever its status: a page that somebody
/// has to finish may stand on a tool that is gone all the same. None for a retired
/// page, which nobody is to use.
pub(super) fn reviews(inputs: &StatusInputs<'_>) -> Vec<ReviewReason> {
    if inputs.front.retired.is_some() {
        return Vec::new();
    }
    let retired = known_tools(inputs)
        .filter(|(_, tool)| tool.front.status == Some(ToolStatus::Retired))
        .map(|(id, _)| ReviewReason::ToolRetired(Arc::clone(id)));
    let changed = last_run(inputs.front).into_iter().flat_map(|last_run| changes(inputs, last_run));
    let left = inputs.owner_left.map(|owner| ReviewReason::OwnerLeft(Arc::clone(owner)));
    // Of one day the failure counts: it is the last of the results.
    let newest = inputs.front.repeated_by.iter().max_by_key(|it| (it.date, it.result));
    let failed = newest.filter(|newest| newest.result == RepeatResult::Failed);
    retired.chain(changed).chain(left).chain(failed.map(|_| ReviewReason::RepeatFailed)).collect()
}

/// The newest change of each tool after which pages have to be run again, where it came after
/// the last run. A tool that is gone has no changes to try out any more.
fn changes(inputs: &StatusInputs<'_>, last_run: Date) -> impl Iterator<Item = ReviewReason> {
    let in_use =
        known_tools(inputs).filter(|(_, tool)| tool.front.status != Some(ToolStatus::Retired));
    in_use.filter_map(move |(id, tool)| {
        let newest = tool.newest_rerun().filter(|date| *date > last_run)?;
        Some(ReviewReason::ToolChanged(Arc::clone(id), newest))
    })
}

/// Colleagues for whom it worked, each counted once; `who` may stand for several.
/// `identity` gives one name to all that somebody is called by. The owner is nobody who
/// repeats: their own run is `verified`.
pub(super) fn repeaters(
    repeats: &[Repeat],
    owner: Option<&str>,
    identity: impl Fn(&str) -> Arc<str>,
) -> usize {
    let owner = owner.map(&identity);
    let mut people: BTreeMap<Arc<str>, u32> = BTreeMap::new();
    for repeat in repeats.iter().filter(|it| it.result != RepeatResult::Failed) {
        let who = identity(&repeat.who);
        if owner.as_ref() != Some(&who) {
            let n = people.entry(who).or_default();
            // A team that is named twice is one team, of the larger number.
            *n = repeat.n.max(*n);
        }
    }
    people.into_values().map(|n| n as usize).sum()
}

/// The sections of the contract that are absent, thin, or present without what
/// makes them useful.
pub fn missing_sections(
    layer: Layer,
    rebuilding: bool,
    contract: &Contract,
) -> impl Iterator<Item = SectionName> {
    let required = SectionName::required(layer, rebuilding);
    required.iter().copied().filter(move |section| !is_met(*section, layer, contract))
}

fn is_met(section: SectionName, layer: Layer, contract: &Contract) -> bool {
    match section {
        SectionName::Prompt => contract.prompt,
        SectionName::Check if layer == Layer::Judgment => contract.sourced_check,
        SectionName::Wrong => contract.caught || contract.present.contains(&section),
        _ => contract.present.contains(&section),
    }
}

/// The newest of `verified` and a repeat that worked.
pub(super) fn last_run(front: &WorkflowFront) -> Option<Date> {
    let worked = front.repeated_by.iter().filter(|it| it.result != RepeatResult::Failed);
    worked.map(|it| it.date).chain(front.verified).max()
}

/// When the page should be looked at again: its last run and so many of its intervals.
pub(super) fn due(front: &WorkflowFront, intervals: Intervals, times: i64) -> Option<Date> {
    let by_stakes = match front.stakes {
        Stakes::High => intervals.high,
        Stakes::Medium => intervals.medium,
        Stakes::Low => intervals.low,
    };
    let days = i64::from(front.review_every.unwrap_or(by_stakes)).checked_mul(times)?;
    last_run(front)?.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}
