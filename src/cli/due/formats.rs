//! What has to be run again as markdown, JSON and a sheet, all from one value.

use jiff::civil::Date;
use serde::Serialize;

use crate::change::prose;
use crate::diagnostic::{Text, Translation, text};
use crate::index::{DueOfOwner, DuePage};
use crate::model::{Named, Playbook, ReviewReason};

/// All that has to be run again as of a day.
#[derive(Serialize)]
pub(super) struct DueList {
    as_of: String,
    /// By owner; those that nobody answers for last.
    owners: Vec<Owner>,
}

#[derive(Serialize)]
struct Owner {
    /// The file name, or what is written in place of one.
    id: Option<String>,
    name: Option<String>,
    /// Somebody else has to take the pages over.
    has_left: bool,
    pages: Vec<Page>,
}

#[derive(Serialize)]
struct Page {
    id: String,
    title: String,
    path: String,
    /// The whole address, where the site has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    stakes: &'static str,
    last_run: Option<String>,
    due: Option<String>,
    days_late: Option<i32>,
    /// Why it has to be run again before that: words for programs.
    reasons: Vec<&'static str>,
    /// The same for people.
    #[serde(skip)]
    sentences: Vec<Text>,
}

/// The list as plain values.
pub(super) fn list(playbook: &Playbook, as_of: Date, owners: &[DueOfOwner<'_>]) -> DueList {
    let owner = |of: &DueOfOwner<'_>| {
        let id = of.owner.map(|named| match named {
            Named::Known(id) => id.to_string(),
            Named::Unknown(name) => name.clone(),
        });
        let person = of.owner.and_then(Named::id).and_then(|id| playbook.anybody(id));
        Owner {
            name: person.map(|it| it.page.card.title.clone()).or_else(|| id.clone()),
            id,
            has_left: person.is_some_and(|it| it.front.left.is_some()),
            pages: of.pages.iter().map(|it| page(playbook, it)).collect(),
        }
    };
    DueList { as_of: as_of.to_string(), owners: owners.iter().map(owner).collect() }
}

fn page(playbook: &Playbook, due: &DuePage<'_>) -> Page {
    let workflow = due.workflow;
    let base = playbook.config.site.base_url.as_ref();
    let held = due.is_held.then_some("held");
    let mut sentences = Vec::new();
    if due.is_held {
        let reason = workflow.front.hold.as_ref().and_then(|hold| hold.reason.as_deref());
        sentences.push(match reason {
            Some(reason) => text!("stopped: {reason}", reason),
            None => text!("stopped, without a reason"),
        });
    }
    sentences.extend(workflow.reviews.iter().map(reason));
    sentences.extend(due.days_late.map(|days| match days {
        1 => text!("due since yesterday"),
        days => text!("due for {days} days", days = days.to_string()),
    }));
    Page {
        id: workflow.page.id.id.to_string(),
        title: workflow.page.card.title.clone(),
        path: workflow.page.card.path.to_string(),
        url: base.map(|base| workflow.page.route.absolute(base)),
        stakes: workflow.front.stakes.as_str(),
        last_run: workflow.last_run.map(|date| date.to_string()),
        due: workflow.due.map(|date| date.to_string()),
        days_late: due.days_late,
        reasons: held.into_iter().chain(workflow.reviews.iter().map(ReviewReason::id)).collect(),
        sentences,
    }
}

/// Why a page has to be run again, for people.
pub(in crate::cli) fn reason(review: &ReviewReason) -> Text {
    match review {
        ReviewReason::ToolRetired(tool) => text!("\"{tool}\" was retired", tool = &**tool),
        ReviewReason::ToolChanged(tool, date) => {
            text!("`{tool}` changed on {date}", tool = &**tool, date = date.to_string())
        }
        ReviewReason::OwnerLeft(owner) => text!("\"{owner}\" has left", owner = &**owner),
        ReviewReason::RepeatFailed => text!("the newest repeat failed"),
    }
}

impl DueList {
    /// A list to tick off, with a heading per owner.
    pub(super) fn to_markdown(&self, translation: Translation) -> String {
        let say = |text: Text| text.translated(translation);
        let pages: usize = self.owners.iter().map(|it| it.pages.len()).sum();
        let date = self.as_of.as_str();
        let title = match pages {
            0 => text!("Nothing has to be run again as of {date}", date),
            1 => text!("1 page to run again as of {date}", date),
            pages => text!("{pages} pages to run again as of {date}", pages, date),
        };
        let mut lines = vec![format!("# {}", say(title))];
        for owner in &self.owners {
            let name = owner.name.as_deref().map(prose);
            let heading = match name {
                Some(name) if owner.has_left => {
                    say(text!("{name} has left: a new owner is needed", name))
                }
                Some(name) => name,
                None => say(text!("Nobody answers for these")),
            };
            lines.extend([String::new(), format!("## {heading}"), String::new()]);
            for page in &owner.pages {
                let target = page.url.as_deref().unwrap_or(&page.path);
                let why: Vec<String> = page.sentences.iter().cloned().map(&say).collect();
                let stakes = say(match page.stakes {
                    "high" => text!("high stakes"),
                    "low" => text!("low stakes"),
                    _ => text!("medium stakes"),
                });
                let why = prose(&why.join("; "));
                lines.push(format!("- [ ] [{}](<{target}>) ({stakes}): {why}", prose(&page.title)));
            }
        }
        lines.join("\n")
    }

    /// One line per page, for a sheet.
    pub(super) fn to_csv(&self) -> String {
        let head = "owner,page,title,path,stakes,last_run,due,days_late,reasons";
        let mut lines = vec![head.to_owned()];
        for owner in &self.owners {
            for page in &owner.pages {
                let days = page.days_late.map(|days| days.to_string());
                let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
                let cells = [
                    or_empty(&owner.id),
                    page.id.clone(),
                    page.title.clone(),
                    page.path.clone(),
                    page.stakes.to_owned(),
                    or_empty(&page.last_run),
                    or_empty(&page.due),
                    days.unwrap_or_default(),
                    page.reasons.join(" "),
                ];
                lines.push(cells.map(|text| cell(&text)).join(","));
            }
        }
        lines.join("\n")
    }
}

/// A cell as RFC 4180 has it: one rule, for which no library is worth its lines. What a sheet
/// would take for a formula begins with an apostrophe.
fn cell(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if is_formula { format!("'{text}") } else { text.to_owned() };
    match text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}
