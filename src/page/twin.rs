//! The markdown twin of a page: its source with published addresses and a head
//! that says how far to trust it, for a company's own assistant.

use crate::address::{PageId, Route};
use crate::document::{Body, Cut, Markdown, NamedLink};
use crate::domain::Kind;
use crate::model::{Status, Workflow};

use super::body::Filler;
use super::planner::{Planner, summary};
use super::{recall, status};

/// Everything that a twin may show.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TwinView {
    /// Where it lies in the site.
    pub route: Route,
    /// Title, summary, status, dates: keys and values of its front matter.
    pub head: Vec<(&'static str, String)>,
    /// What was wrong in it and was mended, a line each: it stands before all else.
    pub corrected: Vec<String>,
    /// The source of the page.
    pub markdown: Markdown,
    /// Published addresses by link number; nothing where a link leads nowhere.
    pub addresses: Vec<Option<String>>,
    /// What stands in place of prompts, when they are withheld.
    pub withheld: Option<String>,
}

pub(super) fn plan(planner: &Planner<'_>, id: &PageId, body: &Body) -> Option<TwinView> {
    let page = planner.playbook().page(id)?;
    let workflow = match id.kind {
        Kind::Workflow => planner.playbook().workflows.get(&id.id),
        _ => None,
    };
    // For its links only: prompts are cut out of the markdown itself.
    let filler = Filler::new(planner, page, false);
    let mut head = vec![("title", planner.title(page).to_owned())];
    let summary = summary(page);
    if !summary.is_empty() {
        head.push(("summary", summary));
    }
    head.extend(workflow.into_iter().flat_map(|it| standing(planner, it)));
    let stopped = workflow.is_some_and(|it| matches!(it.status, Status::Stopped(_)));
    Some(TwinView {
        route: planner.route.clone(),
        head,
        corrected: workflow.map(|it| recall::in_lines(planner, it)).unwrap_or_default(),
        markdown: body.markdown.clone(),
        addresses: filler.targets().iter().map(|target| filler.address(target)).collect(),
        withheld: stopped.then(|| planner.word("prompt-withheld")),
    })
}

fn standing(planner: &Planner<'_>, workflow: &Workflow) -> Vec<(&'static str, String)> {
    let roles = planner.roles(&workflow.roles, workflow.everyone);
    let roles: Vec<String> = roles.into_iter().map(|role| role.text).collect();
    let tools = workflow.tools.iter().map(|tool| planner.name(Kind::Tool, tool).text);
    let mut head = vec![
        ("layer", workflow.layer().as_str().to_owned()),
        ("roles", roles.join(", ")),
        ("tools", tools.collect::<Vec<_>>().join(", ")),
        ("status", workflow.status.id().to_owned()),
        ("standing", status::in_full(planner, workflow)),
    ];
    head.extend(workflow.last_run.map(|date| ("last_run", date.to_string())));
    head.extend(workflow.due.map(|date| ("due", date.to_string())));
    head.retain(|(_, value)| !value.is_empty());
    head
}

impl TwinView {
    /// The twin as it is published.
    pub fn to_markdown(&self) -> String {
        let mut text = String::from("---\n");
        for (key, value) in &self.head {
            // A JSON string is a YAML string, whatever is in it.
            let value = serde_json::Value::String(value.clone());
            text.push_str(&format!("{key}: {value}\n"));
        }
        text.push_str("---\n\n");
        for line in &self.corrected {
            text.push_str(&format!("> {}\n\n", line.replace(['\n', '\r'], " ")));
        }
        let source = &*self.markdown.text;
        let mut at = self.markdown.start as usize;
        for (range, cut) in &self.markdown.cuts {
            let (start, end) = (range.start as usize, range.end as usize);
            text.push_str(source.get(at..start).unwrap_or_default());
            text.push_str(&self.replacement(*cut, source.get(start..end).unwrap_or_default()));
            at = end.max(at);
        }
        text.push_str(source.get(at..).unwrap_or_default());
        text
    }

    fn address(&self, number: u32) -> Option<&str> {
        self.addresses.get(number as usize)?.as_deref()
    }

    fn replacement(&self, cut: Cut, source: &str) -> String {
        match cut {
            Cut::Comment => String::new(),
            Cut::Address(number) => self.address(number).unwrap_or_default().to_owned(),
            // Where it leads nowhere, its text is left.
            Cut::Mark(number) => self.address(number).map_or("", |_| source).to_owned(),
            Cut::Named(number) => {
                let link = NamedLink::read(source).zip(self.address(number));
                link.map_or_else(
                    || source.to_owned(),
                    |((link, _), address)| {
                        let mark = if link.is_image { "!" } else { "" };
                        format!("{mark}[{}]({address})", link.text)
                    },
                )
            }
            Cut::Prompt(_) => match &self.withheld {
                Some(sentence) => format!("{sentence}\n"),
                None => source.to_owned(),
            },
        }
    }
}
