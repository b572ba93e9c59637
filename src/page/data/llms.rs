//! Plans `llms.txt`: what a company's own assistant should read first, by
//! layer, with status and due date, and links to markdown. At most 100 pages a
//! layer; all of them stand in parts that are small enough to be read.

use crate::address::Data;
use crate::domain::{Kind, Layer};
use crate::model::{Page, Status, Workflow};

use super::super::planner::{Planner, summary};
use super::super::status;
use super::super::world::World;

/// Pages of a layer in `llms.txt` itself.
const MAX_PAGES_PER_LAYER: usize = 100;

/// Pages of a part, and other pages in `llms.txt`.
const MAX_PAGES_PER_PART: usize = 500;

pub(super) fn subjects(world: &World) -> Vec<Data> {
    let of_layer = |layer: &Layer| {
        let parts = parts(world, *layer);
        (1..=parts).map(|number| Data::LlmsPart(*layer, number)).collect::<Vec<_>>()
    };
    Layer::ALL.iter().flat_map(of_layer).collect()
}

/// None when all pages of the layer stand in `llms.txt`.
fn parts(world: &World, layer: Layer) -> u32 {
    let pages = world.indexes.published.get(&layer).map_or(0, Vec::len);
    let parts = if pages > MAX_PAGES_PER_LAYER { pages.div_ceil(MAX_PAGES_PER_PART) } else { 0 };
    u32::try_from(parts).unwrap_or(u32::MAX)
}

pub(super) fn plan(planner: &Planner<'_>) -> String {
    let playbook = planner.playbook();
    let mut text =
        format!("# {}\n\n> {}\n", line(&playbook.config.site.title), planner.word("llms-about"));
    text.push_str(&format!("\n{}\n", planner.word("llms-trust")));
    for layer in Layer::ALL {
        let shown = pages(planner, *layer, 0, MAX_PAGES_PER_LAYER);
        let name = planner.layer(*layer).name;
        section(&mut text, &name, shown.into_iter().map(|it| workflow(planner, it)));
        for number in 1..=parts(planner.world, *layer) {
            let route = Data::LlmsPart(*layer, number).route();
            text.push_str(&format!("- [{name} {number}]({})\n", planner.address(&route)));
        }
    }
    let others: [(&str, Vec<&Page>); 3] = [
        ("list-roles", playbook.roles.values().map(|it| &it.page).collect()),
        ("list-tools", playbook.tools.values().map(|it| &it.page).collect()),
        ("list-guides", planner.guides().map(|it| &it.page).collect()),
    ];
    for (word, pages) in others {
        let pages =
            pages.into_iter().take(MAX_PAGES_PER_PART).map(|page| entry(planner, page, None));
        section(&mut text, &planner.word(word), pages);
    }
    text
}

pub(super) fn part(planner: &Planner<'_>, layer: Layer, number: u32) -> String {
    let first = (number.max(1) as usize - 1) * MAX_PAGES_PER_PART;
    let shown = pages(planner, layer, first, MAX_PAGES_PER_PART);
    let title = line(&planner.playbook().config.site.title);
    let mut text = format!("# {title}\n");
    let name = planner.layer(layer).name;
    section(&mut text, &name, shown.into_iter().map(|it| workflow(planner, it)));
    text
}

fn pages<'a>(planner: &Planner<'a>, layer: Layer, first: usize, count: usize) -> Vec<&'a Workflow> {
    let ids = planner.indexes().published.get(&layer).into_iter().flatten();
    planner.workflows(ids).skip(first).take(count).collect()
}

fn section(text: &mut String, title: &str, entries: impl Iterator<Item = String>) {
    let entries: Vec<String> = entries.collect();
    if !entries.is_empty() {
        text.push_str(&format!("\n## {}\n\n{}", line(title), entries.concat()));
    }
}

fn workflow(planner: &Planner<'_>, workflow: &Workflow) -> String {
    let mut standing =
        vec![format!("{}: {}", workflow.status.id(), status::in_full(planner, workflow))];
    if let Some(due) = workflow.due.filter(|_| workflow.status != Status::Retired) {
        standing.push(planner.language.fill("llms-due", &[("date", &due.to_string())]));
    }
    entry(planner, &workflow.page, Some(&standing.join("; ")))
}

fn entry(planner: &Planner<'_>, page: &Page, standing: Option<&str>) -> String {
    let mut text =
        format!("- [{}]({})", line(planner.title(page)), planner.address(&page.id.twin()));
    let summary = if page.id.kind == Kind::Home { String::new() } else { summary(page) };
    if !summary.is_empty() {
        text.push_str(&format!(": {}", line(&summary)));
    }
    if let Some(standing) = standing {
        text.push_str(&format!(" ({})", line(standing)));
    }
    text.push('\n');
    text
}

/// On one line, without what would end a link's text.
fn line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.replace(['[', ']'], "")
}
