//! Statuses and their reasons in the words of a reviewer. Deliberately absent: what a
//! reader of the site is told, which is in the language files.

use crate::diagnostic::rules::change::pb973_status_changed as rule;
use crate::diagnostic::{Text, text};
use crate::engine::Build;
use crate::index;
use crate::language::{self, Language};
use crate::model::{Status, Stop, Workflow};

use super::status::{StatusCause, StatusChange};

/// What a page is.
pub fn status(status: &Status) -> Text {
    match status {
        Status::Retired => text!("retired"),
        Status::Stopped(_) => text!("stopped"),
        Status::Rebuilding => text!("being rebuilt"),
        Status::FirstVersion => text!("a first version"),
        Status::NeedsReview(_) => text!("to be checked first"),
        Status::Example => text!("an example"),
        Status::TeamDefault => text!("a team's default"),
        Status::Proven(many) => text!("repeated by {many}", many = *many),
        Status::Trial => text!("on trial"),
    }
}

/// What a page is by a change; where only a reason to check it first has come, also that.
pub(super) fn now(change: &StatusChange) -> Text {
    let is = status(&change.after);
    match change.before.id() == change.after.id() && !matches!(change.after, Status::NeedsReview(_))
    {
        true => text!("{is}, and to be checked first", is),
        false => is,
    }
}

/// Why pages are something else, where that is not of their own making.
pub(super) fn cause(cause: &StatusCause) -> Option<Text> {
    match cause {
        StatusCause::Own => None,
        StatusCause::ToolRetired(tool) => Some(rule::tool_retired(tool)),
        StatusCause::ToolChanged(tool) => Some(rule::tool_changed(tool)),
        StatusCause::ToolBanned(tool) => Some(rule::tool_banned(tool)),
        StatusCause::DataTooHigh(tool) => Some(rule::data_too_high(tool)),
        StatusCause::OwnerLeft(owner) => Some(rule::owner_left(owner)),
    }
}

/// Why a page is something else.
pub(super) fn why(change: &StatusChange, after: &Build) -> Text {
    let playbook = after.playbook();
    let workflow = playbook.workflows.get(&*change.page.id);
    let own = || match (&change.after, workflow) {
        (Status::Retired, Some(page)) => retired(page),
        (Status::Stopped(Stop::Held), Some(page)) => held(page),
        (Status::FirstVersion, Some(page)) => {
            let language = language::find(&playbook.config.site.language);
            let missing = index::missing(page).sections;
            let names = missing.iter().map(|it| Text::verbatim(heading(language, it.as_str())));
            text!("it lacks {parts}", parts = Text::joined(names, ", "))
        }
        (Status::Rebuilding, _) => text!("its file says so"),
        (Status::NeedsReview(_), _) => text!("the newest repeat failed"),
        (Status::Proven(many), _) => text!("{many} colleagues repeated it", many = *many),
        (Status::Trial, _) if change.is_worse => text!("fewer than two colleagues repeated it"),
        (Status::Trial, _) => text!("nothing is missing any more"),
        _ => text!("its file says so"),
    };
    cause(&change.cause).unwrap_or_else(own)
}

fn retired(page: &Workflow) -> Text {
    let reason = page.front.retired.as_ref().and_then(|it| it.reason.as_deref());
    reason.map_or_else(|| text!("its file says so"), Text::verbatim)
}

fn held(page: &Workflow) -> Text {
    let reason = page.front.hold.as_ref().and_then(|it| it.reason.as_deref());
    reason.map_or_else(|| text!("its file says so"), Text::verbatim)
}

/// The heading of a section as it is written.
pub(super) fn heading(language: &Language, section: &str) -> String {
    language.heading(section).to_owned()
}
